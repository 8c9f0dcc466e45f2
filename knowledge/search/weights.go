package search

import (
	_ "embed"
	"fmt"
	"strings"
)

// The weights are fitted: those of order by the softmax over the candidates of a question,
// those of answering by logistic regression on the candidate that comes first, on the
// understanding that most questions readers ask have an answer (see priorShift in
// fit_test.go). Both have a penalty on the squares of the weights. docs/quality.md has the
// figures, and what each feature is worth.
//
//go:embed weights.txt
var weightsText string

var (
	orderWeights  features // say which sentence stands before which
	answerWeights features // say how probably a sentence answers
)

// init reads the weights: a line for each feature, in order, the gates left out.
func init() {
	f := bias
	for line := range strings.Lines(weightsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var name string
		if _, err := fmt.Sscan(line, &name, &orderWeights[f], &answerWeights[f]); err != nil {
			panic("search: weights.txt: " + line + err.Error())
		}
		f++
	}
}
