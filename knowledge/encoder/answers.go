package encoder

import (
	"cmp"
	"context"
	"errors"
	"math"
	"strings"
	"sync"

	"talksbot/knowledge/english"
)

// A Candidate is a sentence that may answer a question, and the one before it, "" where
// there is none.
type Candidate struct{ Sentence, Before string }

// An Answer is how well a candidate answers.
type Answer struct {
	Logit float64      // the log of the odds that it does: above 0 where rather than not
	Words english.Span // bytes of the sentence: the words that would be the answer
}

// MaxCandidates is how many candidates of one question are read; those after them are left
// out, for each costs some milliseconds.
const MaxCandidates = 16

// ErrBusy says that so many questions are being read that one more would wait too long.
var ErrBusy = errors.New("too many questions are being read")

// waitingQuestions is how many questions may wait to be read, beside as many as there are
// processors: on one, the last waits half a second, or some seconds where a pass is slow.
const waitingQuestions = 6

// Busy reports whether Answers would return ErrBusy now.
func (e *Encoder) Busy() bool { return len(e.questions) == cap(e.questions) }

// How many tokens of a pair each part may have; training/reader.py has the same.
const (
	maxQuestion = 48
	maxBefore   = 40
	minBefore   = 8
	maxAnswer   = 16 // of the words that answer
)

// Answers returns how well each of the candidates answers the question, in their order. As
// many are read at once as there are processors. Where many questions wait already, it returns
// ErrBusy at once; when ctx is done, the error of ctx, after the passes under way.
func (e *Encoder) Answers(ctx context.Context, question string, candidates []Candidate) ([]Answer, error) {
	select {
	case e.questions <- struct{}{}:
	default:
		return nil, ErrBusy
	}
	defer func() { <-e.questions }()
	candidates = candidates[:min(len(candidates), MaxCandidates)]
	answers, errs := make([]Answer, len(candidates)), make([]error, len(candidates))
	var group sync.WaitGroup
	for i, c := range candidates {
		group.Go(func() { answers[i], errs[i] = e.answer(ctx, question, c) })
	}
	group.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	return answers, nil
}

func (e *Encoder) answer(ctx context.Context, question string, c Candidate) (Answer, error) {
	s, err := e.claim(ctx)
	if err != nil {
		return Answer{}, err
	}
	defer func() { e.free <- s }()
	sentence := s.pair(e.vocabulary, question, c)
	states := e.model.run(s)
	h := &e.model.answers
	return Answer{h.logit(states), h.words(states[sentence*Width:], s.pieces)}, nil
}

// pair makes the sequence [CLS] question [SEP] sentence [SEP] the sentence before [SEP] and
// returns the place of the sentence's first token. What has no room is the end of the
// sentence, then the beginning of the one before it. s.pieces are those of the sentence.
func (s *scratch) pair(v *vocabulary, question string, c Candidate) int {
	s.begin(v.first)
	s.pieces = s.cutter.cut(s.pieces[:0], question, maxQuestion)
	s.add(s.pieces, 0, v.end)
	sentence := len(s.ids)
	s.pieces = s.cutter.cut(s.pieces[:0], c.Sentence, MaxTokens-sentence-1)
	s.add(s.pieces, 1, v.end)
	if room := min(maxBefore, MaxTokens-len(s.ids)-1); room >= minBefore && c.Before != "" {
		s.before = s.cutter.cut(s.before[:0], lastWords(c.Before), mostBefore)
		s.add(s.before[max(0, len(s.before)-room):], 0, v.end)
	}
	return sentence
}

// mostBefore is how many bytes of the sentence before are looked at, and so how many pieces it
// has at the most: maxBefore words of some length.
const mostBefore = 8 * maxBefore

// lastWords returns the last whole words of a text too long to be looked at.
func lastWords(text string) string {
	if len(text) <= mostBefore {
		return text
	}
	text = text[len(text)-mostBefore:]
	return text[strings.IndexByte(text, ' ')+1:]
}

// A head reads the answer out of the encoder's states.
type head struct {
	answers    []float32 // of the first state and of the mean of all, side by side
	start, end []float32 // of one state
	bias       float32   // of answers
}

func (h *head) logit(states []float32) float64 {
	sum := float64(h.bias) + dot(states, h.answers[:Width])
	each := Width / float64(len(states))
	for r := 0; r < len(states); r += Width {
		sum += each * dot(states[r:], h.answers[Width:])
	}
	return sum
}

// words returns the pieces, maxAnswer at the most, whose start and end are together the
// likeliest. The states are those of the pieces.
func (h *head) words(states []float32, pieces []piece) english.Span {
	var best english.Span
	top := math.Inf(-1)
	for i, first := range pieces {
		start := dot(states[i*Width:], h.start)
		for j := i; j < min(len(pieces), i+maxAnswer); j++ {
			if sum := start + dot(states[j*Width:], h.end); sum > top {
				top, best = sum, english.Span{Start: first.Start, End: pieces[j].End}
			}
		}
	}
	return best
}

// dot returns the product of one state with weights.
func dot(state, weights []float32) float64 {
	return float64((*Vector)(state).Dot((*Vector)(weights)))
}
