package chat_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
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
	Passages: []prompts.Passage{{Text: "The bridge opens on 3 May."}},
})

// client returns a client of the server that does not wait between tries.
func client(t *testing.T, s *chattest.Server, change ...func(*chat.Options)) *chat.Client {
	t.Helper()
	o := chat.Options{BaseURL: s.URL, APIKey: "sk-secret-key", Model: "test-model", Backoff: time.Microsecond, Timeout: 5 * time.Second}
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
		{"content", chattest.Content(answer), prompts.Completion{Text: answer, Tokens: 120, Model: "test-model-0001"}},
		{"parts", chattest.Parts(answer[:9], answer[9:]), prompts.Completion{Text: answer, Tokens: 120, Model: "test-model-0001"}},
		{"another word for stop", chattest.Ended(answer, "eos"), prompts.Completion{Text: answer, Tokens: 120, Model: "test-model-0001"}},
		{"no usage and no model", chattest.NoUsage(answer), prompts.Completion{Text: answer, Tokens: estimated(answer), Model: "test-model"}},
		{"empty error beside a good reply", chattest.Reply{Body: `{"error":null,` + chattest.Content(answer).Body[1:]}, prompts.Completion{Text: answer, Tokens: 120, Model: "test-model-0001"}},
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
	got, err := client(t, chattest.New(t, chattest.Fenced(answer))).Complete(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	if claims, err := prompts.ParseAnswer(got.Text); err != nil || len(claims) != 1 {
		t.Errorf("%q is read as %v, %v", got.Text, claims, err)
	}
}

// TestCompleteRejects takes every reply that is none. No text comes back with the error,
// the error says what came, and what cannot get better is not asked again.
func TestCompleteRejects(t *testing.T) {
	for _, tt := range []struct {
		name   string
		reply  chattest.Reply
		want   string
		tries  int
		tokens int
	}{
		{"cut off at the limit", chattest.Truncated(answer), "cut off", 1, 120},
		{"no finish reason", chattest.Unfinished(answer), "does not say that it is finished", 1, 120},
		{"unknown finish reason", chattest.Ended(answer, "tool_calls"), `ended with "tool_calls"`, 1, 120},
		{"finish reason full of itself", chattest.Ended(answer, "\x1b[2J"+strings.Repeat("y", 5000)), "ended with", 1, 120},
		{"held back", chattest.Filtered(), "content filter", 1, 120},
		{"refusal", chattest.Refusal("I can't help with that."), "the model refuses: I can't help with that.", 1, 120},
		{"null content", chattest.Null(), "the reply is empty", 1, 120},
		{"empty content", chattest.Empty(), "the reply is empty", 1, 120},
		{"content of spaces", chattest.Content(" \n"), "the reply is empty", 1, 120},
		{"no choices", chattest.NoChoices(), "no choices", 1, estimated("")},
		{"null", chattest.Reply{Body: "null"}, "no choices", 1, estimated("")},
		{"error in 200", chattest.Error(200, "model overloaded"), "200 OK (invalid_request_error): model overloaded", 1, 0},
		{"bare error in 200", chattest.ErrorText(200, "model overloaded"), "200 OK: model overloaded", 1, 0},
		{"HTML in 200", chattest.HTML(200), "not JSON but <!DOCTYPE html> <html>", 1, 0},
		{"nothing in 200", chattest.Reply{Body: ""}, "200 OK: nothing", 1, 0},
		{"text in 200", chattest.Reply{Body: "pong"}, "not JSON but pong", 1, 0},
		{"half an object in 200", chattest.Reply{Body: chattest.Content(answer).Body[:60]}, "not JSON", 1, 0},
		{"a number", chattest.Reply{Body: "42"}, "not JSON", 1, 0},
		{"oversized", chattest.Oversized(2 << 20), "longer than any answer", 1, 0},
		{"integer code", chattest.ErrorCode(401, "1234", "", "bad key"), "401 Unauthorized (1234): bad key", 1, 0},
		{"bare text", chattest.ErrorText(404, `model "x" not found, try pulling it first`), `404 Not Found: model "x" not found`, 1, 0},
		{"another form of error", chattest.Reply{Status: 404, Body: `{"detail":"Not Found"}`}, "404 Not Found: Not Found", 1, 0},
		{"forbidden", chattest.Error(403, "no"), "403 Forbidden", 1, 0},
		{"HTML 404", chattest.HTML(404), "404 Not Found: nothing answers at this address", 1, 0},
		{"moved", chattest.Reply{Status: 301, Header: map[string]string{"Location": "https://elsewhere.example/v1"}}, "points to https://elsewhere.example/v1", 1, 0},
		{"moved with the request", chattest.Reply{Status: 308, Header: map[string]string{"Location": "https://elsewhere.example/v1"}}, "points to https://elsewhere.example/v1", 1, 0},
		{"teapot without a body", chattest.Reply{Status: 418}, "418 I'm a teapot: nothing", 1, 0},
		{"not implemented", chattest.ErrorCode(501, `"model_not_found"`, "", "no"), "501", 1, 0},
		{"too many", chattest.Error(429, "slow down"), "429 Too Many Requests", 3, 0},
		{"bad gateway", chattest.HTML(502), "502 Bad Gateway: not JSON but <!DOCTYPE html>", 3, 0},
		{"server error", chattest.ErrorText(500, "out of memory"), "500 Internal Server Error: out of memory", 3, 0},
		{"server error not worth a second try", chattest.Reply{Status: 500, Header: map[string]string{"X-Should-Retry": "false"}}, "500", 1, 0},
		{"connection dropped", chattest.Drop(), "EOF", 3, 0},
		{"connection dropped within the reply", chattest.Cut(answer), "EOF", 3, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chattest.New(t, tt.reply)
			got, err := client(t, s).Complete(t.Context(), question)
			if err == nil {
				t.Fatalf("accepted as %+v", got)
			}
			if want := (prompts.Completion{Tokens: tt.tokens}); got != want {
				t.Errorf("%+v beside the error, want %+v", got, want)
			}
			message := err.Error()
			if !strings.Contains(message, tt.want) {
				t.Errorf("error %q does not say %q", message, tt.want)
			}
			if len(message) > 400 || strings.ContainsAny(message, "\n\x1b") {
				t.Errorf("error %q is not a short line", message)
			}
			if n := len(s.Requests()); n != tt.tries {
				t.Errorf("%d requests, want %d", n, tt.tries)
			}
		})
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
			s := chattest.New(t, reply)
			c := client(t, s, func(o *chat.Options) { o.Timeout = 20 * time.Millisecond })
			_, err := c.Complete(t.Context(), question)
			if err == nil || !strings.Contains(err.Error(), "no answer within 20ms") || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("error %v, want that the timeout is over", err)
			}
			if n := len(s.Requests()); n != 1 {
				t.Errorf("%d requests, want 1", n)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	s := chattest.New(t, chattest.Slow())
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	start := time.Now()
	_, err := client(t, s).Complete(ctx, question)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestConcurrently: one client, many goroutines, a server that takes the plainest form only.
func TestConcurrently(t *testing.T) {
	s := chattest.New(t, chattest.Plain(400, chattest.Content(answer)))
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

// TestKeyStaysSecret: a server that repeats the key gets it into no error and no log.
func TestKeyStaysSecret(t *testing.T) {
	const key = "sk-secret-key"
	for name, reply := range map[string]chattest.Reply{
		"message":  chattest.Error(401, "Incorrect API key provided: "+key+"."),
		"code":     chattest.ErrorCode(400, `"`+key+`"`, key, "no"),
		"text":     chattest.ErrorText(429, key),
		"page":     {Status: 500, Body: "<html>Authorization: Bearer " + key},
		"location": {Status: 302, Header: map[string]string{"Location": "https://elsewhere.example/?key=" + key}},
		"refusal":  chattest.Refusal("I will not use " + key),
		"finish":   chattest.Ended(answer, key),
		"at a cut": chattest.Error(400, strings.Repeat("x", 195)+key),
		"model":    {Body: strings.Replace(chattest.Content(answer).Body, "test-model-0001", key, 1)},
	} {
		t.Run(name, func(t *testing.T) {
			var log strings.Builder
			c := client(t, chattest.New(t, reply), func(o *chat.Options) { o.Log = textLog(&log) })
			got, err := c.Complete(t.Context(), question)
			if err == nil && name != "model" {
				t.Fatal("no error")
			}
			if err != nil && strings.Contains(err.Error(), "secret") || strings.Contains(log.String(), "secret") || strings.Contains(got.Model, "secret") {
				t.Errorf("the key shows: %v\n%s", err, &log)
			}
		})
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
		{"query", chat.Options{BaseURL: "http://x/v1?api-version=1"}, `after "?"`},
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

// TestModels: without a name the server is asked once, and again when it has forgotten.
func TestModels(t *testing.T) {
	s := chattest.New(t, chattest.Content(answer), chattest.Content(answer), chattest.ErrorText(http.StatusNotFound, "model not found"), chattest.Content(answer))
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
