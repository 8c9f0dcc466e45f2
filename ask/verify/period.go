package verify

import (
	"fmt"
	"strings"
)

// A date can be the day of what is said or only one end of it: "for the first time since
// 1987" does not say that anything happened in 1987.

// timeEnds are the words before a date that make it the end of a time, and which end.
var timeEnds = map[string]string{
	"since": "since", "until": "until", "till": "until", "before": "before", "by": "by", "after": "after",
}

// period reports a date of the claim that the article has only as another end of a time.
func (c *comparison) period() []Reason {
	for k, d := range c.claim.dates {
		about := c.sentenceAround(k)
		if about < 0 || !dated(d) {
			continue
		}
		if theirs, differs := c.otherEnd(k, about); differs {
			written := c.claim.text[d.Start:d.End]
			return []Reason{{Date, fmt.Sprintf("the article says \"%s\", not \"%s\"", ended(theirs, written), ended(c.claim.boundOf(k), written))}}
		}
	}
	return nil
}

func ended(end, date string) string {
	if end == "" {
		end = "in or on"
	}
	return end + " " + date
}

// otherEnd returns what the sentence makes of date k of the claim, if the claim makes
// something else of it.
func (c *comparison) otherEnd(k, sentence int) (end string, differs bool) {
	e := c.evidence[sentence]
	own, claim := c.claim.boundOf(k), c.claimDate(k, e.passage.Article.Published)
	for n, there := range e.dates {
		if !c.sameDate(e.text, there, claim) {
			continue
		}
		end = e.boundOf(n)
		if end == own || end == "" && own != "before" && own != "after" {
			return "", false
		}
		differs = true
	}
	return end, differs
}

// boundOf returns which end of a time date k is, and "" for a day on which something is. A
// date that goes with a noun, "since Sunday's flood", is that of the noun.
func (r *reading) boundOf(k int) string {
	d := r.dates[k]
	first, next := r.tokenAt(d.Start), r.tokenAt(d.End)
	if first >= len(r.tokens) {
		return ""
	}
	if strings.HasPrefix(r.text[d.End:], "'s") || strings.HasPrefix(r.text[d.End:], "’s") ||
		next < len(r.tokens) && r.tokens[next].key != "" && !r.broken(next) && next > first {
		return ""
	}
	if end := timeEnds[r.tokens[first].Norm]; end != "" {
		return end
	}
	for i := first - 1; i >= 0 && i >= first-3 && r.tokens[i].clause == r.tokens[first].clause; i-- {
		if end := timeEnds[r.tokens[i].Norm]; end != "" {
			return end
		}
		if !beforeDates[r.tokens[i].Norm] {
			break
		}
	}
	return ""
}

// beforeDates may stand between the word that makes a bound of a date and the date.
var beforeDates = set(`the early late mid end middle beginning start of at least`)
