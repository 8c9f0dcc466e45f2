package verify

import (
	"math"
	"slices"

	"talksbot/ask/verify/grammar"
	"talksbot/knowledge"
	"talksbot/knowledge/english"
)

// The bounds of what Check looks at.
const (
	maxPool     = 24   // passages taken from a search of all articles
	maxEvidence = 4    // sentences laid beside the claim at most
	minGain     = 0.04 // the share of the claim a further sentence must bring
)

// Check reports whether the library supports the claim: in the article with the ID, or in any
// when article is "". It picks the few sentences that hold most of the claim between them
// and judges the claim by the first one, the first two and so on; the verdict is of the
// fewest that support it or, where none do, of those that come closest. Cites are in
// reading order.
func (j Judge) Check(lib *knowledge.Library, claim, article string) Verdict {
	v, _ := j.check(lib, claim, article)
	return v
}

// check also returns the comparison that led to the verdict, or nil.
func (j Judge) check(lib *knowledge.Library, claim, article string) (Verdict, *comparison) {
	if j.Names == nil {
		j.Names = lib.Names()
	}
	pool := passages(lib, claim, article)
	chosen := choose(claim, pool)
	if len(chosen) == 0 {
		return Verdict{Reasons: because(Coverage, silent)}, nil
	}
	own := j.readClaim(claim, published(chosen))
	var readings []*grammar.Sentence
	best := Verdict{Score: -1}
	var closest *comparison
	for n, p := range chosen {
		readings = append(readings, readPassage(p, j.Names))
		c := compare(own, readings, j.Names)
		c.searched = true
		v := j.judge(c)
		if v.Supported && !best.Supported || v.Supported == best.Supported && v.Score > best.Score {
			best, closest = v, c
			best.Cites = slices.Clone(chosen[:n+1])
		}
	}
	slices.SortFunc(best.Cites, knowledge.Passage.Compare)
	return best, closest
}

// passages returns what may hold the claim: every sentence of one article, or what a search
// of all articles finds.
func passages(lib *knowledge.Library, claim, article string) []knowledge.Passage {
	if article == "" {
		return lib.Search(knowledge.Query{Text: claim, Limit: maxPool})
	}
	a := lib.Article(article)
	if a == nil {
		return nil
	}
	pool := make([]knowledge.Passage, len(a.Sentences))
	for i := range pool {
		pool[i] = knowledge.Passage{Article: a, Index: i}
	}
	return pool
}

// choose picks the sentences that together hold most of the claim's words, rare words
// counting more, each chosen for what it adds to those before it.
func choose(claim string, pool []knowledge.Passage) []knowledge.Passage {
	holds, weights := holdings(claim, pool)
	total := 0.0
	for _, w := range weights {
		total += w
	}
	var chosen []knowledge.Passage
	for len(chosen) < maxEvidence {
		best, gain := -1, 0.0
		for p := range pool {
			if g := sum(holds[p], weights); g > gain {
				best, gain = p, g
			}
		}
		if best < 0 || len(chosen) > 0 && gain < minGain*total {
			break
		}
		chosen = append(chosen, pool[best])
		for _, w := range holds[best] {
			weights[w] = 0
		}
	}
	return chosen
}

// holdings numbers the words of the claim and returns which of them each passage holds, and
// what each counts: the logarithm of how few passages hold it.
func holdings(claim string, pool []knowledge.Passage) (holds [][]int, weights []float64) {
	wanted := map[string]int{}
	for _, t := range english.Read(claim).Tokens {
		if key := poolKey(t); key != "" {
			if _, known := wanted[key]; !known {
				wanted[key] = len(wanted)
			}
		}
	}
	holds, weights = make([][]int, len(pool)), make([]float64, len(wanted))
	for p := range pool {
		for _, t := range english.Read(pool[p].Text()).Tokens {
			if w, ok := wanted[poolKey(t)]; ok && !slices.Contains(holds[p], w) {
				holds[p] = append(holds[p], w)
				weights[w]++
			}
		}
	}
	for w, n := range weights {
		weights[w] = math.Log(1 + (float64(len(pool))+1)/(n+0.5))
	}
	return holds, weights
}

func sum(words []int, weights []float64) float64 {
	s := 0.0
	for _, w := range words {
		s += weights[w]
	}
	return s
}

// poolKey is what a word is looked for by; "" for one without a meaning of its own.
func poolKey(t english.Token) string {
	if t.Stop {
		return ""
	}
	return grammar.KeyOf(t.Norm, t.Stem)
}
