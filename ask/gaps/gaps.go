// Package gaps tells what readers want to know and the articles do not say: the questions that were refused, or
// answered wrongly, each with those that mean the same.
//
// The house, bottom up:
//
//	same.go   what in the words of two questions says that they ask for different things
//	gaps.go   questions in groups
package gaps

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/english"
)

// A Gap is a question that was not answered, or wrongly.
type Gap struct {
	ID       int64
	Day      string // YYYY-MM-DD
	Question string
	Wrong    bool   // it was answered, and a reader says wrongly
	Reason   string // with Wrong: why, as the reader chose it
}

// A Group are gaps that mean the same, the oldest first.
type Group struct {
	Question string // in the commonest wording; of several as common the newest
	Gaps     []Gap
	Refused  int
	Wrong    int
	Reasons  []string // of Wrong, each once, the commonest first
}

// Since returns the day of the first gap.
func (g Group) Since() string { return g.Gaps[0].Day }

// IDs returns the IDs of all gaps of a group.
func (g Group) IDs() (ids []int64) {
	for _, one := range g.Gaps {
		ids = append(ids, one.ID)
	}
	return ids
}

// A Reader groups questions. It remembers what they mean, which depends on no library. The zero Reader is ready;
// it may be used by any number of goroutines.
type Reader struct {
	once  sync.Once
	known *lru.Cache[string, encoder.Vector]
}

const (
	// near is the cosine from which two questions mean the same where their words do not tell them apart. Set by hand,
	// so that hardly any are put together that are not (testdata): such a group would hide what somebody wants to know.
	near = 0.8

	mostRead   = 1000             // wordings whose meaning is read: the commonest; at some 5 ms each
	patience   = 10 * time.Second // for reading them, where the encoder is slow; beyond, words alone tell
	maxVectors = 4096             // that are remembered
)

// A wording is one way of asking, with all gaps that ask so.
type wording struct {
	*asked
	gaps   []Gap
	vector *encoder.Vector // nil where it is not known
}

// Groups returns gaps in groups, the largest first, of those as large the newest. They are read by the names of a
// library, and its encoder where it has one. It returns soon after ctx ends, with the error of that.
func (r *Reader) Groups(ctx context.Context, l *knowledge.Library, all []Gap) ([]Group, error) {
	var led [][]*wording
	began := time.Now()
	for i, w := range wordings(l, all) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if i < mostRead && time.Since(began) < patience {
			w.vector = r.vector(ctx, l, w.Text)
		}
		at := slices.IndexFunc(led, func(of []*wording) bool { return of[0].meansSame(w) })
		if at < 0 {
			at, led = len(led), append(led, nil)
		}
		led[at] = append(led[at], w)
	}
	var groups []Group
	for _, of := range led {
		groups = append(groups, grouped(of))
	}
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(len(b.Gaps)-len(a.Gaps), strings.Compare(b.Gaps[len(b.Gaps)-1].Day, a.Gaps[len(a.Gaps)-1].Day))
	})
	return groups, nil
}

// wordings returns the ways in which it was asked, the commonest first, of those as common the newest.
func wordings(l *knowledge.Library, all []Gap) []*wording {
	known := map[string]*wording{}
	var list []*wording
	for _, g := range all {
		key := strings.Join(english.Norms(g.Question), " ")
		w := known[key]
		if w == nil {
			w = &wording{asked: read(l.Analyze(g.Question))}
			known[key] = w
			list = append(list, w)
		}
		w.gaps = append(w.gaps, g)
	}
	newest := func(w *wording) int64 { return w.gaps[len(w.gaps)-1].ID }
	slices.SortFunc(list, func(a, b *wording) int {
		return cmp.Or(len(b.gaps)-len(a.gaps), cmp.Compare(newest(b), newest(a)))
	})
	return list
}

// vector returns what a question means, nil where that cannot be told.
func (r *Reader) vector(ctx context.Context, l *knowledge.Library, text string) *encoder.Vector {
	if !l.ByMeaning() {
		return nil
	}
	r.once.Do(func() { r.known, _ = lru.New[string, encoder.Vector](maxVectors) }) // fails for a size below one
	v, ok := r.known.Get(text)
	if !ok {
		var err error
		if v, err = l.Vector(ctx, text); err != nil {
			return nil
		}
		r.known.Add(text, v)
	}
	return &v
}

// meansSame reports whether two wordings mean the same. Without an encoder they do where they have the same words.
func (w *wording) meansSame(other *wording) bool {
	if w.vector == nil || other.vector == nil {
		return slices.Equal(sorted(w.stems), sorted(other.stems)) && mayBeSame(w.asked, other.asked)
	}
	return w.vector.Dot(other.vector) >= near && mayBeSame(w.asked, other.asked)
}

func sorted(words []string) []string { return slices.Sorted(slices.Values(words)) }

// grouped returns wordings that mean the same, the commonest first, as a group.
func grouped(of []*wording) Group {
	g := Group{Question: of[0].gaps[len(of[0].gaps)-1].Question}
	for _, w := range of {
		g.Gaps = append(g.Gaps, w.gaps...)
	}
	slices.SortFunc(g.Gaps, func(a, b Gap) int { return cmp.Compare(a.ID, b.ID) })
	count := map[string]int{}
	for _, gap := range g.Gaps {
		if !gap.Wrong {
			g.Refused++
			continue
		}
		g.Wrong++
		if count[gap.Reason]++; gap.Reason != "" && count[gap.Reason] == 1 {
			g.Reasons = append(g.Reasons, gap.Reason)
		}
	}
	slices.SortStableFunc(g.Reasons, func(a, b string) int { return count[b] - count[a] })
	return g
}

// Answered asks again of a library what was refused, without a language model, and reports whether it is answered now.
// Of what was only answered wrongly nobody can tell.
func (g Group) Answered(ctx context.Context, l *knowledge.Library, answer func(context.Context, ask.Question) ask.Answer) (ask.Answer, bool) {
	if g.Refused == 0 {
		return ask.Answer{}, false
	}
	a := answer(ctx, ask.Question{Text: g.Question, Library: l, Plain: true})
	return a, a.Outcome == ask.Answered && len(a.Claims) > 0 && len(a.Claims[0].Cites) > 0
}
