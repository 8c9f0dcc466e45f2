package ask

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask/model"
	"talksbot/prompts"
)

// accuses is a question, and what a model double says to it that holds up.
const accuses = "What does the West accuse Moscow of?"

func accused(t *testing.T) model.Func {
	return says(t, scripted{"Western countries accuse Moscow of preparing for an invasion of Ukraine.", []string{"Western countries accuse"}})
}

// slow returns a model that takes its time over each call, heeds its context, and counts.
func slow(takes time.Duration, calls *atomic.Int32, then model.Completer) model.Func {
	return func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
		calls.Add(1)
		select {
		case <-ctx.Done():
			return prompts.Completion{}, ctx.Err()
		case <-time.After(takes):
			return then.Complete(ctx, p)
		}
	}
}

// A ledger counts tokens, or fails.
type ledger struct {
	spent  int
	broken error
}

func (l *ledger) Spend(_ context.Context, _ string, tokens int) (int, error) {
	l.spent += tokens
	return l.spent, l.broken
}

// A hundred who ask the same at the same time make one call, of which each is told.
func TestAskTogether(t *testing.T) {
	lib := shippedLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		ledger := &ledger{}
		a := asking(lib, slow(time.Second, &calls, accused(t)))
		a.Model.Budget = &model.Budget{DailyTokens: 1000, Ledger: ledger}
		asked := []string{accuses, " what does  the West accuse Moscow of", strings.ToUpper(accuses[:1]) + accuses[1:] + "?"}
		var all sync.WaitGroup
		for i := range 100 {
			all.Go(func() {
				answer := a.Answer(t.Context(), Question{Text: asked[i%len(asked)]})
				if answer.Mode != WordedModel || len(answer.Claims) != 1 || answer.Fallback != 0 {
					t.Errorf("%d: mode %s, %d claims, fallback %v", i, answer.Mode, len(answer.Claims), answer.Fallback)
				}
			})
		}
		all.Wait()
		if calls.Load() != 1 || ledger.spent != 100 {
			t.Errorf("%d calls and %d tokens, want 1 and 100", calls.Load(), ledger.spent)
		}
		a.Answer(t.Context(), Question{Text: accuses}) // no longer under way, and not kept
		if calls.Load() != 2 {
			t.Errorf("%d calls after another question later, want 2", calls.Load())
		}
	})
}

// Who does not wait any longer gets the articles' own sentences, and those who do their answer.
func TestLeave(t *testing.T) {
	lib := shippedLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		a := asking(lib, slow(5*time.Second, &calls, accused(t)))
		var all sync.WaitGroup
		ask := func(patience time.Duration, mode Mode, took time.Duration) {
			all.Go(func() {
				ctx, cancel := context.WithTimeout(t.Context(), patience)
				defer cancel()
				began := time.Now()
				answer := a.Answer(ctx, Question{Text: accuses})
				if waited := time.Since(began); answer.Mode != mode || waited != took {
					t.Errorf("with %v of patience: mode %s after %v, want %s after %v", patience, answer.Mode, waited, mode, took)
				}
				if mode == Extract && answer.Fallback != Slow {
					t.Errorf("fallback %v", answer.Fallback)
				}
			})
			synctest.Wait()
		}
		ask(time.Second, Extract, time.Second)
		time.Sleep(500 * time.Millisecond)
		ask(time.Minute, WordedModel, 4500*time.Millisecond)
		ask(2*time.Second, Extract, 2*time.Second)
		all.Wait()
		if calls.Load() != 1 {
			t.Errorf("%d calls, want 1", calls.Load())
		}
	})
}

// A reader is told nothing of what is wrong with the ledger.
func TestLedgerFailsInSilence(t *testing.T) {
	a := asking(shippedLibrary(t), model.Func(func(context.Context, prompts.Prompt) (prompts.Completion, error) {
		t.Error("the model is asked at a cost nobody counts")
		return prompts.Completion{}, nil
	}))
	a.Model.Budget = &model.Budget{DailyTokens: 100, Ledger: &ledger{broken: errors.New("secret path")}}
	answer := a.Answer(t.Context(), Question{Text: accuses})
	if shown := reader(answer); answer.Mode != Extract || answer.Fallback == 0 || strings.Contains(shown, "secret") {
		t.Errorf("mode %s, the reader sees:\n%s", answer.Mode, shown)
	}
}
