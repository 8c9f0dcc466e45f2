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

// What one question counts in the fit. Questions asked of another paragraph are there so
// that sentences on the same subject do not pass for answers.
const (
	countSilent = 0.6 // written to look answerable
	countOther  = 0.4 // asked of another paragraph
	countOwn    = 5   // of testdata/search
	countNews   = 2   // of testdata/kept
)

// A sample is one question with the features of its candidates. It is gathered with what
// was found, in order, and seen by words or by reading for a fit.
type sample struct {
	set        string
	group      int // of cross-validation
	question   string
	ranked     []ranked
	candidates []features
	right      []bool // which candidates answer
	rest       []bool // the same of those behind the candidates
	texts      []string
	weight     float64
}

func (s *sample) answerable() bool { return slices.Contains(s.right, true) }

func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	samples := readSamples(t)
	writeWeights(t, words.fit(samples), closely.fit(samples))
}

// fitBoth fits the weights on all samples but those of one fold.
func (v view) fitBoth(samples []*sample, without int) weights {
	w := weights{gates: v.weights.gates}
	var lists, tops []*sample
	for _, s := range samples {
		if s.group == without {
			continue
		}
		if s.set != "other" && s.answerable() {
			lists = append(lists, s)
		}
	}
	w.order = v.fitOrder(lists)
	for _, s := range samples {
		if s.group != without && s.weightOfAnswer() > 0 {
			tops = append(tops, s)
		}
	}
	w.answer = fitAnswer(tops, w)
	w.answer[bias] += v.priorShift
	return w
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
	case "news":
		return countNews
	}
	return 0
}

// fitOrder fits by the softmax over the candidates of a question: the log of the share
// that the right ones have.
func (v view) fitOrder(samples []*sample) features {
	count := map[string]float64{}
	for _, s := range samples {
		count[s.set]++
	}
	share := map[string]float64{"squad": 1, "trecqa": v.countRank, "wikiqa": v.countRank, "own": v.countOwn, "news": v.countNews}
	return descend(0.0005, gateNoTime, func(order, g *features) {
		w := weights{order: *order}
		for _, s := range samples {
			k := share[s.set] / count[s.set]
			scores := make([]float64, len(s.candidates))
			top := math.Inf(-1)
			for i := range s.candidates {
				scores[i] = w.orderOf(&s.candidates[i])
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
func fitAnswer(samples []*sample, ordered weights) features {
	all := 0.0
	for _, s := range samples {
		all += s.weightOfAnswer()
	}
	return descend(0.0003, ordered.gates, func(w, g *features) {
		for _, s := range samples {
			top := s.top(&ordered)
			if top < 0 || s.candidates[top].gated(ordered.gates, featureCount) {
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
func descend(penalty float64, gates feature, gradient func(w, g *features)) features {
	var w, m, v features
	for step := 1; step <= 250; step++ {
		var g features
		gradient(&w, &g)
		rate := 0.1
		if step > 150 {
			rate = 0.02
		}
		for j := range w {
			if feature(j) >= gates {
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
func writeWeights(t *testing.T, words, reading weights) {
	var b strings.Builder
	for line := range strings.Lines(weightsText) {
		if strings.HasPrefix(line, "#") {
			b.WriteString(line)
		}
	}
	for i, name := range featureNames()[:featureCount] {
		fmt.Fprintf(&b, "%s %.4g %.4g %.4g %.4g\n", name, words.order[i], words.answer[i], reading.order[i], reading.answer[i])
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
	if want := featureNames()[:featureCount]; !slices.Equal(got, want) {
		t.Errorf("weights.txt has weights for %v, want %v", got, want)
	}
}
