package search

import (
	"fmt"
	"math"
	"slices"
)

const foldCount = 5

// evaluate prints the figures of the weights that a fold has.
func evaluate(samples []*sample, what string, of func(fold int) weights) {
	var folds [foldCount]weights
	for f := range foldCount {
		folds[f] = of(f)
	}
	type tally struct{ ap, first, n float64 }
	by := map[string]*tally{}
	var yes, no, other []float64
	ours := map[string]*[2][]float64{"own": {}, "news": {}} // without and with an answer
	right := 0.0
	for _, s := range samples {
		w := &folds[s.group]
		top := s.top(w)
		score := 0.0
		if top >= 0 {
			score = w.probabilityOf(&s.candidates[top])
		}
		switch {
		case ours[s.set] != nil:
			which := &ours[s.set][0]
			if s.wanted() {
				which = &ours[s.set][1]
			}
			*which = append(*which, score)
		case s.set == "other":
			other = append(other, score)
		case s.set == "squad" && s.wanted():
			yes = append(yes, score)
			if top >= 0 && s.right[top] && score >= Answers {
				right++
			}
		case s.set == "squad":
			no = append(no, score)
		}
		if s.answerable() && s.set != "other" {
			c := by[s.set]
			if c == nil {
				c = &tally{}
				by[s.set] = c
			}
			c.n++
			c.ap += s.averagePrecision(w)
			if top >= 0 && s.right[top] {
				c.first++
			}
		}
	}
	fmt.Printf("%s:\n", what)
	for _, set := range []string{"trecqa", "wikiqa", "squad", "own", "news"} {
		if c := by[set]; c != nil {
			fmt.Printf("  %-7s MAP %.4f first %.4f of %.0f\n", set, c.ap/c.n, c.first/c.n, c.n)
		}
	}
	fmt.Printf("  answerable AUC %.4f against other paragraphs %.4f; at %.2f: refused wrongly %.4f rightly %.4f other %.4f; right first %.4f\n",
		auc(yes, no), auc(yes, other), Answers, below(yes, Answers), below(no, Answers), below(other, Answers), right/float64(len(yes)))
	for _, share := range []float64{0.05, 0.08, 0.10} {
		th := quantile(yes, share)
		fmt.Printf("  threshold %.4f: refused wrongly %.3f rightly %.4f other %.4f\n", th, share, below(no, th), below(other, th))
	}
	for _, set := range []string{"own", "news"} {
		no, yes := ours[set][0], ours[set][1]
		if len(yes) > 0 {
			fmt.Printf("  %s AUC %.4f refused wrongly %.4f rightly %.4f\n", set, auc(yes, no), below(yes, Answers), below(no, Answers))
		}
	}
}

func (s *sample) wanted() bool { return s.weight > 0 }

func (s *sample) top(w *weights) int {
	best := -1
	for i := range s.candidates {
		if best < 0 || w.orderOf(&s.candidates[i]) > w.orderOf(&s.candidates[best]) {
			best = i
		}
	}
	return best
}

func (s *sample) averagePrecision(w *weights) float64 {
	idx := make([]int, len(s.candidates))
	for i := range idx {
		idx[i] = i
	}
	slices.SortStableFunc(idx, func(a, b int) int {
		x, y := w.orderOf(&s.candidates[a]), w.orderOf(&s.candidates[b])
		if x > y {
			return -1
		} else if x < y {
			return 1
		}
		return 0
	})
	hits, sum, all := 0.0, 0.0, 0.0
	for r, i := range idx {
		if s.right[i] {
			hits++
			sum += hits / float64(r+1)
		}
	}
	for i, x := range s.rest {
		if x {
			hits++
			sum += hits / float64(len(idx)+i+1)
		}
	}
	for _, x := range slices.Concat(s.right, s.rest) {
		if x {
			all++
		}
	}
	return sum / all
}

func below(v []float64, th float64) float64 {
	n := 0.0
	for _, x := range v {
		if x < th {
			n++
		}
	}
	return n / math.Max(1, float64(len(v)))
}

func quantile(v []float64, q float64) float64 {
	v = slices.Clone(v)
	slices.Sort(v)
	return v[int(q*float64(len(v)))]
}

func auc(pos, neg []float64) float64 {
	type p struct {
		v   float64
		pos bool
	}
	var all []p
	for _, v := range pos {
		all = append(all, p{v, true})
	}
	for _, v := range neg {
		all = append(all, p{v, false})
	}
	slices.SortFunc(all, func(a, b p) int {
		if a.v < b.v {
			return -1
		} else if a.v > b.v {
			return 1
		}
		return 0
	})
	ranks := 0.0
	for i := 0; i < len(all); {
		j := i
		n := 0.0
		for j < len(all) && all[j].v == all[i].v {
			if all[j].pos {
				n++
			}
			j++
		}
		ranks += float64(i+j+1) / 2 * n
		i = j
	}
	n := float64(len(pos))
	return (ranks - n*(n+1)/2) / (n * float64(len(neg)))
}
