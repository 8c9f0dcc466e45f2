package chat_test

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
	"talksbot/ask/model"
)

// streamed is an answer as a stream of events that nobody asked for, with the reason to have finished.
func streamed(text, finish string) chattest.Reply {
	var b strings.Builder
	b.WriteString(": ping\n\n")
	for _, part := range []string{text[:len(text)/2], text[len(text)/2:]} {
		fmt.Fprintf(&b, "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}]}\n\n", chattest.Quoted(part))
	}
	if finish != "" {
		fmt.Fprintf(&b, "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":%q}]}\n\ndata: [DONE]\n\n", finish)
	}
	return chattest.Reply{Body: b.String()}
}

// TestPlaces holds that an answer is found wherever servers put it.
func TestPlaces(t *testing.T) {
	for name, reply := range map[string]chattest.Reply{
		"thoughts beside an empty content": chattest.Message(`"message":{"role":"assistant","content":"","reasoning_content":` + chattest.Quoted(answer) + `},"finish_reason":"stop"`),
		"a call of a tool":                 chattest.Message(`"message":{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"answer","arguments":` + chattest.Quoted(answer) + `}}]},"finish_reason":"tool_calls"`),
		"a call of a function":             chattest.Message(`"message":{"role":"assistant","content":null,"function_call":{"name":"answer","arguments":` + chattest.Quoted(answer) + `}},"finish_reason":"function_call"`),
		"a stream":                         streamed(answer, "stop"),
	} {
		got, err := client(t, chattest.New(t, reply)).Complete(t.Context(), question)
		if err != nil || got.Text != answer {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for name, reply := range map[string]chattest.Reply{
		"a stream that breaks off":   streamed(answer, ""),
		"a stream that is cut":       streamed(answer, "length"),
		"a stream with an error":     {Body: streamed(answer, "").Body + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n"},
		"a call of a tool, unfilled": chattest.Message(`"message":{"role":"assistant","content":null,"tool_calls":[]},"finish_reason":"tool_calls"`),
	} {
		if got, err := client(t, chattest.New(t, reply)).Complete(t.Context(), question); err == nil {
			t.Errorf("%s is taken for %+v", name, got)
		}
	}
}

// TestKinds holds what kind of refusal each server's words are, and that none of them but too many calls
// is asked again.
func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		name  string
		reply chattest.Reply
		want  error
		tries int
	}{
		{"OpenAI, key", errorCode(401, `"invalid_api_key"`, "", "Incorrect API key provided"), model.ErrKey, 1},
		{"Azure, key", errorCode(401, `"401"`, "", "Access denied due to invalid subscription key"), model.ErrKey, 1},
		{"Mistral, key", chattest.Reply{Status: 401, Body: `{"detail":"Unauthorized"}`}, model.ErrKey, 1},
		{"OpenAI, model", errorCode(404, `"model_not_found"`, "", "The model `x` does not exist or you do not have access to it."), model.ErrUnknown, 1},
		{"Ollama, model", errorText(404, `model "x" not found, try pulling it first`), model.ErrUnknown, 1},
		{"Azure, deployment", errorCode(404, `"DeploymentNotFound"`, "", "The API deployment for this resource does not exist."), model.ErrUnknown, 1},
		{"OpenRouter, model", errorCode(400, `400`, "", "x is not a valid model ID"), model.ErrUnknown, 1},
		{"OpenAI, quota", errorCode(429, `"insufficient_quota"`, "", "You exceeded your current quota"), model.ErrQuota, 1},
		{"OpenRouter, credits", errorCode(402, `402`, "", "Insufficient credits"), model.ErrQuota, 1},
		{"OpenAI, rate", errorCode(429, `"rate_limit_exceeded"`, "", "Rate limit reached for requests"), model.ErrRate, 3},
		{"a page", chattest.HTML(502), nil, 3},
	} {
		s := chattest.New(t, tt.reply, tt.reply, tt.reply, tt.reply)
		_, err := client(t, s).Complete(t.Context(), question)
		if err == nil {
			t.Fatal(tt.name)
		}
		for _, kind := range []error{model.ErrKey, model.ErrUnknown, model.ErrQuota, model.ErrRate} {
			if errors.Is(err, kind) != (kind == tt.want) {
				t.Errorf("%s: %v is %v: %v", tt.name, err, kind, errors.Is(err, kind))
			}
		}
		if n := len(s.Requests()); n != tt.tries {
			t.Errorf("%s: asked %d times, want %d", tt.name, n, tt.tries)
		}
	}
}

// TestShortKeys holds that what stands for no key spoils no reply, and that a key is hidden in base64,
// whatever stands around it.
func TestShortKeys(t *testing.T) {
	for _, key := range []chat.Key{"x", "1", "none", "ollama", "lm-studio", "not-needed", "bridge"} {
		c := client(t, chattest.New(t, chattest.Content(answer)), func(o *chat.Options) { o.APIKey = key })
		if got, err := c.Complete(t.Context(), question); err != nil || got.Text != answer {
			t.Errorf("with the key %s: %+v, %v", string(key), got, err)
		}
	}
	const key = "sk-Zr4Qm1Xx9"
	for _, around := range []string{"", "a", "ab", "abc", "Bearer ", "user:"} {
		for _, code := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding} {
			echo := code.EncodeToString([]byte(around + key + around))
			_, err := client(t, chattest.New(t, chattest.Error(400, "bad header "+echo)), func(o *chat.Options) { o.APIKey = key }).Complete(t.Context(), question)
			if whole := code.EncodeToString([]byte(around + key)); err == nil || strings.Contains(err.Error(), strings.TrimRight(whole, "=")[len(whole)-10:len(whole)-4]) {
				t.Errorf("after %q the key shows: %v", around, err)
			}
		}
	}
}
