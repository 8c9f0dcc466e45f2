package model

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/prompts"
)

// A speaker says its pieces, one a second, and then ends as it should, or with an error.
type speaker struct {
	pieces []string
	err    error
	calls  int
	whole  int // calls without anybody listening
}

func (s *speaker) Complete(context.Context, prompts.Prompt) (prompts.Completion, error) {
	s.whole++
	return prompts.Completion{Text: strings.Join(s.pieces, "")}, s.err
}

func (s *speaker) Stream(ctx context.Context, _ prompts.Prompt, said func(string)) (prompts.Completion, error) {
	s.calls++
	for _, piece := range s.pieces {
		select {
		case <-ctx.Done():
			return prompts.Completion{}, ctx.Err()
		case <-time.After(time.Second):
			said(piece)
		}
	}
	return prompts.Completion{Text: strings.Join(s.pieces, "")}, s.err
}

// TestListen: all who ask the same hear one call, those who come late from its beginning, each as fast as
// they can; and what came of a reply is heard also where none comes of it.
func TestListen(t *testing.T) {
	for name, fails := range map[string]error{"good": nil, "broken off": errors.New("broken off")} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &speaker{pieces: []string{"one ", "two ", "three ", "four"}, err: fails}
				m := &Model{Completer: s, Cache: &Cache{}}
				var all sync.WaitGroup
				for late, slow := range []time.Duration{0, 1500 * time.Millisecond, 10 * time.Second} {
					all.Go(func() {
						time.Sleep(time.Duration(late) * 1500 * time.Millisecond)
						heard, pieces, accepted := "", 0, ""
						err := m.Listen(t.Context(), prompts.Prompt{}, prompts.Prompt{}, func(piece string) {
							time.Sleep(slow)
							heard, pieces = heard+piece, pieces+1
						}, func(reply string) error { accepted = reply; return nil })
						if !errors.Is(err, fails) || heard != "one two three four" || fails == nil && accepted != heard {
							t.Errorf("heard %q in %d pieces, accepted %q, %v", heard, pieces, accepted, err)
						}
						if slow == 0 && pieces != 4 || slow > 0 && pieces > 3 {
							t.Errorf("with %v for each: %d pieces", slow, pieces)
						}
					})
				}
				all.Wait()
				if s.calls != 1 || s.whole != 0 {
					t.Errorf("%d calls, %d of them whole", s.calls, s.whole)
				}
			})
		})
	}
}

// TestNobodyListens: who does not listen asks for the whole, and what is kept is not said again.
func TestNobodyListens(t *testing.T) {
	s := &speaker{pieces: []string{"one"}}
	m := &Model{Completer: s, Cache: &Cache{}}
	good := func(string) error { return nil }
	if err := m.Ask(t.Context(), prompts.Prompt{}, prompts.Prompt{}, good); err != nil || s.calls != 0 || s.whole != 1 {
		t.Errorf("%v, %d calls, %d of them whole", err, s.calls+s.whole, s.whole)
	}
	err := m.Listen(t.Context(), prompts.Prompt{}, prompts.Prompt{}, func(string) { t.Error("a kept reply is heard in pieces") }, good)
	if err != nil || s.calls+s.whole != 1 {
		t.Errorf("%v, %d calls", err, s.calls+s.whole)
	}
}
