package encoder

import "math"

// The shape of MiniLM-L6-H384.
const (
	Width     = 384 // numbers in a vector
	heads     = 12
	headWidth = Width / heads
	inner     = 1536
	layers    = 6
	maxTokens = 512 // positions the model knows
	epsilon   = 1e-12
)

// A matrix is the weights of a linear layer, in panels (see panel).
type matrix struct {
	out, in     int
	weights     []int8
	scale, bias []float32 // of each output
	sums        []int32   // of each output's weights; none where activations need 14 bits
}

// apply computes dst = x·Wᵀ + b for rows rows of x.
func (m *matrix) apply(s *scratch, dst, x []float32, rows int) {
	if m.sums != nil {
		narrowProduct(dst, x, s, m, rows)
		return
	}
	q, scale := s.quantised[:rows*m.in], s.scale[:rows]
	for r := range rows {
		scale[r] = quantise(q[r*m.in:][:m.in], x[r*m.in:][:m.in])
	}
	wideProduct(dst, q, scale, m, s.pairs[:m.in], rows)
}

// narrow has the matrix take activations of 8 bits.
func (m *matrix) narrow() {
	m.sums = make([]int32, m.out)
	for o := range m.sums {
		weights := m.weights[o/panel*panel*m.in+o%panel*2:]
		for k := 0; k < m.in; k += 2 {
			w := (*[2]int8)(weights[k*panel:])
			m.sums[o] += int32(w[0]) + int32(w[1])
		}
	}
}

// A normalisation is the gain and bias of a layer normalisation.
type normalisation struct{ gain, bias []float32 }

type layer struct {
	qkv, attended, up, down matrix
	afterAttention, after   normalisation
}

// A table is rows of int8 with a scale each.
type table struct {
	rows  []int8
	scale []float32
}

// add adds row i to x.
func (t table) add(x *[Width]float32, i int) {
	scale := t.scale[i]
	for k, v := range (*[Width]int8)(t.rows[i*Width:]) {
		x[k] += float32(v) * scale
	}
}

// A model is the encoder's weights. It is read-only, so any number of goroutines may run
// it at once, each with a scratch of its own.
type model struct {
	words, positions table
	segments         []float32 // 2 rows
	embedded         normalisation
	layers           [layers]layer
	answers          head
}

// scratch is the working memory of one pass, for one goroutine. Its size is set by the
// longest sequence, so that a pass allocates nothing.
type scratch struct {
	x, y, qkv, context, inner []float32
	scores, keys, mask        []float32
	quantised                 []int16
	bytes                     []uint8
	scale                     []float32
	zero                      []int32
	pairs                     []int64
	ids, segments             []int32
	cutter                    cutter
	pieces, before            []piece
}

func newScratch(tokens int, v *vocabulary) *scratch {
	padded := (tokens + panel - 1) / panel * panel
	floats := func(n int) []float32 { return make([]float32, n) }
	return &scratch{
		x: floats(tokens * Width), y: floats(tokens * Width), qkv: floats(tokens * 3 * Width),
		context: floats(tokens * Width), inner: floats(tokens * inner),
		scores: floats(tokens * padded), keys: floats(headWidth * padded), mask: floats(padded),
		quantised: make([]int16, tokens*inner), bytes: make([]uint8, tokens*inner),
		scale: floats(tokens), zero: make([]int32, tokens), pairs: make([]int64, inner),
		cutter: cutter{v: v}, ids: make([]int32, 0, tokens), segments: make([]int32, 0, tokens),
		pieces: make([]piece, 0, tokens+longestWord*4), before: make([]piece, 0, mostBefore+longestWord*4),
	}
}

// begin makes the sequence the one token that stands first.
func (s *scratch) begin(first int32) {
	s.ids, s.segments = append(s.ids[:0], first), append(s.segments[:0], 0)
}

// add adds pieces to the sequence, and the token that stands at their end, as a segment.
func (s *scratch) add(pieces []piece, segment, end int32) {
	for _, p := range pieces {
		s.ids, s.segments = append(s.ids, p.id), append(s.segments, segment)
	}
	s.ids, s.segments = append(s.ids, end), append(s.segments, segment)
}

// run reads s.ids with s.segments and returns the last layer's states, Width numbers a
// token. They are good until s is used again.
func (m *model) run(s *scratch) []float32 {
	n := len(s.ids)
	x, y := s.x[:n*Width], s.y[:n*Width]
	m.embed(s, x)
	for i := range m.layers {
		l := &m.layers[i]
		l.qkv.apply(s, s.qkv, x, n)
		attend(s, n)
		l.attended.apply(s, y, s.context, n)
		l.afterAttention.sum(x, y)
		l.up.apply(s, s.inner, x, n)
		gelu(s.inner[:n*inner])
		l.down.apply(s, y, s.inner, n)
		l.after.sum(x, y)
	}
	return x
}

func (m *model) embed(s *scratch, x []float32) {
	for t, id := range s.ids {
		row := (*[Width]float32)(x[t*Width:])
		copy(row[:], m.segments[int(s.segments[t])*Width:])
		m.words.add(row, int(id))
		m.positions.add(row, t)
		normalise(row, &zeros, m.embedded)
	}
}

// attend writes softmax(QKᵀ/√d)·V of each head into s.context.
func attend(s *scratch, n int) {
	const stride = 3 * Width
	padded := (n + panel - 1) / panel * panel
	// The mask is added to the scores and hides what fills up the last panel.
	mask := s.mask[:padded]
	clear(mask[:n])
	for t := n; t < padded; t++ {
		mask[t] = -1e30
	}
	scores, keys := s.scores[:n*padded], s.keys[:headWidth*padded]
	for h := range heads {
		q, k, v := s.qkv[h*headWidth:], s.qkv[Width+h*headWidth:], s.qkv[2*Width+h*headWidth:]
		clear(keys)
		for t := range n {
			for d, f := range (*[headWidth]float32)(k[t*stride:]) {
				keys[d*padded+t] = f
			}
		}
		for j := 0; j < padded; j += panel {
			floatProduct(scores[j:], padded, q, stride, keys[j:], padded, mask[j:], n, headWidth)
		}
		for t := range n {
			softmax(scores[t*padded:][:padded], 1/math.Sqrt2/4) // 1/√32
		}
		for j := 0; j < headWidth; j += panel {
			floatProduct(s.context[h*headWidth+j:], Width, scores, padded, v[j:], stride, zeros[:panel], n, n)
		}
	}
}

var zeros [Width]float32

// sum adds y to x and normalises each row.
func (p normalisation) sum(x, y []float32) {
	for r := 0; r < len(x); r += Width {
		normalise((*[Width]float32)(x[r:]), (*[Width]float32)(y[r:]), p)
	}
}
