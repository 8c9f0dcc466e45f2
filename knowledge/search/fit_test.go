package search

import (
	"flag"
	"fmt"
	"go/ast"
	goparser "go/parser"
	gotoken "go/token"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// The weights of ranking are fitted by
//
//	go test ./knowledge/search -run TestFit -fit -v
//
// on labelled questions in ../shared/eval, and written to weights.txt. Figures are by
// cross-validation over five groups of articles, so that no question is judged by weights
// that have seen its article.
var fit = flag.Bool("fit", false, "fit the weights of ranking and write weights.txt")

// priorShift is the log of how much likelier an answer is taken to be than in the labelled
// data, half of whose questions were written to have none: nearly four times. It puts the share
// of answerable questions that are refused at one in ten.
const priorShift = 1.33

// What one question counts in the fit. Questions asked of another paragraph are there so
// that sentences on the same subject do not pass for answers.
const (
	countSilent = 0.6 // written to look answerable
	countOther  = 0.4 // asked of another paragraph
	countOwn    = 5   // of testdata/search
	countRank   = 0.1 // of all questions of the ranking sets, against all of the reading set
)

// A sample is one question with the features of its candidates.
type sample struct {
	set        string
	group      int // of cross-validation
	question   string
	candidates []features
	right      []bool // which candidates answer
	texts      []string
	weight     float64
}

func (s *sample) answerable() bool { return slices.Contains(s.right, true) }

func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	samples := readSamples(t)
	evaluate(samples, "committed", func(int) (features, features) { return orderWeights, answerWeights })
	evaluate(samples, "fitted, cross-validated", func(fold int) (features, features) {
		return fitBoth(samples, fold)
	})
	o, a := fitBoth(samples, -1)
	evaluate(samples, "fitted, on what it saw", func(int) (features, features) { return o, a })
	writeWeights(t, o, a)
}

// fitBoth fits the weights on all samples but those of one fold.
func fitBoth(samples []*sample, without int) (order, answer features) {
	var lists, tops []*sample
	for _, s := range samples {
		if s.group == without {
			continue
		}
		if s.set != "other" && s.answerable() {
			lists = append(lists, s)
		}
	}
	order = fitOrder(lists)
	for _, s := range samples {
		if s.group != without && s.weightOfAnswer() > 0 {
			tops = append(tops, s)
		}
	}
	answer = fitAnswer(tops, &order)
	answer[bias] += priorShift
	return order, answer
}

func (s *sample) weightOfAnswer() float64 {
	switch s.set {
	case "squad":
		if s.wanted() {
			return 1
		}
		return countSilent
	case "other":
		return countOther
	case "own":
		return countOwn
	}
	return 0
}

const foldCount = 5

// evaluate prints the figures of the weights that a fold has.
func evaluate(samples []*sample, what string, weights func(fold int) (features, features)) {
	var orders, answers [foldCount]features
	for f := range foldCount {
		orders[f], answers[f] = weights(f)
	}
	type tally struct{ ap, first, n float64 }
	by := map[string]*tally{}
	var yes, no, other, ownYes, ownNo []float64
	right := 0.0
	for _, s := range samples {
		o, a := orders[s.group], answers[s.group]
		top := s.top(&o)
		score := 0.0
		if top >= 0 {
			score = s.candidates[top].probability(&a)
		}
		switch {
		case s.set == "own" && s.question != "" && s.wanted():
			ownYes = append(ownYes, score)
		case s.set == "own":
			ownNo = append(ownNo, score)
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
			c.ap += s.averagePrecision(&o)
			if top >= 0 && s.right[top] {
				c.first++
			}
		}
	}
	fmt.Printf("%s:\n", what)
	for _, set := range []string{"trecqa", "wikiqa", "squad", "own"} {
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
	if len(ownYes) > 0 {
		fmt.Printf("  own AUC %.4f refused wrongly %.4f rightly %.4f\n", auc(ownYes, ownNo), below(ownYes, Answers), below(ownNo, Answers))
	}
}

func (s *sample) wanted() bool { return s.weight > 0 }

func (s *sample) top(o *features) int {
	best := -1
	for i := range s.candidates {
		if best < 0 || s.candidates[i].order(o) > s.candidates[best].order(o) {
			best = i
		}
	}
	return best
}

func (s *sample) averagePrecision(o *features) float64 {
	idx := make([]int, len(s.candidates))
	for i := range idx {
		idx[i] = i
	}
	slices.SortStableFunc(idx, func(a, b int) int {
		x, y := s.candidates[a].order(o), s.candidates[b].order(o)
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
	for _, x := range s.right {
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

// fitOrder fits by the softmax over the candidates of a question: the log of the share
// that the right ones have.
func fitOrder(samples []*sample) features {
	count := map[string]float64{}
	for _, s := range samples {
		count[s.set]++
	}
	share := map[string]float64{"squad": 1, "trecqa": countRank, "wikiqa": countRank, "own": countRank}
	return descend(0.0005, func(w, g *features) {
		for _, s := range samples {
			k := share[s.set] / count[s.set]
			scores := make([]float64, len(s.candidates))
			top := math.Inf(-1)
			for i := range s.candidates {
				scores[i] = s.candidates[i].order(w)
				top = max(top, scores[i])
			}
			all, right := 0.0, 0.0
			for i := range scores {
				scores[i] = math.Exp(scores[i] - top)
				all += scores[i]
				if s.right[i] {
					right += scores[i]
				}
			}
			for i := range scores {
				d := scores[i] / all
				if s.right[i] {
					d -= scores[i] / right
				}
				for j := range g {
					g[j] += k * d * s.candidates[i][j]
				}
			}
		}
	})
}

// fitAnswer fits by logistic regression on the first candidate of each question.
func fitAnswer(samples []*sample, order *features) features {
	all := 0.0
	for _, s := range samples {
		all += s.weightOfAnswer()
	}
	return descend(0.0003, func(w, g *features) {
		for _, s := range samples {
			top := s.top(order)
			if top < 0 || s.candidates[top].gated() {
				continue
			}
			want := 0.0
			if s.wanted() {
				want = 1
			}
			d := (sigmoid(s.candidates[top].dot(w)) - want) * s.weightOfAnswer() / all
			for j := range g {
				g[j] += d * s.candidates[top][j]
			}
		}
	})
}

// descend minimises by Adam, with a penalty on the squares of the weights.
func descend(penalty float64, gradient func(w, g *features)) features {
	var w, m, v features
	for step := 1; step <= 250; step++ {
		var g features
		gradient(&w, &g)
		rate := 0.1
		if step > 150 {
			rate = 0.02
		}
		for j := range w {
			if feature(j) >= gateNoTime {
				continue
			}
			if feature(j) != bias {
				g[j] += penalty * w[j]
			}
			m[j] = 0.9*m[j] + 0.1*g[j]
			v[j] = 0.99*v[j] + 0.01*g[j]*g[j]
			mh := m[j] / (1 - math.Pow(0.9, float64(step)))
			vh := v[j] / (1 - math.Pow(0.99, float64(step)))
			w[j] -= rate * mh / (math.Sqrt(vh) + 1e-8)
		}
	}
	return w
}

// featureNames reads the names of the features from their declaration.
func featureNames() []string {
	file, err := goparser.ParseFile(gotoken.NewFileSet(), "features.go", nil, 0)
	if err != nil {
		panic(err)
	}
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		block, ok := n.(*ast.GenDecl)
		if !ok || block.Tok != gotoken.CONST || len(names) > 0 || len(block.Specs) < 10 {
			return true
		}
		for _, s := range block.Specs {
			names = append(names, s.(*ast.ValueSpec).Names[0].Name)
		}
		return false
	})
	return names
}

// writeWeights puts the weights in the place of those in weights.txt.
func writeWeights(t *testing.T, order, answer features) {
	var b strings.Builder
	for line := range strings.Lines(weightsText) {
		if strings.HasPrefix(line, "#") {
			b.WriteString(line)
		}
	}
	for i, name := range featureNames()[:gateNoTime] {
		fmt.Fprintf(&b, "%s %.2f %.2f\n", name, order[i], answer[i])
	}
	if err := os.WriteFile("weights.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestWeights holds the lines of weights.txt to the features they are read for.
func TestWeights(t *testing.T) {
	var got []string
	for line := range strings.Lines(weightsText) {
		if !strings.HasPrefix(line, "#") {
			name, _, _ := strings.Cut(line, " ")
			got = append(got, name)
		}
	}
	if want := featureNames()[:gateNoTime]; !slices.Equal(got, want) {
		t.Errorf("weights.txt has weights for %v, want %v", got, want)
	}
}
