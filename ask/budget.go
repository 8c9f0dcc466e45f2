package ask

import (
	"errors"
	"sync"
	"time"
)

// ErrBudget is the error of a model call that the budget does not allow.
var ErrBudget = errors.New("the model's budget for today is spent")

// A Budget bounds what a model may cost in one day, by UTC. The zero Budget allows
// nothing; a nil one everything.
type Budget struct {
	DailyTokens int // prompts and replies together

	mu    sync.Mutex
	day   string
	spent int
}

// allow returns ErrBudget once the day's tokens are spent. A call that begins within the
// budget may end beyond it.
func (b *Budget) allow(now time.Time) error {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn(now)
	if b.spent >= b.DailyTokens {
		return ErrBudget
	}
	return nil
}

func (b *Budget) spend(now time.Time, tokens int) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn(now)
	b.spent += tokens
}

// turn begins a new day's count where the day has changed. b.mu is held.
func (b *Budget) turn(now time.Time) {
	if day := now.UTC().Format(time.DateOnly); day != b.day {
		b.day, b.spent = day, 0
	}
}
