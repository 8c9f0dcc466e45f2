package quote

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// An Edit is a run of words that an article and a text share, or that one of them lacks.
type Edit struct {
	Kind EditKind
	Text string // as the article has it; as the text has it where Added
}

// An EditKind says who has the words of an Edit.
type EditKind int

const (
	Kept    EditKind = iota // both
	Left                    // the article only: the text leaves them out
	Added                   // the text only
	Skipped                 // neither: words of the article between, which are not part of what is quoted
)

// An alignment pairs the words of an article with those of a text, each in order: the best
// local alignment of Smith and Waterman (1981) over words, with leave to pass over words of
// the article that are not quoted. It takes time and memory in the product of the lengths,
// which are bounded.
type alignment struct {
	source []english.Token
	own    []bool
	needle []english.Token
	steps  []step // from the first word aligned to the last
}

// A step is one word of both (paired), or of one of them.
type step struct{ source, needle int } // indices; -1 where that side has no word here

// Scores of the alignment.
const (
	forSame   = 4 // a word that means something
	forStop   = 2
	forGap    = -1
	forChange = -2 // one word for another
)

// The last step into a cell of the table.
const (
	fromNowhere = iota
	fromBoth
	fromSource
	fromNeedle
)

func align(source []english.Token, own []bool, needle []english.Token) *alignment {
	a := &alignment{source: source, own: own, needle: needle}
	width := len(needle) + 1
	from := make([]uint8, (len(source)+1)*width)
	above, row := make([]int32, width), make([]int32, width)
	best, bestAt := int32(0), 0
	for i := range source {
		row[0] = 0
		for j := range needle {
			score, step := int32(0), uint8(fromNowhere)
			consider := func(s int32, by uint8) {
				if s > score {
					score, step = s, by
				}
			}
			consider(above[j]+a.pair(i, j), fromBoth)
			consider(above[j+1]+a.gap(i), fromSource)
			consider(row[j]+forGap, fromNeedle)
			row[j+1] = score
			at := (i+1)*width + j + 1
			from[at] = step
			if score > best || score == best && step == fromBoth {
				best, bestAt = score, at
			}
		}
		above, row = row, above
	}
	a.trace(from, bestAt)
	return a
}

// trace follows the table of steps back from a cell to where the alignment begins.
func (a *alignment) trace(from []uint8, at int) {
	width := len(a.needle) + 1
	for from[at] != fromNowhere {
		i, j := at/width-1, at%width-1
		switch from[at] {
		case fromBoth:
			if a.same(i, j) {
				a.steps = append(a.steps, step{i, j})
			} else {
				a.steps = append(a.steps, step{-1, j}, step{i, -1})
			}
			at -= width + 1
		case fromSource:
			a.steps = append(a.steps, step{i, -1})
			at -= width
		case fromNeedle:
			a.steps = append(a.steps, step{-1, j})
			at--
		}
	}
	slices.Reverse(a.steps)
}

func (a *alignment) same(i, j int) bool { return a.source[i].Norm == a.needle[j].Norm }

func (a *alignment) pair(i, j int) int32 {
	switch {
	case !a.same(i, j):
		return forChange
	case a.source[i].Stop:
		return forStop
	}
	return forSame
}

// gap is what passing over a word of the article costs.
func (a *alignment) gap(i int) int32 {
	if a.own[i] {
		return forGap
	}
	return 0
}

// maxWiden is how many words at each end may be put in place of others.
const maxWiden = 8

// widen takes in the words of the text before and behind those aligned, as far as the same
// sentence of it goes: what somebody changed at the ends is a change as well. As many of
// the words quoted stand against them. Words that only say whose it is are let be.
func (a *alignment) widen(n needle, saying english.Set) {
	if len(a.steps) == 0 {
		return
	}
	first, last := a.steps[0], a.steps[len(a.steps)-1] // words of both: no alignment begins or ends with less
	lead := first.needle
	for lead > 0 && first.needle-lead <= maxWiden && !parts(n.String[n.Tokens[lead-1].End:n.Tokens[lead].Start]) {
		lead--
	}
	trail := last.needle
	for trail+1 < len(n.Tokens) && trail-last.needle <= maxWiden && !parts(n.String[n.Tokens[trail].End:n.Tokens[trail+1].Start]) {
		trail++
	}
	if first.needle-lead <= maxWiden && !allOf(n.Tokens[lead:first.needle], saying) {
		a.steps = append(a.replaced(first.source-(first.needle-lead), first.source, lead, first.needle), a.steps...)
	}
	if trail-last.needle <= maxWiden && !allOf(n.Tokens[last.needle+1:trail+1], saying) {
		a.steps = append(a.steps, a.replaced(last.source+1, last.source+1+trail-last.needle, last.needle+1, trail+1)...)
	}
}

// allOf reports whether all the words are in the set: who said it, and that it was said.
func allOf(words []english.Token, set english.Set) bool {
	for _, w := range words {
		if !set.Has(w.Norm) {
			return false
		}
	}
	return true
}

// replaced returns the words quoted among source[from:to] as left out, and the needle's
// [lead:trail] as added.
func (a *alignment) replaced(from, to, lead, trail int) []step {
	var steps []step
	for i := max(from, 0); i < min(to, len(a.source)); i++ {
		if a.own[i] {
			steps = append(steps, step{i, -1})
		}
	}
	for j := lead; j < trail; j++ {
		steps = append(steps, step{-1, j})
	}
	return steps
}

// parts reports whether what stands between two words ends what somebody is quoted with.
func parts(between string) bool { return strings.ContainsAny(between, ".!?:;\n\"“”„«»") }

// A weighing says how much an alignment holds: each word that means something counts 1,
// others less.
type weighing struct {
	shared, changed float64
	needle, quoted  float64 // all there is
	words           int     // shared, of those quoted
}

func weight(t english.Token) float64 {
	if t.Stop {
		return 0.3
	}
	return 1
}

func (a *alignment) weigh() weighing {
	var w weighing
	for _, t := range a.needle {
		w.needle += weight(t)
	}
	for i, t := range a.source {
		if a.own[i] {
			w.quoted += weight(t)
		}
	}
	left, added := 0.0, 0.0 // since the last word of both
	for _, s := range a.steps {
		kind := a.kind(s)
		switch {
		case kind == Left:
			left += weight(a.source[s.source])
		case kind == Added:
			added += weight(a.needle[s.needle])
		case kind == Kept && a.own[s.source]:
			w.shared += weight(a.source[s.source])
			w.words++
		case kind == Kept: // words of saying: neither
			w.needle -= weight(a.needle[s.needle])
		}
		if kind == Kept {
			w.changed += max(left, added) // one word in place of another is one change
			left, added = 0, 0
		}
	}
	w.changed += max(left, added)
	return w
}

// edits writes the steps as runs of words: a run in the article as its text has it. What was
// left out stands before what was put in its place.
func (a *alignment) edits(source, needle string) []Edit {
	var list []Edit
	for i := 0; i < len(a.steps); {
		end := i
		for end < len(a.steps) && a.changes(a.steps[end]) {
			end++
		}
		slices.SortStableFunc(a.steps[i:end], func(s, t step) int { return int(a.kind(s)) - int(a.kind(t)) })
		i = end + 1
	}
	for i := 0; i < len(a.steps); {
		kind, end := a.kind(a.steps[i]), i+1
		for end < len(a.steps) && a.kind(a.steps[end]) == kind && a.adjoins(a.steps[end-1], a.steps[end], kind) {
			end++
		}
		first, last := a.steps[i], a.steps[end-1]
		switch kind {
		case Added:
			list = append(list, Edit{Added, needle[a.needle[first.needle].Start:a.needle[last.needle].End]})
		case Skipped:
			list = append(list, Edit{Kind: Skipped})
		default:
			list = append(list, Edit{kind, source[a.source[first.source].Start:a.source[last.source].End]})
		}
		i = end
	}
	return list
}

func (a *alignment) changes(s step) bool {
	k := a.kind(s)
	return k == Left || k == Added
}

func (a *alignment) kind(s step) EditKind {
	switch {
	case s.source < 0:
		return Added
	case s.needle >= 0:
		return Kept
	case a.own[s.source]:
		return Left
	}
	return Skipped
}

// adjoins reports whether the words of two steps of one kind follow on one another.
func (a *alignment) adjoins(s, t step, kind EditKind) bool {
	return kind == Added && t.needle == s.needle+1 || kind != Added && t.source == s.source+1
}
