package encoder

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

// Licence says where the weights come from, and how they may be used.
//
//go:embed LICENSE
var Licence string

// Hash is the SHA-256 of the weights.
const Hash = "e59065f1e3b15798b2ee734e4de879b00b862de508049617f4fbd16643ffc882"

// format begins the file that training/weights.py writes. There follow the number of pieces of
// the vocabulary, the floats, the int8 weights, and the vocabulary, a piece a line. All
// numbers are little-endian.
const format = "talksbot encoder 2\n"

// A reader takes one part of the file after the other. Where the file ends too early, err
// is set and what is returned is zeros.
type reader struct {
	rest string
	err  error
}

func (r *reader) take(n int) string {
	if r.err != nil || n < 0 || n > len(r.rest) {
		if r.err == nil {
			r.err = fmt.Errorf("%d bytes of weights wanted, %d left", n, len(r.rest))
		}
		return ""
	}
	part := r.rest[:n]
	r.rest = r.rest[n:]
	return part
}

func (r *reader) number() int {
	b := r.take(4)
	if b == "" {
		return 0
	}
	return int(binary.LittleEndian.Uint32([]byte(b)))
}

func (r *reader) floats(n int) []float32 {
	f := make([]float32, n)
	for i, b := 0, r.take(4*n); i < len(b)/4; i++ {
		f[i] = math.Float32frombits(uint32(b[4*i]) | uint32(b[4*i+1])<<8 | uint32(b[4*i+2])<<16 | uint32(b[4*i+3])<<24)
	}
	return f
}

// bytes returns n numbers where they stand in the file, without a copy.
func (r *reader) bytes(n int) []int8 {
	b := r.take(n)
	if b == "" {
		return make([]int8, n)
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(b))), n)
}

// readWeights returns the model and the vocabulary in a file.
func readWeights(file string) (*model, *vocabulary, error) {
	r := &reader{rest: file}
	if r.take(len(format)) != format {
		return nil, nil, fmt.Errorf("not a file of the format %q", strings.TrimSpace(format))
	}
	pieces := r.number()
	if pieces < 1 || pieces > 1<<17 {
		return nil, nil, fmt.Errorf("a vocabulary of %d pieces", pieces)
	}
	m := &model{}
	m.readFloats(r, pieces)
	m.readBytes(r, pieces)
	v := newVocabulary(r.rest)
	switch {
	case r.err != nil:
		return nil, nil, r.err
	case len(v.ids) != pieces:
		return nil, nil, fmt.Errorf("%d pieces in the vocabulary, %d weights for them", len(v.ids), pieces)
	}
	return m, v, v.check()
}

func (m *model) readFloats(r *reader, pieces int) {
	m.words.scale = r.floats(pieces)
	m.positions.scale = r.floats(maxTokens)
	m.segments = r.floats(2 * Width)
	m.embedded = normalisation{r.floats(Width), r.floats(Width)}
	for i := range m.layers {
		l := &m.layers[i]
		for _, x := range l.matrices() {
			x.scale, x.bias = r.floats(x.out), r.floats(x.out)
		}
		l.afterAttention = normalisation{r.floats(Width), r.floats(Width)}
		l.after = normalisation{r.floats(Width), r.floats(Width)}
	}
	m.answers = head{answers: r.floats(2 * Width), start: r.floats(Width), end: r.floats(Width), bias: r.floats(1)[0]}
}

func (m *model) readBytes(r *reader, pieces int) {
	m.words.rows = r.bytes(pieces * Width)
	m.positions.rows = r.bytes(maxTokens * Width)
	for i := range m.layers {
		for _, x := range m.layers[i].matrices() {
			x.weights = r.bytes(x.out * x.in)
		}
		// Their inputs lose next to nothing with 8 bits: the means that attention takes, and
		// the output of GELU, of which all that is below zero is near it.
		m.layers[i].attended.narrow()
		m.layers[i].down.narrow()
	}
}

// matrices returns the layer's matrices in the order of the file, their shapes set.
func (l *layer) matrices() []*matrix {
	l.qkv.out, l.qkv.in = 3*Width, Width
	l.attended.out, l.attended.in = Width, Width
	l.up.out, l.up.in = inner, Width
	l.down.out, l.down.in = Width, inner
	return []*matrix{&l.qkv, &l.attended, &l.up, &l.down}
}
