package encoder

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// A Vector is what a text means: Width numbers, together of length 1. The dot product of
// two of them, between -1 and 1, tells how near in meaning their texts are.
type Vector [Width]float32

// Dot returns the dot product of v and w.
func (v *Vector) Dot(w *Vector) float32 {
	var a, b, c, d float32
	for i := 0; i < Width; i += 4 {
		a += v[i] * w[i]
		b += v[i+1] * w[i+1]
		c += v[i+2] * w[i+2]
		d += v[i+3] * w[i+3]
	}
	return a + b + c + d
}

// An Encoder reads texts. It may be used by any number of goroutines; as many run at once
// as there are processors, but for many, and the rest wait.
type Encoder struct {
	model      *model
	vocabulary *vocabulary
	free       chan *scratch
	waiting    atomic.Int32  // calls that wait for one of free
	idle       chan struct{} // holds who runs a pass that nobody waits for
	questions  chan struct{} // holds a place for each question that Answers reads
}

// MaxTokens is how many tokens of a text are read, with the two that mark its ends; what
// comes after them is left out. A sentence of news has some 30.
const MaxTokens = 128

// opened is the encoder of this program. It is not made by a function kept in a variable, so
// that a program that never calls New is linked without the weights.
var opened struct {
	once    sync.Once
	encoder *Encoder
	err     error
}

// maxPasses is how many texts are read at one time, however many processors there are: each
// holds 3 MB of working memory.
const maxPasses = 16

// ErrNone says that this program was built without the weights.
var ErrNone = errors.New("this build has no encoder")

// New returns the encoder with the weights in this program, which it reads when New is first
// called. Every call returns the same one. Where the program was built without them, the
// error is ErrNone.
func New() (*Encoder, error) {
	if !Held {
		return nil, ErrNone
	}
	opened.once.Do(func() { opened.encoder, opened.err = open(weights) })
	return opened.encoder, opened.err
}

func open(file string) (*Encoder, error) {
	m, v, err := readWeights(file)
	if err != nil {
		return nil, fmt.Errorf("reading the encoder's weights: %w", err)
	}
	e := &Encoder{model: m, vocabulary: v, free: make(chan *scratch, min(runtime.GOMAXPROCS(0), maxPasses)), idle: make(chan struct{}, 1)}
	e.questions = make(chan struct{}, runtime.GOMAXPROCS(0)+waitingQuestions)
	for range cap(e.free) {
		e.free <- nil // made when first used
	}
	return e, nil
}

// Vector returns what the text means. It waits for a processor until ctx is done, and then
// returns its error; a pass that has begun is finished.
func (e *Encoder) Vector(ctx context.Context, text string) (Vector, error) {
	s, err := e.claim(ctx)
	if err != nil {
		return Vector{}, err
	}
	return e.vector(s, text), nil
}

// claim takes a scratch for what somebody waits for.
func (e *Encoder) claim(ctx context.Context) (*scratch, error) {
	e.waiting.Add(1)
	defer e.waiting.Add(-1)
	return e.take(ctx)
}

// vector returns what the text means, and gives s back.
func (e *Encoder) vector(s *scratch, text string) Vector {
	defer func() { e.free <- s }()
	s.pieces = s.cutter.cut(s.pieces[:0], text, MaxTokens-2)
	s.begin(e.vocabulary.first)
	s.add(s.pieces, 0, e.vocabulary.end)
	return mean(e.model.run(s))
}

func (e *Encoder) take(ctx context.Context) (*scratch, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case s := <-e.free:
		if s == nil {
			s = newScratch(MaxTokens, e.vocabulary)
		}
		return s, nil
	}
}

// mean returns the mean of the states of all tokens, brought to length 1.
func mean(states []float32) Vector {
	var v Vector
	for r := 0; r < len(states); r += Width {
		for i, x := range (*[Width]float32)(states[r:]) {
			v[i] += x
		}
	}
	var square float64
	for _, x := range v {
		square += float64(x) * float64(x)
	}
	by := float32(1 / math.Sqrt(max(square, math.SmallestNonzeroFloat32)))
	for i := range v {
		v[i] *= by
	}
	return v
}
