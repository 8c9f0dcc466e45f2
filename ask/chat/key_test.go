package chat_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"talksbot/ask/chat"
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
	fmt.Fprintln(&out, o.APIKey, o.APIKey.String(), o.APIKey.GoString())
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
