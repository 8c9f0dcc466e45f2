package ask

import (
	"slices"
	"strings"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// A period is the days a question asks about.
type period struct {
	from, to timex.Day // zero: open
	narrow   bool      // a month at most: what is on another day is no answer
	seen     bool      // from the day it was asked: "next week"
	rest     string    // the question without them
	alone    bool      // what happens then is all that is asked
}

// Words that decide how a question's days are meant. Those around an expression open it to one
// side; those of seeing are about the day the question is asked, all others about the articles'.
var (
	openAfter  = setOf("after since from")
	openBefore = setOf("before until till by")
	around     = setOf("on in at during for within of between and to through the over throughout around about")
	seeing     = setOf("today tonight tomorrow yesterday ago next last this current coming past")
)

// happening are the words, as stems, that ask for nothing but what is on a day.
var happening = stemsOf(`happen occur take place hold held plan schedule event say said tell told announce go come expect due date day
	news do did set anything something everything know report state mention`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// periodOf returns the days a question names, if it names any that can be told.
func periodOf(lib *knowledge.Library, text string, asked time.Time) (period, bool) {
	var p period
	if asked.IsZero() {
		asked = time.Now()
	}
	seen := timex.Find(english.Read(text), timex.MomentOf(asked))
	rest := []byte(text)
	found := false
	for i, d := range lib.Analyze(text).Dates {
		if has(text[d.Start:d.End], seeing) {
			if d.From.IsZero() || i >= len(seen) || seen[i].Start != d.Start {
				continue // articles without a day cannot say what is on one seen from today
			}
			p.seen, d = true, seen[i]
		}
		if d.From.IsZero() || d.Type != timex.Date && d.Type != timex.Time {
			continue
		}
		start, before := prepositions(text[:d.Start])
		p.include(d, before, found)
		found = true
		copy(rest[start:d.End], strings.Repeat(" ", d.End-start))
	}
	p.narrow = !p.from.IsZero() && !p.to.IsZero() && p.to.Sub(p.from) <= 31
	p.rest = strings.Join(strings.Fields(string(rest)), " ")
	p.alone = true
	for _, w := range word.Tokens(p.rest) {
		p.alone = p.alone && (w.Stop || happening[w.Stem])
	}
	present := p.seen && !p.from.After(timex.DayOf(asked)) && (p.to.IsZero() || !p.to.Before(timex.DayOf(asked)))
	if present && !p.alone { // "today" for "nowadays": no day to look for
		return period{}, false
	}
	return p, found
}

// include widens the period to an expression with the word that opens it before or after.
func (p *period) include(d timex.Expression, before string, more bool) {
	from, to := d.From, d.To
	switch {
	case before == "after":
		from, to = d.To.AddDays(1), timex.Day{}
	case openAfter[before] && !d.Opens:
		to = timex.Day{}
	case before == "before":
		from, to = timex.Day{}, d.From.AddDays(-1)
	case openBefore[before]:
		from = timex.Day{}
	}
	if !more {
		p.from, p.to = from, to
		return
	}
	if from.Before(p.from) {
		p.from = from
	}
	if to.IsZero() || !p.to.IsZero() && to.After(p.to) {
		p.to = to
	}
}

// prepositions returns where the small words that belong to an expression begin, and which of
// them opens it.
func prepositions(before string) (start int, opens string) {
	words := word.Tokens(before)
	start = len(before)
	for i := len(words) - 1; i >= 0; i-- {
		n := words[i].Norm
		if !around[n] && !openAfter[n] && !openBefore[n] || strings.TrimSpace(before[words[i].End:start]) != "" {
			break
		}
		start = words[i].Start
		if !around[n] {
			return start, n
		}
	}
	return start, ""
}

func has(text string, set map[string]bool) bool {
	return slices.ContainsFunc(word.Tokens(text), func(w word.Token) bool { return set[w.Norm] })
}

// states says whether a sentence names a day that lies wholly in the period.
func (p period) states(passage knowledge.Passage) bool {
	return slices.ContainsFunc(passage.Dates(), func(d timex.Expression) bool {
		return !d.From.IsZero() && d.Type != timex.Duration &&
			(p.from.IsZero() || !d.From.Before(p.from)) && (p.to.IsZero() || !d.To.After(p.to))
	})
}

// elsewhere says whether a sentence names days, and none that touches the period: it
// tells of another time.
func (p period) elsewhere(passage knowledge.Passage) bool {
	named, touches := false, false
	for _, d := range passage.Dates() {
		if !d.From.IsZero() {
			named = true
			touches = touches || (p.to.IsZero() || !d.From.After(p.to)) && (p.from.IsZero() || !d.To.Before(p.from))
		}
	}
	return named && !touches
}

// lists says whether every passage found answers by itself: what happens on some days, or in
// a longer time.
func (p plan) lists() bool {
	return p.period != nil && (p.period.alone || p.period.narrow && p.period.from != p.period.to)
}

// How sure it is that a sentence answers what happens on a day it names, and that one that
// does not answers nothing.
const (
	sureOfDay   = 0.9
	sureOfOther = knowledge.Answers / 2
)

// search finds the passages for a plan. Where the question asks about days, sentences that
// name other days are no answer, those that name these days need not repeat their words, and
// where the articles say nothing of them nothing answers.
func (a *Asker) search(p plan) []knowledge.Passage {
	found := a.Library.Search(p.query)
	if p.period == nil {
		return found
	}
	if p.period.alone {
		if on := a.statedIn(*p.period, p.query.Article); len(on) > 0 {
			return on
		}
		return unsure(found)
	}
	stated := only(found, p.period.states)
	fit := only(found, func(s knowledge.Passage) bool { return !p.period.elsewhere(s) })
	switch {
	case !p.period.narrow && !p.period.seen: // a year is a setting more than a day to be found
		if answers(found) {
			return found
		}
	case answers(stated):
		return stated
	}
	within := p.query
	within.Text, within.From, within.To = p.period.rest, p.period.from, p.period.to
	stated = only(a.Library.Search(within), p.period.states)
	switch {
	case answers(stated):
		return stated
	case p.period.narrow && answers(fit) && !p.period.seen:
		return fit
	}
	return unsure(found)
}

func only(all []knowledge.Passage, wanted func(knowledge.Passage) bool) []knowledge.Passage {
	var kept []knowledge.Passage
	for _, p := range all {
		if wanted(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

func answers(found []knowledge.Passage) bool {
	return len(found) > 0 && found[0].Score >= knowledge.Answers
}

// unsure returns passages as the closest there are, answering nothing.
func unsure(found []knowledge.Passage) []knowledge.Passage {
	for i := range found {
		found[i].Score = min(found[i].Score, sureOfOther)
	}
	return found
}

// statedIn returns the sentences that name a day of the period, in reading order.
func (a *Asker) statedIn(p period, article string) []knowledge.Passage {
	var stated []knowledge.Passage
	for _, from := range a.Library.Articles() {
		if article != "" && from.ID != article {
			continue
		}
		for i := range from.Sentences {
			s := knowledge.Passage{Article: from, Index: i, Score: sureOfDay}
			if p.states(s) {
				stated = append(stated, s)
			}
			if len(stated) == maxPassages {
				return stated
			}
		}
	}
	return stated
}
