package revision

import (
	"hash/maphash"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A text is one version, with what is found in it when it is asked for.
type text struct {
	*article.Article
	names    *names.Names
	bags     []map[string]float64 // of each sentence, what its words weigh
	sums     []uint64             // of each sentence, of its words in order
	readings []*reading
	partner  []int            // of each sentence, the one of the other version that is the same, or alone
	other    *text            // the other version
	all      string           // see flat
	places   map[string][]int // see at
}

func newText(a *article.Article, n *names.Names) *text {
	t := &text{Article: a, names: n}
	t.bags, t.sums = make([]map[string]float64, len(a.Sentences)), make([]uint64, len(a.Sentences))
	t.readings, t.partner = make([]*reading, len(a.Sentences)), make([]int, len(a.Sentences))
	for i := range a.Sentences {
		t.sums[i], t.partner[i] = t.sum(i), alone
	}
	return t
}

// alone is the partner of a sentence that has none.
const alone = -1

func (t *text) words(i int) english.Text { return t.WordsIn(t.Sentences[i]) }

// sum returns the same for sentences of the same words, case and punctuation aside. A question is no
// statement of the same words.
func (t *text) sum(i int) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	words := t.words(i)
	for _, w := range words.Tokens {
		h.WriteString(w.Norm)
		h.WriteByte(0)
	}
	if len(words.Tokens) == 0 {
		h.WriteString(words.String)
	}
	return h.Sum64()
}

var seed = maphash.MakeSeed()

// Words by which a sentence is known for the same: those that carry meaning, by their stems. What may have
// been corrected tells little.
const (
	weightWord   = 1.0
	weightFigure = 0.3
	weightStop   = 0.1
)

func (t *text) bag(i int) map[string]float64 {
	if t.bags[i] == nil {
		t.bags[i] = map[string]float64{}
		for _, w := range t.words(i).Tokens {
			switch {
			case english.IsNumber(w.Norm):
				t.bags[i][w.Norm] += weightFigure
			case w.Stop:
				t.bags[i][w.Stem] += weightStop
			default:
				t.bags[i][w.Stem] += weightWord
			}
		}
	}
	return t.bags[i]
}

// likeness returns how much of two bags is shared, and how much of each of them; between 0 and 1.
func likeness(a, b map[string]float64) (both, ofA, ofB float64) {
	shared, sumA, sumB := 0.0, 0.0, 0.0
	for w, n := range a {
		sumA += n
		shared += min(n, b[w])
	}
	for _, n := range b {
		sumB += n
	}
	if sumA == 0 || sumB == 0 {
		return 0, 0, 0
	}
	return 2 * shared / (sumA + sumB), shared / sumA, shared / sumB
}
