package chat_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
)

func textLog(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// TestKeyNeverPrints: by no verb, in no log and in no encoding.
func TestKeyNeverPrints(t *testing.T) {
	o := chat.Options{APIKey: "sk-secret-key"}
	c, err := chat.New(o)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%!", "%c", "%10.3s"} {
		fmt.Fprintf(&out, verb+"\n", o.APIKey)
		fmt.Fprintf(&out, verb+"\n", o)
		fmt.Fprintf(&out, verb+"\n", &o)
		fmt.Fprintf(&out, verb+"\n", c)
	}
	fmt.Fprintln(&out, o.APIKey, o.APIKey.String())
	for _, log := range []*slog.Logger{textLog(&out), slog.New(slog.NewJSONHandler(&out, nil))} {
		log.Info("x", "key", o.APIKey, "in", struct{ Key chat.Key }{o.APIKey}, "client", c)
	}
	b, err := json.Marshal(map[string]any{"key": o.APIKey, "in": o})
	if err != nil {
		t.Fatal(err)
	}
	out.Write(b)
	for _, leak := range []string{"secret", fmt.Sprintf("%x", "secret"), fmt.Sprintf("%X", "secret")} {
		if strings.Contains(out.String(), leak) {
			t.Errorf("%q shows in\n%s", leak, &out)
		}
	}
	if got := chat.Key("").String(); got != "" {
		t.Errorf("no key prints as %q", got)
	}
}

// TestKeyStaysSecret: a server that repeats the key gets it into no error and no log.
func TestKeyStaysSecret(t *testing.T) {
	const key = "sk-secret-key"
	for name, reply := range map[string]chattest.Reply{
		"message":  chattest.Error(401, "Incorrect API key provided: "+key+"."),
		"code":     errorCode(400, `"`+key+`"`, key, "no"),
		"text":     errorText(429, key),
		"page":     {Status: 500, Body: "<html>Authorization: Bearer " + key},
		"location": {Status: 302, Header: map[string]string{"Location": "https://elsewhere.example/?key=" + key}},
		"refusal":  refusal("I will not use " + key),
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

// TestKeyInTheClear: the operator is warned where the key crosses the open internet.
func TestKeyInTheClear(t *testing.T) {
	for url, want := range map[string]bool{
		"http://models.example.com/v1": true, "http://8.8.8.8:8000": true,
		"https://models.example.com/v1": false, "http://localhost:11434": false, "http://[::1]:8080": false,
		"http://192.168.1.20:8000": false, "http://ollama:11434": false, "models.example.com": false,
	} {
		var log strings.Builder
		if _, err := chat.New(chat.Options{BaseURL: url, APIKey: "k", Log: textLog(&log)}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(log.String(), "unencrypted"); got != want {
			t.Errorf("%s: warned %v, want %v", url, got, want)
		}
	}
}
