package summary

import (
	"math"

	"talksbot/knowledge"
	"talksbot/knowledge/english"
)

// A Vector is a text as its stems, each with its weight. Its length is 1, or 0 for a text of
// stop words.
type Vector map[string]float64

// Weights are how much a stem tells: the logarithm of how rare it is among the sentences of a
// library.
type Weights struct {
	library   *knowledge.Library
	sentences int
}

// Weigh returns the weights of a library.
func Weigh(l *knowledge.Library) Weights { return Weights{l, l.Sentences()} }

func (w Weights) of(stem string) float64 {
	return math.Log(1 + float64(w.sentences)/float64(1+w.library.Frequency(stem)))
}

// Vector returns a text's stems with their weights.
func (w Weights) Vector(text english.Text) Vector {
	v := Vector{}
	for _, s := range text.ContentStems() {
		v[s] = w.of(s)
	}
	return v.unit()
}

// unit returns the vector at length 1.
func (v Vector) unit() Vector {
	length := 0.0
	for _, x := range v {
		length += x * x
	}
	if length = math.Sqrt(length); length > 0 {
		for s := range v {
			v[s] /= length
		}
	}
	return v
}

// Like returns the cosine of the angle between two vectors: 1 for the same words, 0 for no
// word in common.
func (v Vector) Like(u Vector) float64 {
	if len(u) < len(v) {
		v, u = u, v
	}
	sum := 0.0
	for s, x := range v {
		sum += x * u[s]
	}
	return sum
}

// centre returns the direction vectors have in common.
func centre(all []Vector) Vector {
	sum := Vector{}
	for _, v := range all {
		for s, x := range v {
			sum[s] += x
		}
	}
	return sum.unit()
}
