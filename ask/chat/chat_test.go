package chat_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
	"talksbot/prompts"
)

func TestMain(m *testing.M) {
	if asSubprocess() {
		return
	}
	goleak.VerifyTestMain(m)
}

const answer = `{"claims":[{"text":"The bridge opens on 3 May.","cites":[1]}]}`

var question = prompts.Answer(prompts.AnswerData{
	Question: "When does the bridge open?",
	Articles: []prompts.Article{{Passages: []prompts.Passage{{Text: "The bridge opens on 3 May."}}}},
})

// client returns a client of the server that does not wait between tries.
func client(t *testing.T, s *chattest.Server, change ...func(*chat.Options)) *chat.Client {
	t.Helper()
	o := chat.Options{BaseURL: s.URL, APIKey: "sk-secret-key", Model: "test-model", Backoff: time.Microsecond, Timeout: time.Minute}
	for _, f := range change {
		f(&o)
	}
	c, err := chat.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// TestComplete takes the good replies: what the model said comes back as it said it.
func TestComplete(t *testing.T) {
	for _, tt := range []struct {
		name  string
		reply chattest.Reply
		want  prompts.Completion
	}{
		{"content", chattest.Content(answer), prompts.Completion{Text: answer, Tokens: 120, Written: 20, Model: "test-model-0001"}},
		{"parts", parts(answer[:9], answer[9:]), prompts.Completion{Text: answer, Tokens: 120, Written: 20, Model: "test-model-0001"}},
		{"another word for stop", chattest.Ended(answer, "eos"), prompts.Completion{Text: answer, Tokens: 120, Written: 20, Model: "test-model-0001"}},
		{"no usage and no model", noUsage(answer), prompts.Completion{Text: answer, Tokens: estimated(answer), Written: (len(answer) + 3) / 4, Model: "test-model"}},
		{"empty error beside a good reply", chattest.Reply{Body: `{"error":null,` + chattest.Content(answer).Body[1:]}, prompts.Completion{Text: answer, Tokens: 120, Written: 20, Model: "test-model-0001"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chattest.New(t, tt.reply)
			got, err := client(t, s).Complete(t.Context(), question)
			if err != nil {
				t.Fatal(err)
			}
			if got != tt.want {
				t.Errorf("got %+v\nwant %+v", got, tt.want)
			}
			if n := len(s.Requests()); n != 1 {
				t.Errorf("%d requests, want 1", n)
			}
		})
	}
}

func estimated(reply string) int {
	return (len(question.System) + len(question.User) + len(question.Schema.JSON) + len(reply) + 3) / 4
}

// TestCompleteFenced: what stands around the JSON is for package prompts, which takes it.
func TestCompleteFenced(t *testing.T) {
	got, err := client(t, chattest.New(t, fenced(answer))).Complete(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	if claims, _, err := prompts.ParseAnswer(got.Text); err != nil || len(claims) != 1 {
		t.Errorf("%q is read as %v, %v", got.Text, claims, err)
	}
}

// TestCompleteTriesAgain: what breaks for a moment does not break the answer.
func TestCompleteTriesAgain(t *testing.T) {
	s := chattest.New(t, chattest.Drop(), chattest.HTML(503), chattest.Content(answer))
	got, err := client(t, s).Complete(t.Context(), question)
	if err != nil || got.Text != answer {
		t.Fatalf("got %+v, %v", got, err)
	}
	requests := s.Requests()
	if len(requests) != 3 || requests[0].Body != requests[2].Body {
		t.Errorf("%d requests, want 3 alike", len(requests))
	}
}

func TestNothingListens(t *testing.T) {
	c, err := chat.New(chat.Options{BaseURL: "http://127.0.0.1:1", Model: "m", Backoff: time.Microsecond})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Complete(t.Context(), question); err == nil || !strings.Contains(err.Error(), "asking the model at 127.0.0.1:1") {
		t.Errorf("error %v", err)
	}
}

// TestRequest holds what is sent: the texts as they are, a strict schema, temperature 0 as
// a 0, and the key.
func TestRequest(t *testing.T) {
	s := chattest.New(t, chattest.Content(answer))
	if _, err := client(t, s).Complete(t.Context(), question); err != nil {
		t.Fatal(err)
	}
	r := s.Requests()[0]
	if r.System != question.System || r.User != question.User || r.Model != "test-model" {
		t.Errorf("sent model %q, system %q, user %q", r.Model, r.System, r.User)
	}
	if r.Form != "json_schema" || !r.Strict || !sameJSON(t, r.Schema, string(question.Schema.JSON)) {
		t.Errorf("sent the form %q, strict %v: %s", r.Form, r.Strict, r.Schema)
	}
	if r.Temperature == nil || *r.Temperature != 0 || !strings.Contains(r.Body, `"temperature":0,`) && !strings.Contains(r.Body, `"temperature":0}`) {
		t.Errorf("temperature 0 is not sent: %s", r.Body)
	}
	if !strings.Contains(r.Body, `"max_tokens":4000`) || !strings.Contains(r.Body, `"stream":false`) {
		t.Errorf("sent %s", r.Body)
	}
	if got := r.Header.Get("Authorization"); got != "Bearer sk-secret-key" {
		t.Errorf("Authorization is %q", got)
	}
}

func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	compact := func(s string) string {
		var v any
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		out, _ := json.Marshal(v)
		return string(out)
	}
	return compact(a) == compact(b)
}

// TestRequestPlainText: a prompt without a schema asks for no form.
func TestRequestPlainText(t *testing.T) {
	s := chattest.New(t, chattest.Content("Hello."))
	if _, err := client(t, s).Complete(t.Context(), prompts.Prompt{System: "Be kind.", User: "Hi"}); err != nil {
		t.Fatal(err)
	}
	if r := s.Requests()[0]; strings.Contains(r.Body, "response_format") {
		t.Errorf("sent %s", r.Body)
	}
}

// TestNoKey: local servers are sent no Authorization, which some of them refuse.
func TestNoKey(t *testing.T) {
	s := chattest.New(t, chattest.Content(answer))
	c := client(t, s, func(o *chat.Options) { o.APIKey = "" })
	if _, err := c.Complete(t.Context(), question); err != nil {
		t.Fatal(err)
	}
	if got, ok := s.Requests()[0].Header["Authorization"]; ok {
		t.Errorf("Authorization is %q", got)
	}
}

// TestSlow: the timeout is for all of it, and the end of the caller's context ends it.
func TestSlow(t *testing.T) {
	for name, reply := range map[string]chattest.Reply{"silent": chattest.Slow(), "stalled": chattest.Stall(answer)} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, transport := chattest.NewInMemory(t, reply)
				c := client(t, s, func(o *chat.Options) { o.Timeout, o.Transport = 20*time.Millisecond, transport })
				_, err := c.Complete(t.Context(), question)
				if err == nil || !strings.Contains(err.Error(), "no answer within 20ms") || !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("error %v, want that the timeout is over", err)
				}
				if n := len(s.Requests()); n != 1 {
					t.Errorf("%d requests, want 1", n)
				}
			})
		})
	}
}

func TestCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, transport := chattest.NewInMemory(t, chattest.Slow())
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(20*time.Millisecond, cancel)
		start := time.Now()
		_, err := client(t, s, func(o *chat.Options) { o.Transport = transport }).Complete(ctx, question)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want context.Canceled", err)
		}
		if took := time.Since(start); took != 20*time.Millisecond {
			t.Errorf("took %v", took)
		}
	})
}

// TestConcurrently: one client, many goroutines, a server that takes the plainest form only.
func TestConcurrently(t *testing.T) {
	s := chattest.New(t, plain(400, chattest.Content(answer)))
	c := client(t, s, func(o *chat.Options) { o.Model = "" })
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			if got, err := c.Complete(t.Context(), question); err != nil || got.Text != answer {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
	wg.Wait()
	before := len(s.Requests())
	if _, err := c.Complete(t.Context(), question); err != nil {
		t.Error(err)
	}
	if n := len(s.Requests()) - before; n != 1 {
		t.Errorf("%d requests after 20 questions, want 1", n)
	}
}

func TestNewRejects(t *testing.T) {
	for _, tt := range []struct {
		name    string
		options chat.Options
		want    string
	}{
		{"nothing", chat.Options{}, "set OPENAI_API_KEY, or OPENAI_BASE_URL"},
		{"model alone", chat.Options{Model: "m"}, "set OPENAI_API_KEY, or OPENAI_BASE_URL"},
		{"scheme", chat.Options{BaseURL: "ftp://x/v1"}, `"ftp://"`},
		{"quotes", chat.Options{BaseURL: `"http://localhost:11434"`}, "OPENAI_BASE_URL"},
		{"no host", chat.Options{BaseURL: "http:///v1"}, "names no server"},
		{"a key in its place", chat.Options{BaseURL: "sk-geheim0123456789"}, "names no server"},
		{"fragment", chat.Options{BaseURL: "http://x/v1#top"}, `after "#"`},
		{"deployment without a version", chat.Options{BaseURL: "https://x.openai.azure.com/openai/deployments/mini"}, "?api-version="},
		{"password in a bad address", chat.Options{BaseURL: "http://user:secret@x:port/v1"}, "not an address"},
		{"key with a line break", chat.Options{APIKey: "sk-secret\nkey"}, "U+000A"},
		{"key in typographic quotes", chat.Options{APIKey: "“sk-secret”"}, "U+201C"},
		{"timeout below zero", chat.Options{APIKey: "k", Timeout: -1}, "-1ns is below zero"},
		{"model with a space", chat.Options{APIKey: "k", Model: "gpt 4"}, `"gpt 4" (OPENAI_MODEL)`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := chat.New(tt.options)
			if err == nil || c != nil {
				t.Fatalf("got %v, %v", c, err)
			}
			if !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "secret") {
				t.Errorf("error %q, want %q", err, tt.want)
			}
		})
	}
}
