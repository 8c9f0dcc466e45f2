package digest

import (
	"math"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A vector is a text as its stems, each with its weight. Its length is 1, or 0 for a text of
// stop words.
type vector map[string]float64

// weights are how much a stem tells: the logarithm of how rare it is among the sentences.
type weights struct {
	count     map[string]int // sentences that have the stem
	sentences int
}

func weigh(l *knowledge.Library) weights {
	w := weights{count: map[string]int{}}
	for _, a := range l.Articles() {
		for i := range a.Sentences {
			w.sentences++
			p := article.Passage{Article: a, Index: i}
			for _, s := range p.Words().ContentStems() {
				w.count[s]++
			}
		}
	}
	return w
}

func (w weights) of(stem string) float64 {
	return math.Log(1 + float64(w.sentences)/float64(1+w.count[stem]))
}

// vector returns a text's stems with their weights.
func (w weights) vector(text english.Text) vector {
	v := vector{}
	for _, s := range text.ContentStems() {
		v[s] = w.of(s)
	}
	return v.unit()
}

// unit returns the vector at length 1.
func (v vector) unit() vector {
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

// like returns the cosine of the angle between two vectors: 1 for the same words, 0 for no
// word in common.
func (v vector) like(u vector) float64 {
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
func centre(all []vector) vector {
	sum := vector{}
	for _, v := range all {
		for s, x := range v {
			sum[s] += x
		}
	}
	return sum.unit()
}
