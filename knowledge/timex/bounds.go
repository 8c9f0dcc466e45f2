package timex

import "talksbot/knowledge/calendar"

// A Bound is the preposition that makes a date the end of a time: what is so "after 2018" is so in none of its
// days.
type Bound string

// The bounds. An expression has none where it stands for its own days.
const (
	After  Bound = "after"
	Before Bound = "before"
	Since  Bound = "since"
	Until  Bound = "until"
)

// Interval returns the first and the last day of the time that the expression bounds, of which one is zero
// where the text leaves it open. Without a bound, and behind "until", which tells a deadline, they are its own.
func (e Expression) Interval() (from, to calendar.Day) {
	if e.From.IsZero() {
		return e.From, e.To
	}
	switch e.Bound {
	case After:
		if e.From == e.To || e.Mod == edgeMods[early] {
			return e.From, calendar.Day{} // the rest of that day is after it too
		}
		return e.To.AddDays(1), calendar.Day{}
	case Since:
		return e.From, calendar.Day{}
	case Before:
		if e.From == e.To || e.Mod == edgeMods[late] {
			return calendar.Day{}, e.To
		}
		return calendar.Day{}, e.From.AddDays(-1)
	}
	return e.From, e.To
}

// boundOf returns the bound that stands before a phrase. In "after Monday's vote" and "before the May
// election" the bound is an event and no date.
func (r *resolver) boundOf(ph *phrase) Bound {
	if next := r.at(ph.stop); next.word == genitive || !r.endsNoun(ph.stop) {
		return ""
	}
	i := ph.start - 1
	if r.at(i).word == wordThe {
		i--
	}
	if i < 0 || r.sentenceEnds(i) {
		return ""
	}
	before, word := r.at(i-1), r.at(i).word
	switch bound := bounds[word]; {
	case word == wordThan && before.word == wordLater:
		if r.at(i-2).word == wordNo {
			return Before
		}
		return After
	case word == wordThan && before.word == wordEarlier:
		return Before
	case word == wordTo && before.word == wordPrior:
		return Before
	case before.shape == other && before.digits > 0, before.word.is(symUnit):
		return "" // "two days after Easter" that no rule has read
	default:
		return bound
	}
}

var (
	wordLater, wordEarlier = intern("later"), intern("earlier")
	wordPrior, wordNo      = intern("prior"), intern("no")

	bounds = map[*word]Bound{
		intern("after"): After, intern("before"): Before, intern("since"): Since, intern("until"): Until, intern("till"): Until,
	}
)
