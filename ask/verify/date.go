package verify

import (
	"fmt"
	"strings"

	"talksbot/knowledge/timex"
)

// dated says whether an expression names a date that can be compared: a day, month or year,
// known or partly known ("XXXX-01-10" where nothing tells the year).
func dated(d timex.Expression) bool {
	return d.Type != timex.Duration && !d.Vague && strings.ContainsAny(d.Value, "0123456789")
}

// deictic says whether a date is meant from the day of writing, and that day is not known:
// then only the words can be compared.
func deictic(text string, d timex.Expression) bool {
	if !d.From.IsZero() {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(text[d.Start:d.End]), " ")
	return deictics[first]
}

var deictics = set(`yesterday tomorrow today tonight last next this previous following coming`)

// fixes says whether a date of the reading has to stand in the evidence.
func (r *reading) fixes(d timex.Expression) bool { return dated(d) || deictic(r.text, d) }

// date reports a date of the claim that no cited sentence states, or that only a sentence
// about something else does.
func (c *comparison) date() []Reason {
	var reasons []Reason
	for k, d := range c.claim.dates {
		if !c.claim.fixes(d) {
			continue
		}
		written := c.claim.text[d.Start:d.End]
		about := c.sentenceAround(k)
		if about >= 0 && c.states(about, k) {
			continue
		}
		if there := c.dateIn(about); there != "" {
			reasons = append(reasons, Reason{Date, fmt.Sprintf("the article says %s, not %s", there, written)})
			continue
		}
		if len(c.datePlaces(k)) == 0 {
			reasons = append(reasons, Reason{Date, fmt.Sprintf("%s do not give the date %s", c.sources(), written)})
		}
	}
	return reasons
}

// states says whether a sentence states date k of the claim.
func (c *comparison) states(sentence, k int) bool {
	for _, l := range c.datePlaces(k) {
		if l.sentence == sentence {
			return true
		}
	}
	return false
}

// dateIn returns how the sentence writes its own dates, or "".
func (c *comparison) dateIn(sentence int) string {
	if sentence < 0 {
		return ""
	}
	var written []string
	e := c.evidence[sentence]
	for _, d := range e.dates {
		if dated(d) {
			written = append(written, e.text[d.Start:d.End])
		}
	}
	return strings.Join(written, " and ")
}

// sentenceAround returns the sentence in which the words around date k of the claim stand,
// or -1. Nearer words count more, and those of its clause most.
func (c *comparison) sentenceAround(k int) int {
	votes := make([]float64, len(c.evidence))
	d := c.claim.dates[k]
	first, last := c.claim.tokenAt(d.Start), c.claim.tokenAt(d.End)
	for i, l := range c.links {
		if !l.found() || c.claim.tokens[i].date > 0 {
			continue
		}
		away := max(first-i, i-last+1, 1)
		vote := c.claim.tokens[i].weight / float64(2+away)
		if first < len(c.claim.tokens) && c.claim.tokens[i].clause == c.claim.tokens[first].clause {
			vote *= 4
		}
		votes[l.sentence] += vote
	}
	best := -1
	for s, v := range votes {
		if v > 0 && (best < 0 || v > votes[best]) {
			best = s
		}
	}
	return best
}

// datePlaces returns where the evidence states date k of the claim.
func (c *comparison) datePlaces(k int) []link {
	var links []link
	for s, e := range c.evidence {
		own := c.claimDate(k, e.passage.Article.Published)
		for _, d := range e.dates {
			if c.sameDate(e.text, d, own) {
				links = append(links, link{place{s, e.tokenAt(d.Start)}, 1})
			}
		}
	}
	return links
}

// sameDate says whether a date of the evidence's text is that of the claim, or within it.
func (c *comparison) sameDate(text string, d, own timex.Expression) bool {
	if deictic(c.claim.text, own) {
		return strings.EqualFold(strings.Trim(text[d.Start:d.End], "."), strings.Trim(c.claim.text[own.Start:own.End], "."))
	}
	if d.Relative && own.Relative && strings.EqualFold(text[d.Start:d.End], c.claim.text[own.Start:own.End]) {
		return true // the same words in the same article: "that year"
	}
	return dated(d) && entails(d, own)
}

// claimDate returns date k of the claim as a reader of an article published then takes it.
func (c *comparison) claimDate(k int, published timex.Moment) timex.Expression {
	d := c.claim.dates[k]
	if !d.Relative {
		return d
	}
	if c.claimAt == nil {
		c.claimAt = map[timex.Moment][]timex.Expression{}
	}
	all, ok := c.claimAt[published]
	if !ok {
		all = timex.Find(c.claim.text, published)
		c.claimAt[published] = all
	}
	for _, e := range all {
		if e.Start == d.Start {
			return e
		}
	}
	return d
}

// entails says whether what happened on the days of article happened on those of claim: the
// claim may be less precise, never more.
func entails(article, claim timex.Expression) bool {
	if article.From.IsZero() || claim.From.IsZero() {
		return within(article.Value, claim.Value)
	}
	from := !article.From.Before(claim.From)
	to := claim.To.IsZero() && article.To.IsZero() || !article.To.IsZero() && !claim.To.IsZero() && !article.To.After(claim.To)
	if !from || !to {
		return false
	}
	return !claim.HasClock || !article.HasClock || claim.FromClock == article.FromClock
}

// within compares TIMEX3 values part by part; an X stands for what is not known.
func within(article, claim string) bool {
	if len(claim) > len(article) {
		return false
	}
	for i := range len(claim) {
		if a, b := article[i], claim[i]; a != b && a != 'X' && b != 'X' {
			return false
		}
	}
	return len(claim) == len(article) || article[len(claim)] == '-' || article[len(claim)] == 'T'
}
