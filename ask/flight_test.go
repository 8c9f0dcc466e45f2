package ask

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/prompts"
)

// accuses is a question, and what a model double says to it that holds up.
const accuses = "What does the West accuse Moscow of?"

func accused(t *testing.T) ModelFunc {
	return says(t, scripted{"Western countries accuse Moscow of preparing for an invasion of Ukraine.", []string{"Western countries accuse"}})
}

// slow returns a model that takes its time over each call, heeds its context, and counts.
func slow(takes time.Duration, calls *atomic.Int32, model Model) ModelFunc {
	return func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
		calls.Add(1)
		select {
		case <-ctx.Done():
			return prompts.Completion{}, ctx.Err()
		case <-time.After(takes):
			return model.Complete(ctx, p)
		}
	}
}

// A hundred who ask the same at the same time make one call, of which each is told.
func TestAskTogether(t *testing.T) {
	lib := shippedLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		budget := &Budget{DailyTokens: 1000}
		a := &Asker{Library: lib, Model: slow(time.Second, &calls, accused(t)), Budget: budget}
		asked := []string{accuses, " what does  the West accuse Moscow of", strings.ToUpper(accuses[:1]) + accuses[1:] + "?"}
		var all sync.WaitGroup
		for i := range 100 {
			all.Go(func() {
				answer := a.Answer(t.Context(), Question{Text: asked[i%len(asked)]})
				if answer.Mode != WordedModel || len(answer.Claims) != 1 || answer.Note != "" {
					t.Errorf("%d: mode %s, %d claims, note %q", i, answer.Mode, len(answer.Claims), answer.Note)
				}
			})
		}
		all.Wait()
		if calls.Load() != 1 || budget.memory.spent != 100 {
			t.Errorf("%d calls and %d tokens, want 1 and 100", calls.Load(), budget.memory.spent)
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
		a := &Asker{Library: lib, Model: slow(5*time.Second, &calls, accused(t))}
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
				if mode == Extract && !strings.Contains(answer.Note, "took too long") {
					t.Errorf("note %q", answer.Note)
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

func TestFlight(t *testing.T) {
	begin := func(ctx context.Context, f *flights, timeout time.Duration, call caller) <-chan error {
		ended := make(chan error, 1)
		go func() {
			_, err := f.do(ctx, key{}, timeout, call)
			ended <- err
		}()
		synctest.Wait()
		return ended
	}
	untilDone := func(ended *bool) caller {
		return func(ctx context.Context) (prompts.Completion, error) {
			<-ctx.Done()
			time.Sleep(time.Second) // it takes a while to end
			*ended = true
			return prompts.Completion{}, ctx.Err()
		}
	}
	good := func(context.Context) (prompts.Completion, error) { return prompts.Completion{Text: "good"}, nil }

	t.Run("all leave", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var f flights
			ended := false
			first, leaveFirst := context.WithCancel(t.Context())
			second, leaveSecond := context.WithCancel(t.Context())
			one, two := begin(first, &f, time.Hour, untilDone(&ended)), begin(second, &f, time.Hour, good)
			leaveFirst()
			if err := <-one; !errors.Is(err, context.Canceled) {
				t.Errorf("the first: %v", err)
			}
			time.Sleep(time.Minute)
			if ended {
				t.Error("the first took the call with them")
			}
			leaveSecond()
			<-two
			// The call has not ended yet, and is nothing to wait for.
			if reply, err := f.do(t.Context(), key{}, time.Hour, good); reply.Text != "good" || err != nil {
				t.Errorf("who came after: %q, %v", reply.Text, err)
			}
			time.Sleep(time.Second)
			synctest.Wait()
			if !ended || len(f.calls) > 0 {
				t.Errorf("ended: %v, %d still under way", ended, len(f.calls))
			}
		})
	})
	t.Run("timeout", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var f flights
			ended := false
			began := time.Now()
			err := <-begin(t.Context(), &f, 20*time.Second, untilDone(&ended))
			if took := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || took != 21*time.Second {
				t.Errorf("%v after %v", err, took)
			}
		})
	})
	t.Run("left already", func(t *testing.T) {
		var f flights
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, err := f.do(ctx, key{}, time.Hour, func(context.Context) (prompts.Completion, error) {
			t.Error("the call is made for nobody")
			return prompts.Completion{}, nil
		})
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
	t.Run("other keys", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var f flights
			ended := false
			ctx, cancel := context.WithCancel(t.Context())
			stuck := begin(ctx, &f, time.Hour, untilDone(&ended))
			if reply, err := f.do(t.Context(), key{1}, time.Hour, good); reply.Text != "good" || err != nil {
				t.Errorf("%q, %v", reply.Text, err)
			}
			cancel()
			<-stuck
			time.Sleep(time.Second)
		})
	})
	t.Run("panic", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var f flights
			ended := make(chan string)
			for range 2 {
				go func() {
					defer func() { ended <- fmt.Sprint(recover()) }()
					f.do(t.Context(), key{}, time.Hour, func(context.Context) (prompts.Completion, error) {
						time.Sleep(time.Second)
						panic("oh dear")
					})
				}()
			}
			for range 2 {
				if said := <-ended; !strings.HasPrefix(said, "oh dear") || !strings.Contains(said, "flight_test.go") {
					t.Errorf("a caller recovers %q", said)
				}
			}
			if reply, err := f.do(t.Context(), key{}, time.Hour, good); reply.Text != "good" || err != nil {
				t.Errorf("after the panic: %q, %v", reply.Text, err)
			}
		})
	})
}
