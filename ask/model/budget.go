package model

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrBudget is the error of a model call that the budget does not allow.
var ErrBudget = errors.New("the model's budget for today is spent")

// A Budget bounds what a model may cost in one day, by UTC. The zero Budget allows
// nothing; a nil one everything.
type Budget struct {
	DailyTokens int    // prompts and replies together
	Ledger      Ledger // where the spending is kept; nil: in memory, for as long as the program runs

	memory memory
	mu     sync.Mutex
	owed   int // spent, and not kept yet
}

// A Ledger keeps what was spent on each day. Programs that share one share the budget.
type Ledger interface {
	// Spend adds tokens, possibly none, to what was spent on the day (YYYY-MM-DD) and
	// returns the sum.
	Spend(ctx context.Context, day string, tokens int) (sum int, err error)
}

// mostTokens is the most that one call counts for: a server may say anything.
const mostTokens = 100_000_000

// allow returns ErrBudget once the day's tokens are spent. A call that begins within the
// budget may end beyond it. Where the ledger cannot say, nothing is allowed: a bill nobody
// counts is worse than plain answers.
func (b *Budget) allow(ctx context.Context, now time.Time) error {
	if b == nil {
		return nil
	}
	spent, err := b.record(ctx, now, 0)
	if err == nil && spent >= b.DailyTokens {
		err = ErrBudget
	}
	return err
}

// spend counts the tokens of a call. Those that the ledger does not take are owed to it, and
// brought with the next.
func (b *Budget) spend(ctx context.Context, now time.Time, tokens int) error {
	if b == nil {
		return nil
	}
	_, err := b.record(ctx, now, min(max(tokens, 0), mostTokens))
	return err
}

// record adds tokens and what is owed to the day's spending and returns the sum.
func (b *Budget) record(ctx context.Context, now time.Time, tokens int) (int, error) {
	ledger := b.Ledger
	if ledger == nil {
		ledger = &b.memory
	}
	b.mu.Lock()
	tokens, b.owed = tokens+b.owed, 0
	b.mu.Unlock()
	sum, err := ledger.Spend(ctx, now.UTC().Format(time.DateOnly), tokens)
	if err != nil {
		b.mu.Lock()
		b.owed += tokens
		b.mu.Unlock()
		return 0, fmt.Errorf("counting what the model costs: %w", err)
	}
	return sum, nil
}

// A memory is a Ledger of one day.
type memory struct {
	mu    sync.Mutex
	day   string
	spent int
}

// Spend adds the tokens to the day's.
func (m *memory) Spend(_ context.Context, day string, tokens int) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if day != m.day {
		m.day, m.spent = day, 0
	}
	m.spent += tokens
	return m.spent, nil
}
