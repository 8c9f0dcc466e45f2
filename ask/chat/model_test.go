package chat_test

import (
	"net/http"
	"strings"
	"testing"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
)

// TestModels: without a name the server is asked once, and again when it has forgotten.
func TestModels(t *testing.T) {
	s := chattest.New(t, chattest.Content(answer), chattest.Content(answer), errorText(http.StatusNotFound, "model not found"), chattest.Content(answer))
	s.Models = []string{"nomic-embed-text", "llama3.2:3b", "other"}
	c := client(t, s, func(o *chat.Options) { o.Model = "" })
	for i, wantLists := range []int{1, 1, 1, 2} {
		_, err := c.Complete(t.Context(), question)
		if (err != nil) != (i == 2) {
			t.Errorf("question %d: %v", i+1, err)
		}
		if got := s.Lists(); got != wantLists {
			t.Errorf("after question %d the models were listed %d times, want %d", i+1, got, wantLists)
		}
	}
	for _, r := range s.Requests() {
		if r.Model != "llama3.2:3b" {
			t.Errorf("asked %q", r.Model)
		}
	}
}

// TestNoModel: where there is none to take, or too many to pick from, the error says what
// to set and no model is asked.
func TestNoModel(t *testing.T) {
	for name, models := range map[string][]string{
		"none":           nil,
		"none that chat": {"nomic-embed-text", "bge-m3"},
		"a whole shop":   strings.Fields(strings.Repeat("model ", 26)),
	} {
		t.Run(name, func(t *testing.T) {
			s := chattest.New(t, chattest.Content(answer))
			s.Models = models
			c := client(t, s, func(o *chat.Options) { o.Model = "" })
			if _, err := c.Complete(t.Context(), question); err == nil || !strings.Contains(err.Error(), "set OPENAI_MODEL") {
				t.Errorf("error %v", err)
			}
			if n := len(s.Requests()); n != 0 {
				t.Errorf("%d questions without a model", n)
			}
		})
	}
}

func TestModelThatCannotChat(t *testing.T) {
	s := chattest.New(t, chattest.Content(answer))
	c := client(t, s, func(o *chat.Options) { o.Model = "text-davinci-003" })
	if _, err := c.Complete(t.Context(), question); err == nil || !strings.Contains(err.Error(), "cannot chat: set OPENAI_MODEL") {
		t.Errorf("error %v", err)
	}
}
