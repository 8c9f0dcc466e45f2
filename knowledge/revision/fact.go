package revision

import (
	"math"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A fact is something a sentence states that it may come to state otherwise.
type fact struct {
	kind  Kind
	place int          // the sentence, into those of its text
	words article.Span // in the article's text

	days   calendar.Days  // of a date
	value  string         // of a date: as TIMEX3 has it
	clock  string         // of a time of day
	number grammar.Number // of a number
	unit   string
	name   string // of a name, the one it stands for
	sort   names.Kind
	before string // the word before it
}

// A reading is a sentence of one version, read for what it states.
type reading struct {
	*grammar.Sentence
	at    article.Passage
	facts []fact
}

func (t *text) read(i int) *reading {
	if t.readings[i] != nil {
		return t.readings[i]
	}
	p := article.Passage{Article: t.Article, Index: i}
	s := grammar.Read(grammar.Source{Text: p.Words(), Dates: p.Dates(), Quoted: grammar.InsideQuotation(p)}, t.names)
	r := &reading{Sentence: s, at: p}
	for _, d := range s.Dates {
		if f, ok := r.date(d); ok {
			r.add(f, d.Start, d.End)
		}
	}
	for _, n := range s.Numbers {
		if !n.Ordinal && r.counts(n) {
			r.add(fact{kind: Number, number: n, unit: n.Unit}, s.Tokens[n.First].Start, s.Tokens[n.Last].End)
		}
	}
	for _, m := range s.Names {
		if r.isName(m) {
			r.add(fact{kind: Name, name: m.Name, sort: m.Kind}, m.Start, m.End)
		}
	}
	slices.SortStableFunc(r.facts, func(a, b fact) int { return a.words.Start - b.words.Start })
	t.readings[i] = r
	return r
}

func (r *reading) add(f fact, start, end int) {
	at := r.at.Span().Start
	f.place, f.words = r.at.Index, article.Span{Start: at + start, End: at + end}
	if i := r.TokenAt(start); i > 0 {
		f.before = r.Norm(i - 1)
	}
	r.facts = append(r.facts, f)
}

// date reads a day or a longer time of the calendar, or a time of day; the clock that a line of a running
// report begins with says only when it was written.
func (r *reading) date(d timex.Expression) (fact, bool) {
	f := fact{kind: Date, days: calendar.Days{From: d.From, To: d.To}, value: d.Value}
	if d.HasClock {
		f.clock = d.FromClock.String()
	}
	stamp := d.Type == timex.Time && d.Start == 0 && strings.TrimLeft(r.String[d.End:], " ") != "" && !r.hasWordAt(d.End)
	told := d.Type == timex.Date || d.Type == timex.Time
	return f, told && !d.Vague && !stamp && (!d.From.IsZero() || grammar.Dated(d))
}

// hasWordAt reports whether a word comes next, with nothing but a space before it.
func (r *reading) hasWordAt(offset int) bool {
	rest := r.String[offset:]
	return strings.HasPrefix(rest, " ") && len(rest) > 1 && english.IsWordRune([]rune(rest[1:])[0])
}

// counts reports whether a number is one, and no part of a name or of a time of day.
func (r *reading) counts(n grammar.Number) bool {
	t := r.Tokens[n.First]
	if t.Date > 0 {
		d := r.Dates[t.Date-1]
		return d.Type == timex.Duration
	}
	return t.Name == 0 && !(t.Norm == "one" && n.Unit == "")
}

func (r *reading) isName(m names.Mention) bool {
	i := r.TokenAt(m.Start)
	if i >= len(r.Tokens) || r.Tokens[i].Date > 0 || r.Tokens[i].Number > 0 || grammar.Opener(r.Sentence, m) {
		return false
	}
	several := strings.ContainsRune(r.String[m.Start:m.End], ' ')
	return m.Kind != names.Role && (m.Kind != names.Other || i > 0 || several)
}

// same reports whether two facts are one, however each is written. Where publication has moved, the same
// words may mean another day only because nobody has touched them.
func (t *text) same(f fact, u *text, g fact) bool {
	if f.kind != g.kind {
		return false
	}
	switch f.kind {
	case Date:
		if f.clock != "" && g.clock != "" && f.clock != g.clock {
			return false
		}
		if f.days.From.IsZero() || g.days.From.IsZero() {
			return f.value == g.value || strings.EqualFold(f.words.Of(t.Text), g.words.Of(u.Text))
		}
		return f.days == g.days || strings.EqualFold(f.words.Of(t.Text), g.words.Of(u.Text)) || t.isWeekdayOf(f, g) || u.isWeekdayOf(g, f)
	case Number:
		return equal(f.number.Value, g.number.Value) && (f.unit == g.unit || f.unit == "" || g.unit == "" || !isMeasure(f.unit) && !isMeasure(g.unit))
	case Name:
		return t.names.Same(f.name, g.name) || endsAs(f.name, g.name) || endsAs(g.name, f.name)
	}
	return false
}

// isWeekdayOf reports whether a date is only the name of the other's weekday: which week is meant is a guess.
func (t *text) isWeekdayOf(f, g fact) bool {
	name := strings.ToLower(f.words.Of(t.Text))
	return !g.days.From.IsZero() && g.days.From == g.days.To && name == strings.ToLower(g.days.From.Weekday().String())
}

// endsAs reports whether a name is the end of a longer one: "Vos" of "Goalkeeper Piet Vos".
func endsAs(name, long string) bool {
	n, l := english.Norms(name), english.Norms(long)
	return len(n) > 0 && len(n) <= len(l) && slices.Equal(n, l[len(l)-len(n):])
}

func equal(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

// isMeasure reports whether a unit is a sign that goes with a number, which changes what it says.
func isMeasure(unit string) bool { return unit == "%" || unit == "$" }

// rival reports whether one fact may stand where the other stood, and say another thing.
func (t *text) rival(f fact, u *text, g fact) bool {
	if f.kind != g.kind || t.same(f, u, g) {
		return false
	}
	switch f.kind {
	case Date:
		return f.days.From.IsZero() || g.days.From.IsZero() || !f.days.Overlap(g.days) || f.clock != "" && g.clock != "" && f.clock != g.clock
	case Number:
		return f.unit == g.unit || f.unit == "" || g.unit == "" || f.before == g.before && f.before != ""
	case Name:
		return f.sort == g.sort || f.sort == names.Other || g.sort == names.Other
	}
	return false
}

// rounds reports whether a number says what another does, only less or more exactly.
func rounds(n, m grammar.Number) bool {
	if n.Hedge == grammar.Exactly {
		n, m = m, n
	}
	near := math.Abs(n.Value-m.Value) <= roundly*math.Max(n.Value, m.Value)
	switch n.Hedge {
	case grammar.About, grammar.Nearly:
		return near
	case grammar.AtLeast:
		return near && m.Value >= n.Value && m.Hedge == grammar.Exactly
	case grammar.AtMost:
		return near && m.Value <= n.Value && m.Hedge == grammar.Exactly
	}
	return false
}

// roundly is how far a rounded number may be from the exact one, of the larger.
const roundly = 0.1

// mistyped reports whether a name differs from another only as by a slip of the keys: two neighbouring
// letters changed places.
func mistyped(a, b string) bool {
	r, s := []rune(english.Norm(a)), []rune(english.Norm(b))
	if len(r) != len(s) {
		return false
	}
	i := 0
	for i < len(r) && r[i] == s[i] {
		i++
	}
	return i+1 < len(r) && r[i] == s[i+1] && r[i+1] == s[i] && string(r[i+2:]) == string(s[i+2:])
}
