package encoder

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"talksbot/knowledge/english"
)

// A goldenAnswer is a pair and what the model in float32 makes of it.
type goldenAnswer struct {
	Question, Sentence, Before string
	Logit                      float64
	Words                      string
}

func TestAnswers(t *testing.T) {
	e := open1(t)
	pairs := goldens[goldenAnswer](t, "testdata/answers.jsonl")
	onEachLevel(t, func(t *testing.T) {
		same, read := 0, 0
		for _, g := range pairs {
			if tooSlow(e, g.Sentence+g.Before) {
				continue
			}
			read++
			got, err := e.Answers(t.Context(), g.Question, []Candidate{{g.Sentence, g.Before}})
			if err != nil {
				t.Fatal(err)
			}
			if off := math.Abs(got[0].Logit - g.Logit); off > 0.3 {
				t.Errorf("%q: logit %.3f, want %.3f by the model in float32", g.Sentence, got[0].Logit, g.Logit)
			}
			if got[0].Words.Of(g.Sentence) == g.Words {
				same++
			}
		}
		if same < read-1 {
			t.Errorf("the words that answer agree with the model in float32 in %d of %d", same, read)
		}
	})
}

func TestAnswersInOrder(t *testing.T) {
	e := open1(t)
	const question = "How many beds does the clinic have?"
	candidates := []Candidate{{Sentence: "It has 48 beds."}, {Sentence: "It opened in April.", Before: "It has 48 beds."}, {}}
	together, err := e.Answers(t.Context(), question, candidates)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range candidates {
		alone, err := e.Answers(t.Context(), question, []Candidate{c})
		if err != nil || alone[0] != together[i] {
			t.Errorf("%q: %v alone, %v among others (%v)", c.Sentence, alone, together[i], err)
		}
	}
	many, err := e.Answers(t.Context(), question, make([]Candidate, MaxCandidates+5))
	if err != nil || len(many) != MaxCandidates {
		t.Errorf("%d of %d candidates read (%v), want %d", len(many), MaxCandidates+5, err, MaxCandidates)
	}
}

func TestAnswersStop(t *testing.T) {
	e := open1(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Answers(ctx, "Late?", []Candidate{{Sentence: "Late."}}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want that of the context", err)
	}
	for range cap(e.questions) {
		e.questions <- struct{}{}
	}
	defer func() {
		for range cap(e.questions) {
			<-e.questions
		}
	}()
	if !e.Busy() {
		t.Error("not busy with all places taken")
	}
	if _, err := e.Answers(t.Context(), "Now?", []Candidate{{Sentence: "Now."}}); !errors.Is(err, ErrBusy) {
		t.Errorf("err = %v while many wait, want ErrBusy", err)
	}
}

// FuzzAnswers: whatever the bytes, the number is finite and the words stand in the sentence.
func FuzzAnswers(f *testing.F) {
	f.Add("Who?", "Nobody did.", "")
	f.Add("", "", "")
	f.Add("\xff", "[SEP] \x00é", strings.Repeat("ab ", 500))
	f.Add(strings.Repeat("why ", 100), strings.Repeat("z", 3000), "汉字")
	e := open1(f)
	f.Fuzz(func(t *testing.T, question, sentence, before string) {
		got, err := e.Answers(t.Context(), question, []Candidate{{sentence, before}})
		if err != nil {
			t.Fatal(err)
		}
		w := got[0].Words
		if math.IsNaN(got[0].Logit) || math.IsInf(got[0].Logit, 0) || w.Start < 0 || w.End < w.Start || w.End > len(sentence) {
			t.Errorf("%q of %q: %v", question, sentence, got[0])
		}
		if strings.TrimSpace(sentence) == "" && w != (english.Span{}) {
			t.Errorf("%q: words %v where there are none", sentence, w)
		}
	})
}
