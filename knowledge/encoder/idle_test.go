package encoder

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
)

// busy returns an encoder with one processor, and what runs there.
func busy(t *testing.T) (*Encoder, *scratch) {
	all := open1(t)
	e := &Encoder{model: all.model, vocabulary: all.vocabulary, free: make(chan *scratch, 1), idle: make(chan struct{}, 1)}
	return e, newScratch(MaxTokens, e.vocabulary)
}

// TestIdle holds that who waits for an answer goes before who was there first but is in no
// hurry.
func TestIdle(t *testing.T) {
	want, err := open1(t).Vector(t.Context(), "A text.")
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		e, s := busy(t)
		var got Vector
		go func() { got, _ = e.Idle(t.Context(), "A text.") }()
		synctest.Wait()
		e.waiting.Add(1)
		e.free <- s
		s = <-e.free
		synctest.Wait()
		if got != (Vector{}) {
			t.Error("it did not give way")
		}
		e.waiting.Add(-1)
		e.free <- s
		synctest.Wait()
		if got != want {
			t.Error("it never had its turn, or made another vector")
		}
	})
}

func TestIdleStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e, _ := busy(t)
		ctx, cancel := context.WithCancel(t.Context())
		var errs [2]error
		for i := range errs {
			go func() { _, errs[i] = e.Idle(ctx, "late") }()
		}
		synctest.Wait()
		cancel()
		synctest.Wait()
		for _, err := range errs {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("err = %v, want that of the context", err)
			}
		}
	})
}
