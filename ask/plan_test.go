package ask

import (
	"context"
	"testing"

	"talksbot/ask/model"
	"talksbot/prompts"
)

// TestCondense has a model complete a follow-up question. What it says is a search query
// if it keeps to what was said, and nothing otherwise.
func TestCondense(t *testing.T) {
	lib := shippedLibrary(t)
	tests := []struct{ name, reply, want string }{
		{"kept to what was said", `{"question":"When does the NATO-Russia Council meet?"}`, "When does the NATO-Russia Council meet?"},
		{"another subject", `{"question":"What does the West accuse Moscow of?"}`, "When does the Council meet?"},
		{"out of form", `The Council meets on January 12.`, "When does the Council meet?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := asking(lib, model.Func(func(context.Context, prompts.Prompt) (prompts.Completion, error) {
				return prompts.Completion{Text: tt.reply}, nil
			}))
			p := a.plan(t.Context(), lib, Question{Text: "When does the Council meet?", Earlier: []Turn{{Question: "What is the NATO-Russia Council?"}}})
			if p.question.Text != tt.want {
				t.Errorf("query %q, want %q", p.question.Text, tt.want)
			}
		})
	}
}
