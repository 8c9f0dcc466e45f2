package timex

import (
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
)

// A Type is the TIMEX3 type of an expression.
type Type string

// The four types. A DATE is a day or any longer period of the calendar, a TIME is within a day, a
// DURATION is how long, and a SET is how often.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// An Expression is a temporal expression found in a text: where it stands, what it means in TIMEX3,
// and the civil days it covers.
type Expression struct {
	Start, End int // UTF-8 byte offsets into the text, End exclusive; no leading preposition
	Type       Type
	Value      string       // TIMEX3 value, never empty: 2022-01-10, 2022-W02, P3D, XXXX-WXX-1, PAST_REF
	Mod        string       // TIMEX3 mod: START, MID, END, APPROX, LESS_THAN, MORE_THAN ... or ""
	From, To   calendar.Day // first and last day it covers, inclusive; zero where it names none

	// For a TIME on a known day: the clock at From and at To, in the zone of the place spoken of
	// unless the text names one (Zone).
	FromClock, ToClock time.Duration
	HasClock           bool
	Zone               *time.Location

	Bound    Bound // the end of a time that it is: "after 2018"; "" where it stands for its own days
	Vague    bool  // it names a time but no days can be told: "in the coming days", "after the holidays"
	Relative bool  // its days depend on publication or context: "on Monday", "January 10" without a year
	Opens    bool  // it is the first end of a range ("from Monday to Wednesday") whose other end comes next
}

// Find returns the temporal expressions of a whole text, in order and not overlapping. It resolves what is
// relative against published; with the zero Moment such an expression keeps a value with X for what
// is unknown (XXXX-01-10) and no days. It never fails, takes time linear in the length of the text,
// and gives the same answer for the same text.
func Find(text english.Text, published Moment) []Expression {
	p := newParser(text)
	r := resolver{parser: p, published: published}
	for i := 0; i < len(p.tokens); {
		ph := p.top(i)
		if ph == nil {
			i++
			continue
		}
		if ph.kind != nothing && !r.named(ph) && !r.resolve(ph) {
			i++ // it cannot hold, but what stands in it may
			continue
		}
		i = max(ph.end, i+1)
		for r.last.grain == oneDay && r.lastEnd == i && i < len(p.tokens) && (r.tokens[i-1].digits > 0 || ordinalSuffix[r.tokens[i-1].word]) {
			ph := p.parse(tail, i)
			if ph == nil || !r.resolve(ph) {
				break
			}
			i = ph.end
		}
	}
	return r.found
}

// top returns the longest phrase of any top kind at token i; of equally long ones, that of the first
// kind in the list.
func (p *parser) top(i int) *phrase {
	if p.tokens[i].word == &unknown {
		return nil
	}
	var best *phrase
	for _, k := range [...]kind{nothing, set, instant, date, span} {
		if ph := p.parse(k, i); ph != nil && (best == nil || ph.end > best.end) {
			best = ph
		}
	}
	if best != nil && best.kind != nothing && best.start > best.first {
		// A preposition led here; what starts after it may reach further.
		if longer := p.top(best.start); longer != nil && longer.end > best.end {
			return longer
		}
	}
	return best
}

// A resolver turns phrases into expressions, keeping track of the last date mentioned.
type resolver struct {
	*parser
	published Moment
	last      result
	told      told
	sentences int // that end before token read
	read      int
	lastEnd   int   // the token after it
	lastStart int   // the first token of the last expression
	lastToken int   // the token after it
	row       []int // the expressions that are weekdays in a row, up to token rowEnd
	rowEnd    int
	found     []Expression
}

// resolve adds the expression that a phrase is, and reports whether it is one.
func (r *resolver) resolve(ph *phrase) bool {
	r.told.sentence = r.sentenceOf(ph.first)
	s := &scope{published: r.published, last: r.last, told: r.told, tense: r.tenseAt(ph.start, ph.stop), alone: r.alone(ph.start, ph.stop), opens: r.opensSentence(ph.start), often: r.oftenAt(ph)}
	if r.sameSentence(r.lastEnd, ph.first) {
		s.near = r.last
	}
	opening := r.rangeOpenedBefore(ph)
	if opening != nil {
		s.after = opening.From
	}
	if opening == nil && r.last.yearly != nil && r.last.grain == oneDay && r.listed(r.lastEnd, ph.first) {
		s.after = r.last.from
	}
	got := ph.mean(s)
	if !got.ok() || !got.inCalendar() {
		return got.void
	}
	r.inRow(ph, s, opening, &got)
	start, end := r.tokens[ph.start].Start, r.tokens[ph.stop-1].End
	e := Expression{
		Start: start, End: end, Type: got.typ, Value: got.value, Mod: got.mod,
		From: got.from, To: got.to, Zone: got.zone, Vague: got.vague, Relative: got.relative,
	}
	if got.known() && opening == nil {
		e.Bound = r.boundOf(ph)
	}
	if got.hasClock && got.known() {
		e.HasClock, e.FromClock, e.ToClock = true, got.clock.from, got.clock.to
	}
	if opening != nil {
		opening.Opens = true
	}
	if got.known() && (got.typ == Date || got.typ == Time) {
		r.last, r.lastEnd = got, ph.end
		r.told.add(mention{got, r.told.sentence, r.saidOn(ph.start, ph.stop)})
	}
	r.found, r.lastStart, r.lastToken = append(r.found, e), ph.start, ph.end
	return true
}

// sentenceOf counts the sentences that end before token i; it is asked from left to right.
func (r *resolver) sentenceOf(i int) int {
	for ; r.read < i; r.read++ {
		if r.sentenceEnds(r.read) {
			r.sentences++
		}
	}
	return r.sentences
}

// opensSentence reports whether no more than a preposition or an article stands before token i.
func (r *resolver) opensSentence(i int) bool {
	for i--; i >= 0 && (monthLeaders[r.tokens[i].word] || dayLeaders[r.tokens[i].word] || r.tokens[i].word == wordThe); i-- {
	}
	return r.sentenceEnds(i)
}

// saidOn reports whether the day from token first to end is no more than that on which somebody said
// something, or since when something has been so.
func (r *resolver) saidOn(first, end int) bool {
	i := first - 1
	if r.at(i).word == wordSince {
		return true
	}
	for i >= 0 && i > first-5 && wordsTouching[r.tokens[i].word] && !r.sentenceEnds(i) {
		i--
	}
	return i >= 0 && !r.sentenceEnds(i) && reports[r.tokens[i].word] || reports[r.at(end).word] && r.at(end).gap != broken
}

// sameSentence reports whether no sentence ends between two tokens that are not far apart.
func (r *resolver) sameSentence(first, end int) bool {
	if end-first > maxReach {
		return false
	}
	for i := first; i < end; i++ {
		if r.sentenceEnds(i) {
			return false
		}
	}
	return true
}

// rangeOpenedBefore returns the expression that ph ends a range of: the one just before it, when only
// "to" or the like stands between, or "and" with a "between" before that.
func (r *resolver) rangeOpenedBefore(ph *phrase) *Expression {
	if len(r.found) == 0 || ph.first < 2 {
		return nil
	}
	prev := &r.found[len(r.found)-1]
	between := ph.first - 1
	if between > 0 && r.tokens[between].word == wordThe {
		between--
	}
	if between < 1 || r.tokens[between-1].End != prev.End || prev.From.IsZero() {
		return nil
	}
	word := r.tokens[between].word
	if rangeWords[word] || word == wordAnd && r.lastStart > 0 && r.tokens[r.lastStart-1].word == wordBetween {
		return prev
	}
	return nil
}

var (
	wordThe    = intern("the")
	rangeWords = wordsOf("range words")

	wordBetween, wordOf, wordAnd = intern("between"), intern("of"), intern("and")
)

// FromISO returns the first day it covers, or for times the day and clock, as ISO 8601:
// "2022-01-10", "2013-02-12T05:00". It is empty where From is zero.
func (e Expression) FromISO() string { return e.iso(e.From, e.FromClock) }

// ToISO returns the last day it covers, or for times the last day and clock, as ISO 8601.
func (e Expression) ToISO() string { return e.iso(e.To, e.ToClock) }

func (e Expression) iso(d calendar.Day, clock time.Duration) string {
	if d.IsZero() || !e.HasClock {
		return d.String()
	}
	return d.String() + "T" + clockString(clock)
}
