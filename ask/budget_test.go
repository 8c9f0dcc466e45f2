package ask

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

// A reader is told nothing of what is wrong with the ledger.
func TestLedgerFailsInSilence(t *testing.T) {
	a := &Asker{Library: shippedLibrary(t), Budget: &Budget{DailyTokens: 100, Ledger: &brittle{broken: errors.New("secret path")}},
		Model: ModelFunc(func(context.Context, prompts.Prompt) (prompts.Completion, error) {
			t.Error("the model is asked at a cost nobody counts")
			return prompts.Completion{}, nil
		})}
	answer := a.Answer(t.Context(), Question{Text: accuses})
	if shown := reader(answer); answer.Mode != Extract || answer.Note == "" || strings.Contains(shown, "secret") {
		t.Errorf("mode %s, the reader sees:\n%s", answer.Mode, shown)
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
	lib := shippedLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		length := 0
		a := &Asker{Library: lib, Budget: &Budget{DailyTokens: 1}, Model: ModelFunc(func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
			length = len(p.System) + len(p.User)
			<-ctx.Done()
			return prompts.Completion{}, ctx.Err()
		})}
		a.Answer(t.Context(), Question{Text: accuses})
		synctest.Wait()
		if want := length / 4; want == 0 || a.Budget.memory.spent != want {
			t.Errorf("counts as %d, want %d", a.Budget.memory.spent, want)
		}
		if answer := a.Answer(t.Context(), Question{Text: accuses}); !strings.Contains(answer.Note, "budget") {
			t.Errorf("note %q", answer.Note)
		}
	})
}
