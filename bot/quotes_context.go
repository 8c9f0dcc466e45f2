package bot

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"talksbot/knowledge"
)

// contextName is the button that shows what stands around quotes. It is short, for the room
// it leaves.
const contextName = "ctx"

// A place is where a quote stands: some sentences of an article, in a row.
type place struct {
	article     *knowledge.Article
	first, last int // sentences, both included
}

func placeOf(q knowledge.Quote) place {
	return place{q.Article, q.Sentences[0], q.Sentences[len(q.Sentences)-1]}
}

// places are where the quotes of a message stand, in the order of their numbers: the first is
// [1].
type places []place

func (ps *places) add(p place) {
	if ps.number(p) == 0 {
		*ps = append(*ps, p)
	}
}

// number returns the number of a place; 0 when it is not there.
func (ps places) number(p place) int { return slices.Index(ps, p) + 1 }

// articles returns the articles of the places, each once.
func (ps places) articles() []*knowledge.Article {
	var out []*knowledge.Article
	for _, p := range ps {
		if !slices.Contains(out, p.article) {
			out = append(out, p.article)
		}
	}
	return out
}

// numbersOf returns the numbers of an article's places: "[1] [3]".
func (ps places) numbersOf(a *knowledge.Article) string {
	var numbers []string
	for i, p := range ps {
		if p.article == a {
			numbers = append(numbers, fmt.Sprintf("[%d]", i+1))
		}
	}
	return strings.Join(numbers, " ")
}

// encode returns the places as what a button carries, as many of the first as fit: for each
// its first and its last sentence, as citations.
func (ps places) encode() string {
	var refs []ref
	for _, p := range ps {
		refs = append(refs, ref{keyOf(p.article), p.first}, ref{keyOf(p.article), p.last})
	}
	for ; ; refs = refs[:len(refs)-2] {
		if code := encodeRefs(refs); len(contextName)+1+len(code) <= maxCustomID {
			return code
		}
	}
}

// quotesContext shows the sentences of each quote, in bold, between those around them, taken
// from the article as it is now.
func (b *Bot) quotesContext(_ context.Context, e event) reply {
	refs, err := decodeRefs(e.Arg)
	if err != nil || len(refs) == 0 || len(refs)%2 != 0 {
		return reply{text: "This button is from another version of me. Please use " + b.mention(quotesName) + " again."}
	}
	stretches, troubles := b.stretches(refs)
	text := ""
	for _, limit := range []struct{ around, own int }{
		{maxLength, maxLength}, {200, maxLength}, {100, maxLength}, {100, 400}, {80, 250}, {60, 150}, {40, 80}, {20, 20},
	} {
		parts := slices.Clone(troubles)
		for _, s := range stretches {
			parts = append(parts, s.text(limit.around, limit.own))
		}
		if text = strings.Join(parts, "\n\n"); length(text) <= maxLength {
			break
		}
	}
	return reply{text: text}
}

// A stretch is a run of sentences of an article with the quotes in it, by their numbers.
type stretch struct {
	article     *knowledge.Article
	first, last int // sentences, both included
	starts      map[int][]int
	quoted      map[int]bool
}

// stretches returns the sentences that the refs name, two for a quote, and those around
// them; quotes that stand together are in one stretch. It says what cannot be shown.
func (b *Bot) stretches(refs []ref) (all []stretch, troubles []string) {
	for i := 0; i < len(refs); i += 2 {
		number, first, last := i/2+1, refs[i].index, refs[i+1].index
		a, trouble := b.find(refs[i])
		if trouble == "" && (refs[i].key != refs[i+1].key || last < first || last >= len(a.Sentences)) {
			trouble = "This button is from another version of me."
		}
		if trouble != "" {
			troubles = append(troubles, fmt.Sprintf("**[%d]** %s", number, trouble))
			continue
		}
		s := stretch{a, max(first-1, 0), min(last+1, len(a.Sentences)-1), map[int][]int{first: {number}}, map[int]bool{}}
		for k := first; k <= last; k++ {
			s.quoted[k] = true
		}
		all = joined(all, s)
	}
	return all, troubles
}

// joined adds a stretch to those it touches, which become one, or to the end.
func joined(all []stretch, s stretch) []stretch {
	var kept []stretch
	for _, t := range all {
		if t.article != s.article || t.last+1 < s.first || s.last+1 < t.first {
			kept = append(kept, t)
			continue
		}
		s.first, s.last = min(s.first, t.first), max(s.last, t.last)
		for k, numbers := range t.starts {
			s.starts[k] = append(numbers, s.starts[k]...)
		}
		maps.Copy(s.quoted, t.quoted)
	}
	return append(kept, s)
}

// mostAtOnce is how many sentences of a stretch are shown.
const mostAtOnce = 30

// text returns the stretch as it is read, its quotes' sentences in bold; those around them
// and their own no longer than so many characters.
func (s stretch) text(around, own int) string {
	parts := []string{"-# " + source(s.article) + "\n>"}
	for k := s.first; k <= s.last && k-s.first < mostAtOnce; k++ {
		for _, number := range s.starts[k] {
			parts = append(parts, fmt.Sprintf("[%d]", number))
		}
		sentence := knowledge.Passage{Article: s.article, Index: k}.Text()
		if s.quoted[k] {
			parts = append(parts, bold(escape(shorten(sentence, own))))
			continue
		}
		parts = append(parts, escape(shorten(sentence, around)))
	}
	return strings.Join(parts, " ")
}
