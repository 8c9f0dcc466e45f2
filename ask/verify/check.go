package verify

import (
	"cmp"
	"context"
	"math"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// The bounds of what check looks at.
const (
	maxPool     = 24   // passages taken from a search of all articles
	maxEvidence = 4    // sentences laid beside the claim at most
	minGain     = 0.04 // the share of the claim a further sentence must bring
)

// check reports whether the pool supports the claim. It picks the few sentences that hold most
// of the claim between them and judges the claim by the first one, the first two and so on;
// the verdict is of the fewest that support it or, where none do, of those that come closest.
// Cites are in reading order. The comparison that led to the verdict may be nil.
func (j Judge) check(ctx context.Context, claim string, from pool) (Verdict, *comparison) {
	if len(claim) > MaxLength {
		return Verdict{Reasons: because(Coverage, tooLong)}, nil
	}
	chosen := from.choose()
	if len(chosen) == 0 {
		return Verdict{Reasons: because(Coverage, silent)}, nil
	}
	own := j.readClaim(claim, published(chosen))
	var evidence []*grammar.Sentence
	best := Verdict{Score: -1}
	var closest *comparison
	for n, p := range chosen {
		evidence = append(evidence, readPassage(p, j.Names))
		c := compare(own, evidence, j.Names, true)
		v := j.judge(ctx, c)
		if v.Supported || v.Score > best.Score {
			best, closest = v, c
			best.Cites = slices.Clone(chosen[:n+1])
		}
		if v.Supported {
			break
		}
	}
	slices.SortFunc(best.Cites, article.Passage.Compare)
	return best, closest
}

// A pool is the sentences that may hold a claim, and what each holds of it.
type pool struct {
	passages []article.Passage
	holds    [][]int   // of each passage: the words of the claim that it holds, numbered
	weights  []float64 // of each word: the logarithm of how few passages hold it
}

// poolOf returns every sentence of one article, or what a search of all articles finds.
func poolOf(ctx context.Context, lib *knowledge.Library, claim, id string) pool {
	var p pool
	if len(claim) > MaxLength {
		return p
	}
	if a := lib.Article(id); a != nil {
		for i := range a.Sentences {
			p.passages = append(p.passages, article.Passage{Article: a, Index: i})
		}
	} else if id == "" {
		p.passages = lib.Search(ctx, knowledge.Query{Question: lib.Analyze(claim), Limit: maxPool, ByWords: true})
	}
	p.weigh(claim)
	return p
}

func (p *pool) weigh(claim string) {
	wanted := map[string]int{}
	for _, t := range english.Read(claim).Tokens {
		if key := poolKey(t); key != "" {
			if _, known := wanted[key]; !known {
				wanted[key] = len(wanted)
			}
		}
	}
	p.holds, p.weights = make([][]int, len(p.passages)), make([]float64, len(wanted))
	for i, passage := range p.passages {
		for _, t := range passage.Words().Tokens {
			if w, ok := wanted[poolKey(t)]; ok && !slices.Contains(p.holds[i], w) {
				p.holds[i] = append(p.holds[i], w)
				p.weights[w]++
			}
		}
	}
	for w, n := range p.weights {
		p.weights[w] = math.Log(1 + (float64(len(p.passages))+1)/(n+0.5))
	}
}

// poolKey is what a word is looked for by; "" for one without a meaning of its own.
func poolKey(t english.Token) string {
	if t.Stop {
		return ""
	}
	return english.Key(t.Norm, t.Stem)
}

// choose picks the sentences that together hold most of the claim's words, rare words
// counting more, each chosen for what it adds to those before it.
func (p pool) choose() (chosen []article.Passage) {
	left, total := slices.Clone(p.weights), 0.0
	for _, w := range left {
		total += w
	}
	for room := MaxLength; len(chosen) < maxEvidence; room -= len(chosen[len(chosen)-1].Text()) {
		best, gain := -1, 0.0
		for i, passage := range p.passages {
			if g := sum(p.holds[i], left); g > gain && len(passage.Text()) <= room {
				best, gain = i, g
			}
		}
		if best < 0 || len(chosen) > 0 && gain < minGain*total {
			break
		}
		chosen = append(chosen, p.passages[best])
		for _, w := range p.holds[best] {
			left[w] = 0
		}
	}
	return chosen
}

// nearest returns the sentences that hold most of the claim's words, each by itself.
func (p pool) nearest() []article.Passage {
	order := make([]int, len(p.passages))
	held := make([]float64, len(p.passages))
	for i := range order {
		order[i], held[i] = i, sum(p.holds[i], p.weights)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(held[b], held[a]) })
	var near []article.Passage
	for _, i := range order[:min(len(order), maxNearest)] {
		if held[i] > 0 {
			near = append(near, p.passages[i])
		}
	}
	return near
}

func sum(words []int, weights []float64) float64 {
	s := 0.0
	for _, w := range words {
		s += weights[w]
	}
	return s
}
