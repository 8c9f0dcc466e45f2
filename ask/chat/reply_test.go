package chat_test

import (
	"strings"
	"testing"

	"talksbot/ask/chat/chattest"
	"talksbot/prompts"
)

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
		{"cut off at the limit", truncated(answer), "cut off", 1, 120},
		{"no finish reason", unfinished(answer), "does not say that it is finished", 1, 120},
		{"unknown finish reason", chattest.Ended(answer, "tool_calls"), `ended with "tool_calls"`, 1, 120},
		{"finish reason full of itself", chattest.Ended(answer, "\x1b[2J"+strings.Repeat("y", 5000)), "ended with", 1, 120},
		{"held back", filtered(), "content filter", 1, 120},
		{"refusal", refusal("I can't help with that."), "the model refuses: I can't help with that.", 1, 120},
		{"null content", null(), "the reply is empty", 1, 120},
		{"empty content", empty(), "the reply is empty", 1, 120},
		{"content of spaces", chattest.Content(" \n"), "the reply is empty", 1, 120},
		{"no choices", noChoices(), "no choices", 1, estimated("")},
		{"null", chattest.Reply{Body: "null"}, "no choices", 1, estimated("")},
		{"error in 200", chattest.Error(200, "model overloaded"), "200 OK (invalid_request_error): model overloaded", 1, 0},
		{"bare error in 200", errorText(200, "model overloaded"), "200 OK: model overloaded", 1, 0},
		{"HTML in 200", chattest.HTML(200), "not JSON but <!DOCTYPE html> <html>", 1, 0},
		{"nothing in 200", chattest.Reply{Body: ""}, "200 OK: nothing", 1, 0},
		{"text in 200", chattest.Reply{Body: "pong"}, "not JSON but pong", 1, 0},
		{"half an object in 200", chattest.Reply{Body: chattest.Content(answer).Body[:60]}, "not JSON", 1, 0},
		{"a number of many digits", chattest.Reply{Body: `{"choices":[{"index":` + strings.Repeat("7", 9000) + `}]}`}, "cannot unmarshal number 777", 1, 0},
		{"a number", chattest.Reply{Body: "42"}, "not JSON", 1, 0},
		{"oversized", oversized(2 << 20), "longer than any answer", 1, 0},
		{"integer code", errorCode(401, "1234", "", "bad key"), "401 Unauthorized (1234): bad key", 1, 0},
		{"bare text", errorText(404, `model "x" not found, try pulling it first`), `404 Not Found: model "x" not found`, 1, 0},
		{"another form of error", chattest.Reply{Status: 404, Body: `{"detail":"Not Found"}`}, "404 Not Found: Not Found", 1, 0},
		{"forbidden", chattest.Error(403, "no"), "403 Forbidden", 1, 0},
		{"HTML 404", chattest.HTML(404), "404 Not Found: nothing answers at this address", 1, 0},
		{"moved", chattest.Reply{Status: 301, Header: map[string]string{"Location": "https://elsewhere.example/v1"}}, "points to https://elsewhere.example/v1", 1, 0},
		{"moved with the request", chattest.Reply{Status: 308, Header: map[string]string{"Location": "https://elsewhere.example/v1"}}, "points to https://elsewhere.example/v1", 1, 0},
		{"teapot without a body", chattest.Reply{Status: 418}, "418 I'm a teapot: nothing", 1, 0},
		{"not implemented", errorCode(501, `"model_not_found"`, "", "no"), "501", 1, 0},
		{"too many", chattest.Error(429, "slow down"), "429 Too Many Requests", 3, 0},
		{"bad gateway", chattest.HTML(502), "502 Bad Gateway: not JSON but <!DOCTYPE html>", 3, 0},
		{"server error", errorText(500, "out of memory"), "500 Internal Server Error: out of memory", 3, 0},
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
			want := prompts.Completion{Tokens: tt.tokens}
			if tt.tokens == 120 {
				want.Written = 20 // as a server that counts says
			}
			if got != want {
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
