package model

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/prompts"
)

func TestFlight(t *testing.T) {
	begin := func(ctx context.Context, f *flights, timeout time.Duration, call caller) <-chan error {
		ended := make(chan error, 1)
		go func() {
			_, err := f.do(ctx, Key{}, timeout, nil, call)
			ended <- err
		}()
		synctest.Wait()
		return ended
	}
	untilDone := func(ended *bool) caller {
		return func(ctx context.Context, _ func(string)) (prompts.Completion, error) {
			<-ctx.Done()
			time.Sleep(time.Second) // it takes a while to end
			*ended = true
			return prompts.Completion{}, ctx.Err()
		}
	}
	good := func(context.Context, func(string)) (prompts.Completion, error) {
		return prompts.Completion{Text: "good"}, nil
	}

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
			if reply, err := f.do(t.Context(), Key{}, time.Hour, nil, good); reply.Text != "good" || err != nil {
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
		_, err := f.do(ctx, Key{}, time.Hour, nil, func(context.Context, func(string)) (prompts.Completion, error) {
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
			if reply, err := f.do(t.Context(), Key{1}, time.Hour, nil, good); reply.Text != "good" || err != nil {
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
					f.do(t.Context(), Key{}, time.Hour, nil, func(context.Context, func(string)) (prompts.Completion, error) {
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
			if reply, err := f.do(t.Context(), Key{}, time.Hour, nil, good); reply.Text != "good" || err != nil {
				t.Errorf("after the panic: %q, %v", reply.Text, err)
			}
		})
	})
}
