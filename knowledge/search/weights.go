package search

import (
	_ "embed"
	"fmt"
	"math"
	"strings"
)

// The weights are fitted: those of order by the softmax over the candidates of a question,
// those of answering by logistic regression on the candidate that comes first, on the
// understanding that most questions readers ask have an answer (see priorShift in
// views_test.go). Both have a penalty on the squares of the weights. docs/quality.md has the
// figures, and what each feature is worth.
//
//go:embed weights.txt
var weightsText string

var (
	byWords   = weights{gates: firstGate}
	byReading = weights{gates: firstCertain} // of a sentence that the encoder has read
)

// weights say how sentences compare by their features.
type weights struct {
	order  features // which sentence stands before which
	answer features // how probably a sentence answers
	gates  feature  // from this one on, a closed gate by itself decides against a sentence, and has no weight for that
}

// What a closed gate does by itself.
const (
	closedGate = 0.45 // what is left of the probability: too little to answer, and still telling which is nearest
	behindGate = 2    // how far a sentence falls back in order: behind what is alike but for the gate
)

// What it does for a sentence that it gives plainly what is asked for.
const (
	plainlyAnswers = 0.9
	aheadPlainly   = 2 * behindGate
)

// probabilityOf returns how probably a sentence answers.
func (w *weights) probabilityOf(f *features) float64 {
	p := sigmoid(f.dot(&w.answer))
	switch {
	case f.gated(w.gates, featureCount):
		p *= closedGate
	case f[plainly] > 0:
		p = max(p, plainlyAnswers)
	}
	return p
}

// orderOf returns a sentence's place among others: higher stands before lower.
func (w *weights) orderOf(f *features) float64 {
	v := f.dot(&w.order)
	switch {
	case f.gated(firstGate, certainContrary):
		v -= behindGate
	case f[plainly] > 0:
		v += aheadPlainly
	}
	return v
}

// init reads the weights: a line for each feature, in order.
func init() {
	f := bias
	for line := range strings.Lines(weightsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var name string
		if _, err := fmt.Sscan(line, &name, &byWords.order[f], &byWords.answer[f], &byReading.order[f], &byReading.answer[f]); err != nil {
			panic("search: weights.txt: " + line + err.Error())
		}
		f++
	}
	if f != featureCount {
		panic(fmt.Sprintf("search: weights.txt has weights for %d features of %d", f, featureCount))
	}
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
