package model

import (
	"strings"
	"sync"
)

// A speech is what a model has written so far, for any number who listen, each from the beginning and as
// fast as they can. The zero speech is silent.
type speech struct {
	mu    sync.Mutex
	text  strings.Builder
	grown chan struct{} // closed when there is more; nil while nobody waits
}

// add adds the next piece.
func (s *speech) add(piece string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.WriteString(piece)
	if s.grown != nil {
		close(s.grown)
		s.grown = nil
	}
}

// from returns what was said behind the first so many bytes, and what is closed when there is more.
func (s *speech) from(at int) (more string, grown <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.grown == nil {
		s.grown = make(chan struct{})
	}
	return s.text.String()[at:], s.grown
}
