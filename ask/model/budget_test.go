package model

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/prompts"
)

// A brittle Ledger fails while broken is set.
type brittle struct {
	memory
	broken error
}

func (b *brittle) Spend(ctx context.Context, day string, tokens int) (int, error) {
	if b.broken != nil {
		return 0, b.broken
	}
	return b.memory.Spend(ctx, day, tokens)
}

// While the ledger fails nothing is allowed, and what was spent meanwhile is not lost.
func TestLedgerFails(t *testing.T) {
	ledger := &brittle{}
	b := &Budget{DailyTokens: 100, Ledger: ledger}
	now := time.Now()
	if err := b.allow(t.Context(), now); err != nil {
		t.Fatal(err)
	}
	ledger.broken = errors.New("the disk is full")
	for range 2 {
		if err := b.spend(t.Context(), now, 50); !errors.Is(err, ledger.broken) {
			t.Errorf("spending: %v", err)
		}
	}
	if err := b.allow(t.Context(), now); !errors.Is(err, ledger.broken) {
		t.Errorf("allowed: %v", err)
	}
	ledger.broken = nil
	if err := b.allow(t.Context(), now); !errors.Is(err, ErrBudget) || ledger.spent != 100 {
		t.Errorf("with the ledger mended: %v, %d tokens", err, ledger.spent)
	}
}

// What a server says of tokens is not believed beyond reason.
func TestSpendWild(t *testing.T) {
	for _, tt := range []struct{ tokens, want int }{
		{0, 0}, {7, 7}, {-1000, 0}, {math.MinInt, 0}, {math.MaxInt, mostTokens},
	} {
		b := &Budget{DailyTokens: 1}
		if err := b.spend(t.Context(), time.Now(), tt.tokens); err != nil || b.memory.spent != tt.want {
			t.Errorf("%d tokens count as %d, %v; want %d", tt.tokens, b.memory.spent, err, tt.want)
		}
	}
}

// A call that is cut off counts, though no server says how much.
func TestSpendCutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &Model{Budget: &Budget{DailyTokens: 1}, Completer: Func(func(ctx context.Context, _ prompts.Prompt) (prompts.Completion, error) {
			<-ctx.Done()
			return prompts.Completion{}, ctx.Err()
		})}
		p := prompts.Prompt{System: strings.Repeat("s", 100), User: strings.Repeat("u", 60)}
		if err := m.Ask(t.Context(), p, p, nil); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		synctest.Wait()
		if m.Budget.memory.spent != 40 {
			t.Errorf("counts as %d, want 40", m.Budget.memory.spent)
		}
		if err := m.Ask(t.Context(), p, p, nil); !errors.Is(err, ErrBudget) {
			t.Errorf("with the budget spent: %v", err)
		}
	})
}
