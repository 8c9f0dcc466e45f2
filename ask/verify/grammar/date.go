package grammar

import (
	"strings"

	"talksbot/knowledge/timex"
)

// Dated reports whether an expression names a date that can be compared: a day, month or year,
// known or partly known ("XXXX-01-10" where nothing tells the year).
func Dated(d timex.Expression) bool {
	return d.Type != timex.Duration && !d.Vague && strings.ContainsAny(d.Value, "0123456789")
}

// Deictic reports whether a date is meant from the day of writing, and that day is not known:
// then only the words can be compared.
func Deictic(text string, d timex.Expression) bool {
	if !d.From.IsZero() {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(text[d.Start:d.End]), " ")
	return deictics[first]
}

var deictics = Set(`yesterday tomorrow today tonight last next this previous following coming`)

// Fixes reports whether a date of the sentence has to stand in the evidence.
func Fixes(r *Sentence, d timex.Expression) bool { return Dated(d) || Deictic(r.Text, d) }

// A date can be the day of what is said or only one end of it: "for the first time since
// 1987" does not say that anything happened in 1987.

// timeEnds are the words before a date that make it the end of a time, and which end.
var timeEnds = map[string]string{
	"since": "since", "until": "until", "till": "until", "before": "before", "by": "by", "after": "after",
}

// BoundOf returns which end of a time date k is, and "" for a day on which something is. A
// date that goes with a noun, "since Sunday's flood", is that of the noun.
func BoundOf(r *Sentence, k int) string {
	d := r.Dates[k]
	first, next := r.TokenAt(d.Start), r.TokenAt(d.End)
	if first >= len(r.Tokens) {
		return ""
	}
	if strings.HasPrefix(r.Text[d.End:], "'s") || strings.HasPrefix(r.Text[d.End:], "’s") ||
		next < len(r.Tokens) && r.Tokens[next].Key != "" && !r.Broken(next) && next > first {
		return ""
	}
	if end := timeEnds[r.Tokens[first].Norm]; end != "" {
		return end
	}
	for i := first - 1; i >= 0 && i >= first-3 && r.Tokens[i].Clause == r.Tokens[first].Clause; i-- {
		if end := timeEnds[r.Tokens[i].Norm]; end != "" {
			return end
		}
		if !beforeDates[r.Tokens[i].Norm] {
			break
		}
	}
	return ""
}

// beforeDates may stand between the word that makes a bound of a date and the date.
var beforeDates = Set(`the early late mid end middle beginning start of at least`)
