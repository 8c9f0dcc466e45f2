package encoder

import (
	"context"
	"runtime"
)

// Embed is what makes vectors of texts: the method Vector of an Encoder, its method Idle, or
// a fake in a test. Any number of goroutines may call it.
type Embed func(ctx context.Context, text string) (Vector, error)

// Idle is Vector for work that nobody waits for. One such pass runs at a time, and none
// begins while a call of Vector waits for a processor.
func (e *Encoder) Idle(ctx context.Context, text string) (Vector, error) {
	select {
	case e.idle <- struct{}{}:
	case <-ctx.Done():
		return Vector{}, ctx.Err()
	}
	defer func() { <-e.idle }()
	for {
		s, err := e.take(ctx)
		if err != nil {
			return Vector{}, err
		}
		if e.waiting.Load() == 0 {
			return e.vector(s, text), nil
		}
		e.free <- s // to the one that waits
		runtime.Gosched()
	}
}
