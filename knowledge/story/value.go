package story

import (
	"slices"
	"strings"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/timex"
)

// valuesOf reads what a sentence states of itself: not when or by whom it was said.
func (l *line) valuesOf() []value {
	var all []value
	if !l.prose() {
		return nil
	}
	said := l.attributed()
	for _, n := range l.Numbers {
		if !n.Ordinal && !said[n.First] && !l.Tokens[n.First].Supposed && !l.addsUp(n) && !l.inName(n) {
			v := value{sort: number, first: n.First, last: n.Last, number: n, counts: l.counted(n)}
			v.old = l.saidBefore(v) || l.back
			all = append(all, v)
		}
	}
	for k, d := range l.Dates {
		if v, ok := l.dayOf(k, d); ok && !said[v.first] {
			all = append(all, v)
		}
	}
	for i, t := range l.Tokens {
		if said[i] || t.Supposed {
			continue
		}
		for _, st := range states[t.Norm] {
			v := value{sort: state, first: i, last: i, row: st.row, cell: st.cell, decision: st.decision}
			v.event = !v.decision && !l.stands(i)
			all = append(all, v)
		}
		switch n := l.PhraseAt(i, doesNot); {
		case n > 0:
			all = append(all, value{sort: off, first: i, last: i + n - 1})
		case t.Negated && t.Key != "" && t.Name == 0 && t.Number == 0 && t.Date == 0 && l.firstDenied(i):
			all = append(all, value{sort: denial, first: i, last: i})
		}
	}
	return all
}

var doesNot = english.Phrases("does not take place")

// mostNumbers is how many numbers a sentence has at most; one with more is a list.
const mostNumbers = 6

// prose reports whether the sentence is one, not a heading, a list or a caption.
func (l *line) prose() bool {
	text := strings.TrimRight(l.String, "”\"’')] \n")
	return text != "" && strings.ContainsRune(".!?", rune(text[len(text)-1])) && len(l.Numbers) <= mostNumbers
}

// inName reports whether a number is part of a name, "Apollo 11", or no number at all: "one of them".
func (l *line) inName(n grammar.Number) bool {
	t := l.Tokens[n.First]
	if t.Norm == "one" && l.counted(n).none() || t.Name > 0 && n.First > 0 {
		return true
	}
	before := n.First - 1
	return before >= 0 && l.Gap(n.First) == " " && (l.Tokens[before].Name > 0 || l.Tokens[before].Upper && before > 0) && l.counted(n).none() && !l.isVerb(before)
}

// firstDenied reports whether token i is the verb that a negation behind an auxiliary denies.
func (l *line) firstDenied(i int) bool {
	for k, t := range l.Before(i, 4) {
		if t.Key != "" && t.Negated {
			return false
		}
		if grammar.Denies(t.Norm) {
			auxiliary := grammar.Auxiliaries.Has(l.Norm(k-1)) || strings.HasSuffix(t.Norm, "n't") || t.Norm == "cannot"
			return auxiliary && !grammar.NotOnly(l.Sentence, k)
		}
	}
	return false
}

// denying reports whether the sentence denies something or calls it off, and does not say what is so
// instead.
func (l *line) denying() bool {
	for _, v := range l.values {
		instead := func(w value) bool { return !w.old && (w.sort == v.sort && v.old || w.sort == day) }
		if (v.old || v.sort == denial || v.sort == off) && !slices.ContainsFunc(l.values, instead) {
			return true
		}
	}
	return l.back
}

var (
	before     = english.Class("said before")
	asBefore   = english.Phrases("as said before")
	oneMore    = english.Class("one more")
	daysBefore = 5 // tokens between a value and the word that makes it an older one
)

// saidBefore reports whether a value is what was said before: "up from 180", "an earlier estimate of
// 14 million", "not four", "on June 10 as planned".
func (l *line) saidBefore(v value) bool {
	for i, t := range l.Tokens[max(0, v.first-daysBefore):v.first] {
		i += max(0, v.first-daysBefore)
		next := l.Norm(i + 1)
		switch {
		case l.brokenBetween(i, v.first):
		case t.Norm == "not" && i == v.first-1, t.Norm == "from" && i >= v.first-2 && l.changes(v):
			return true
		case t.Norm == "from":
		case t.Norm == "instead" && next != "of", t.Norm == "rather" && next != "than":
		case before.Has(t.Norm):
			return true
		}
	}
	for i := v.last + 1; i < len(l.Tokens) && i <= v.last+daysBefore && !l.brokenBetween(v.last, i); i++ {
		if l.PhraseAt(i, asBefore) > 0 {
			return true
		}
	}
	return false
}

// changes reports whether a value behind "from" is the start of a change, not of a stretch: "up from
// 180", "from June 10 to June 12" as the sentence has a word for changing.
func (l *line) changes(v value) bool {
	return l.anew || v.sort == number && slices.ContainsFunc(l.Tokens[:v.first], func(t grammar.Token) bool { return toldAnew.Has(t.Key) || t.Norm == "up" || t.Norm == "down" })
}

func (l *line) brokenBetween(i, k int) bool {
	for i++; i <= k; i++ {
		if l.Broken(i) {
			return true
		}
	}
	return false
}

// addsUp reports whether a number is one more or one part of several: "six more", "another six".
func (l *line) addsUp(n grammar.Number) bool {
	return n.Hedge == grammar.Exactly && (oneMore.Has(l.Norm(n.First-1)) || oneMore.Has(l.Norm(n.Last+1))) ||
		l.Norm(n.Last+1) == "of" && ofSome.Has(l.Norm(n.Last+2)) || l.total(n)
}

var ofSome = english.Class("of some")

// total reports whether a number is that of which one before it is a part: "nine of the 20".
func (l *line) total(n grammar.Number) bool {
	return slices.ContainsFunc(l.Numbers, func(m grammar.Number) bool {
		return m.Last < n.First && m.Last >= n.First-partReach && l.Norm(m.Last+1) == "of"
	})
}

// partReach is how many tokens may stand between a part and the whole: "nine of the ship's 20 crew".
const partReach = 6

// dayOf reads date k as the day, or the month, on which something is.
func (l *line) dayOf(k int, d timex.Expression) (value, bool) {
	v := value{sort: day, days: calendar.Days{From: d.From, To: d.To}, first: l.TokenAt(d.Start), last: l.TokenAt(d.End) - 1}
	isDay := d.Type != timex.Duration && d.Type != timex.Set && !d.Vague && d.Mod == "" && !d.From.IsZero()
	if !isDay || d.From != d.To && !l.month(v.first, d) || v.first >= len(l.Tokens) || v.last < v.first {
		return v, false
	}
	t := l.Tokens[v.first]
	bound := grammar.BoundOf(l.Sentence, k)
	v.old = l.saidBefore(v) || l.back
	v.denied = !v.old && (t.Excepted || t.Negated && bound == "")
	v.old = v.old || v.denied
	return v, bound == "" && !t.Supposed
}

// month reports whether a date is a month in which something is to be, and no time of which a number
// is told.
func (l *line) month(i int, d timex.Expression) bool {
	numbered := slices.ContainsFunc(l.Numbers, func(n grammar.Number) bool { return !n.Ordinal && l.Tokens[n.First].Part == l.Tokens[i].Part })
	return len(d.Value) == len("2022-01") && !strings.ContainsAny(d.Value, "WQH") && !numbered
}

// A stated is a state that a word tells.
type stated struct {
	row, cell int
	decision  bool
}

// states are the words that tell states, as they stand in a text.
var states = func() map[string][]stated {
	all := map[string][]stated{}
	row := 0
	for _, section := range []string{"states", "verdicts"} {
		for _, cells := range english.Rows(section) {
			for cell, words := range cells {
				for _, w := range strings.Fields(words) {
					all[w] = append(all[w], stated{row, cell, section == "verdicts"})
				}
			}
			row++
		}
	}
	return all
}()

// opposedTo returns the words for what excludes a state.
func opposedTo(v value) []string {
	var words []string
	for w, all := range states {
		for _, s := range all {
			if s.row == v.row && s.cell != v.cell {
				words = append(words, w)
			}
		}
	}
	slices.Sort(words)
	return words
}

var present = english.Class("lasting states")

// stands reports whether the state at token i is told as lasting: "is closed", "the missing sailors".
func (l *line) stands(i int) bool {
	for k := max(0, i-2); k < i; k++ {
		if present.Has(l.Norm(k)) && !l.brokenBetween(k, i) {
			return true
		}
	}
	return l.adjective(i)
}

// adjective reports whether the word at token i stands before what it tells the state of.
func (l *line) adjective(i int) bool {
	if i+1 >= len(l.Tokens) || l.Broken(i+1) || l.Tokens[i+1].Stop || l.Tokens[i+1].Date > 0 {
		return false
	}
	return i == 0 || l.Tokens[i-1].Number > 0 || grammar.IsNamed(l.Sentence, i) || !l.Tokens[i-1].Stop && english.FormOf(l.Norm(i))&english.Past == 0
}
