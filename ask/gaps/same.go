package gaps

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// An asked is a question as it is compared.
type asked struct {
	question.Question
	stems    []string    // of the words that carry meaning, in order
	words    []string    // in every form by which one goes
	contrary english.Set // what means the contrary of one of them
	days     []string    // the times it names
	turns    []string    // the prepositions that turn what it asks: "against", "without"
}

// turning are prepositions that no other can stand for.
var turning = english.Class("prepositions that turn")

func read(q question.Question) *asked {
	a := &asked{Question: q, stems: q.Words.ContentStems(), contrary: english.Set{}}
	for _, t := range q.Words.Tokens {
		key := english.Key(t.Norm, t.Stem)
		a.words = append(a.words, t.Norm, t.Stem, key)
		for _, other := range slices.Concat(english.Contraries(t.Stem), english.Opposites(key), english.Opposites(t.Norm)) {
			a.contrary[other] = struct{}{}
		}
		if turning.Has(t.Norm) {
			a.turns = append(a.turns, t.Norm)
		}
	}
	for _, d := range q.Dates {
		a.days = append(a.days, d.Value+d.Mod+string(d.Bound))
	}
	return a
}

// mayBeSame reports whether nothing in the words of two questions tells that they ask for different things: another
// kind of answer, another day, the contrary, somebody else, or who did it instead of whom it was done to. For an
// encoder such questions lie as close together as those that mean the same.
func mayBeSame(a, b *asked) bool {
	return a.Kind == b.Kind && a.Negative == b.Negative && a.Latest == b.Latest &&
		slices.Equal(a.days, b.days) && slices.Equal(a.turns, b.turns) &&
		!a.opposes(b) && a.hasMarksOf(b) && b.hasMarksOf(a) && slices.Equal(a.common(b), b.common(a)) && !a.swaps(b) && !b.swaps(a)
}

// opposes reports whether a word of one question means the contrary of one of the other.
func (a *asked) opposes(b *asked) bool { return slices.ContainsFunc(b.words, a.contrary.Has) }

// isMark reports whether a word tells a question from others of its kind: a number, or one so rare that it is likely
// to be a name.
func isMark(stem string) bool { return english.IsNumber(stem) || !english.IsCommon(stem) }

// hasMarksOf reports whether a question has the marks of the other, or words that can stand for them.
func (a *asked) hasMarksOf(b *asked) bool {
	for _, s := range b.stems {
		standsFor := func(l english.Likeness) bool { return slices.Contains(a.stems, l.Stem) }
		if isMark(s) && !slices.Contains(a.stems, s) && !slices.ContainsFunc(english.Alike(s), standsFor) {
			return false
		}
	}
	return true
}

// common are the marks that both questions have, in the order of this one.
func (a *asked) common(b *asked) (all []string) {
	for _, s := range a.stems {
		if isMark(s) && slices.Contains(b.stems, s) {
			all = append(all, s)
		}
	}
	return all
}

// asksWho are the kinds of questions whose sense hangs on the order of their words.
var asksWho = map[question.Kind]bool{question.What: true, question.Who: true, question.Said: true, question.YesNo: true}

// swaps reports whether the one who does it in one question is the one it is done to in the other: the grammar says so
// or, where who did what is asked, the same words stand in another order.
func (a *asked) swaps(b *asked) bool {
	if asksWho[a.Kind] && !slices.Equal(a.stems, b.stems) && slices.Equal(sorted(a.stems), sorted(b.stems)) {
		return true
	}
	does, done := a.Words.In(a.Clause.Subject).ContentStems(), b.Words.In(b.Clause.Object).ContentStems()
	return len(does) > 0 && slices.Equal(does, done)
}
