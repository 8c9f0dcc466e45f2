package chat_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
	"talksbot/prompts"
)

// TestForms: a server that refuses a form is asked for a plainer one, in the same question,
// and in the next one at once.
func TestForms(t *testing.T) {
	good := chattest.Content(answer)
	for _, tt := range []struct {
		name  string
		reply chattest.Reply
		want  []string // the forms asked for, over two questions
	}{
		{"knows schemas", plain(400, good, "json_schema"), []string{"json_schema", "json_schema"}},
		{"400 to schemas", plain(400, good, "json_object"), []string{"json_schema", "json_object", "json_object"}},
		{"422 to schemas", plain(422, good, "json_object"), []string{"json_schema", "json_object", "json_object"}},
		{"501 to schemas", plain(501, good, "json_object"), []string{"json_schema", "json_object", "json_object"}},
		{"knows no form", plain(400, good), []string{"json_schema", "json_object", "", ""}},
		{"200 with an error", plain(200, good), []string{"json_schema", "json_object", "", ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chattest.New(t, tt.reply)
			c := client(t, s)
			for range 2 {
				got, err := c.Complete(t.Context(), question)
				if err != nil || got.Text != answer {
					t.Fatalf("got %+v, %v", got, err)
				}
			}
			if diff := cmp.Diff(tt.want, forms(s)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func forms(s *chattest.Server) []string {
	var forms []string
	for _, r := range s.Requests() {
		forms = append(forms, r.Form)
	}
	return forms
}

// TestFormsNotBlamed: a refusal that has nothing to do with the form changes nothing.
func TestFormsNotBlamed(t *testing.T) {
	for name, tt := range map[string]struct {
		reply chattest.Reply
		tries int
	}{
		"too long":      {errorCode(400, `"context_length_exceeded"`, "messages", "too long"), 1},
		"key":           {chattest.Error(401, "response_format needs a key"), 1},
		"nothing helps": {chattest.Error(400, "no"), 3},
	} {
		t.Run(name, func(t *testing.T) {
			var replies []chattest.Reply
			for range tt.tries {
				replies = append(replies, tt.reply)
			}
			s := chattest.New(t, append(replies, chattest.Content(answer))...)
			c := client(t, s)
			if _, err := c.Complete(t.Context(), question); err == nil {
				t.Fatal("no error")
			}
			if n := len(s.Requests()); n != tt.tries {
				t.Errorf("%d requests, want %d", n, tt.tries)
			}
			if _, err := c.Complete(t.Context(), question); err != nil {
				t.Fatal(err)
			}
			if got := forms(s); got[len(got)-1] != "json_schema" {
				t.Errorf("afterwards the form asked for is %q", got[len(got)-1])
			}
		})
	}
}

// TestFirstRefusalIsTheError: plainer requests fail in ways that only mislead.
func TestFirstRefusalIsTheError(t *testing.T) {
	s := chattest.New(t, chattest.Error(400, "the first trouble"), chattest.Error(404, "another"))
	if _, err := client(t, s).Complete(t.Context(), question); err == nil || !strings.Contains(err.Error(), "the first trouble") {
		t.Errorf("error %v", err)
	}
}

// TestRefusedFields: a server that names the field it does not take is asked without it.
func TestRefusedFields(t *testing.T) {
	refuse := func(field string, then chattest.Reply) chattest.Reply {
		return chattest.Reply{By: func(r chattest.Request) chattest.Reply {
			if strings.Contains(r.Body, `"`+field+`":`) {
				return errorCode(400, `"unsupported_parameter"`, field, "Unsupported parameter: '"+field+"'.")
			}
			return then
		}}
	}
	good := chattest.Content(answer)
	for _, tt := range []struct {
		name, model string
		reply       chattest.Reply
		first, then int // requests for the first question and for the next
	}{
		{"temperature", "some-model", refuse("temperature", good), 2, 1},
		{"max_tokens", "some-model", refuse("max_tokens", good), 2, 1},
		{"both", "some-model", refuse("temperature", refuse("max_tokens", good)), 3, 1},
		{"any limit", "some-model", refuse("max_tokens", refuse("max_completion_tokens", good)), 3, 1},
		{"reasoning_effort", "gpt-5-chat-latest", refuse("reasoning_effort", good), 2, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chattest.New(t, tt.reply)
			c := client(t, s, func(o *chat.Options) { o.Model = tt.model })
			seen := 0
			for i, want := range []int{tt.first, tt.then} {
				if _, err := c.Complete(t.Context(), question); err != nil {
					t.Fatal(err)
				}
				if n := len(s.Requests()) - seen; n != want {
					t.Errorf("question %d took %d requests, want %d", i+1, n, want)
				}
				seen = len(s.Requests())
			}
			if last := s.Requests()[seen-1]; last.Form != "json_schema" {
				t.Errorf("the form asked for is %q", last.Form)
			}
		})
	}
}

// TestReasoningModels refuse temperature and max_tokens, and go-openai refuses to send them.
func TestReasoningModels(t *testing.T) {
	for model, reasons := range map[string]bool{
		"o1": true, "o3-mini": true, "o4-mini-2025-04-16": true, "gpt-5": true, "gpt-5-mini": true,
		"gpt-5.6-terra": true, "gpt-6-sol": true, "openai/gpt-5-nano": true,
		"gpt-4.1-mini": false, "gpt-4o": false, "gpt-35-turbo": false, "gpt-oss:20b": false,
		"olmo2": false, "llama3.2:3b": false, "qwen3": false, "o": false, "gpt-": false,
	} {
		t.Run(strings.ReplaceAll(model, "/", " "), func(t *testing.T) {
			s := chattest.New(t, chattest.Content(answer))
			c := client(t, s, func(o *chat.Options) { o.Model = model })
			if _, err := c.Complete(t.Context(), question); err != nil {
				t.Fatal(err)
			}
			r := s.Requests()[0]
			if got := r.Temperature == nil; got != reasons {
				t.Errorf("temperature left out: %v, want %v", got, reasons)
			}
			if got := strings.Contains(r.Body, `"max_completion_tokens":`); got != reasons {
				t.Errorf("max_completion_tokens sent: %v, want %v", got, reasons)
			}
			if got := strings.Contains(r.Body, `"max_tokens":`); got == reasons {
				t.Errorf("max_tokens sent: %v, want %v", got, !reasons)
			}
		})
	}
}

// TestPlainPromptRefused: a prompt that asks for no form has none to give up.
func TestPlainPromptRefused(t *testing.T) {
	s := chattest.New(t, chattest.Error(400, "no"))
	if _, err := client(t, s).Complete(t.Context(), prompts.Prompt{User: "Hi"}); err == nil {
		t.Error("no error")
	}
	if n := len(s.Requests()); n != 1 {
		t.Errorf("%d requests, want 1", n)
	}
}
