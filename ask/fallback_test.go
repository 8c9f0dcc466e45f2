package ask

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask/model"
	"talksbot/prompts"
)

// TestModelFails has models fail in every way an Asker sees. The reader gets the extract
// and a sentence that says why, and nothing of the error.
func TestModelFails(t *testing.T) {
	lib := shippedLibrary(t)
	text := func(s string) model.Func {
		return func(context.Context, prompts.Prompt) (prompts.Completion, error) {
			return prompts.Completion{Text: s}, nil
		}
	}
	tests := []struct {
		name  string
		model model.Completer
		want  Fallback
	}{
		{"an error", model.Func(func(context.Context, prompts.Prompt) (prompts.Completion, error) {
			return prompts.Completion{}, errors.New("secret detail of the server")
		}), Unusable},
		{"no JSON", text("I think they meet on January 13."), Unusable},
		{"empty", text(""), Unusable},
		{"truncated", text(`{"claims":[{"text":"The NATO-Russia Council meets on January 12.","cites":[1`), Unusable},
		{"HTML", text("<html><body>502 Bad Gateway</body></html>"), Unusable},
		{"refusing", text("I'm sorry, I cannot help with that."), Unusable},
		{"oversized", text(`{"claims":[{"text":"` + strings.Repeat("x", 1<<20) + `","cites":[1]}]}`), Unusable},
		{"nothing cited", text(`{"claims":[{"text":"They meet on January 13.","cites":[77]}]}`), NothingHolds},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := asking(lib, tt.model)
			answer := a.Answer(t.Context(), Question{Text: "When does the NATO-Russia Council meet?"})
			if answer.Mode != Extract || len(answer.Claims) == 0 || answer.Fallback != tt.want {
				t.Errorf("mode %s, %d claims, fallback %v", answer.Mode, len(answer.Claims), answer.Fallback)
			}
			if strings.Contains(reader(answer), "secret detail") {
				t.Error("the reader sees the server's error")
			}
		})
	}
}

// TestSlowModel has a model that never replies: the reader waits for the timeout and no
// longer.
func TestSlowModel(t *testing.T) {
	lib := shippedLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		a := asking(lib, model.Func(func(ctx context.Context, _ prompts.Prompt) (prompts.Completion, error) {
			<-ctx.Done()
			return prompts.Completion{}, fmt.Errorf("asking: %w", ctx.Err())
		}))
		began := time.Now()
		answer := a.Answer(t.Context(), Question{Text: "Why?", Earlier: []Turn{{Question: "When does the NATO-Russia Council meet?"}}})
		if waited := time.Since(began); waited != model.DefaultTimeout {
			t.Errorf("waited %v, want %v", waited, model.DefaultTimeout)
		}
		if answer.Mode != Extract {
			t.Errorf("mode %s", answer.Mode)
		}
		if answer.Outcome == Answered && answer.Fallback != Slow {
			t.Errorf("fallback %v", answer.Fallback)
		}
	})
}

func TestBudget(t *testing.T) {
	lib := shippedLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		good := says(t, scripted{"Western countries accuse Moscow of preparing for an invasion of Ukraine.", []string{"Western countries accuse"}})
		a := asking(lib, model.Func(func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
			calls++
			return good(ctx, p)
		}))
		a.Model.Budget = &model.Budget{DailyTokens: 150}
		q := Question{Text: "What does the West accuse Moscow of?"}
		for i, want := range []Mode{WordedModel, WordedModel, Extract} {
			answer := a.Answer(t.Context(), q)
			if answer.Mode != want {
				t.Errorf("question %d: mode %s, want %s", i+1, answer.Mode, want)
			}
			if want == Extract && answer.Fallback != OverBudget {
				t.Errorf("fallback %v", answer.Fallback)
			}
		}
		if calls != 2 {
			t.Errorf("%d calls, want 2", calls)
		}
		time.Sleep(24 * time.Hour)
		if answer := a.Answer(t.Context(), q); answer.Mode != WordedModel {
			t.Errorf("the next day: mode %s", answer.Mode)
		}
	})
}

// TestFallsBackWhole holds that without a usable reply the answer is what it is without a model: taken
// apart, compared, with a yes or no.
func TestFallsBackWhole(t *testing.T) {
	lib := shippedLibrary(t)
	broken := model.Func(func(context.Context, prompts.Prompt) (prompts.Completion, error) {
		return prompts.Completion{}, errors.New("out of order")
	})
	for _, text := range []string{
		"When does the NATO-Russia Council meet, and who is the NATO Secretary General?",
		"Is the NATO-Russia Council to meet on January 12?",
		"Compare Russia and NATO.",
		"Who won the cup?",
	} {
		q := Question{Text: text}
		got, want := asking(lib, broken).Answer(t.Context(), q), asking(lib, nil).Answer(t.Context(), q)
		if len(got.Parts) != len(want.Parts) || got.Polarity != want.Polarity || len(got.Sides) != len(want.Sides) ||
			got.Outcome != want.Outcome || !slices.Equal(texts(got.Claims), texts(want.Claims)) {
			t.Errorf("%s: %q, want %q", text, texts(got.Claims), texts(want.Claims))
		}
	}
}
