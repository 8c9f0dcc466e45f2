package discord

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
)

func TestSecret(t *testing.T) {
	const token = "MTk4NjIy.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
	o := Options{Token: token}
	var shown bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t"} {
		fmt.Fprintf(&shown, verb+verb+verb, o.Token, o, &o)
	}
	for _, h := range []slog.Handler{slog.NewTextHandler(&shown, nil), slog.NewJSONHandler(&shown, nil)} {
		slog.New(h).Info("x", "token", o.Token, "list", []Secret{o.Token})
	}
	json.NewEncoder(&shown).Encode([]any{o.Token, struct{ T Secret }{o.Token}})
	fmt.Fprint(&shown, o.Token, o.Token.scrub(fmt.Errorf("dialling with %s: %w", string(o.Token), io.EOF)))
	if strings.Contains(shown.String(), "MTk4") || strings.Contains(shown.String(), "4d546b34") {
		t.Errorf("the token is shown:\n%s", &shown)
	}
	if err := o.Token.scrub(fmt.Errorf("%s: %w", string(o.Token), io.EOF)); !errors.Is(err, io.EOF) {
		t.Errorf("%v hides its cause", err)
	}
	if err := o.Token.scrub(io.EOF); err != io.EOF {
		t.Errorf("an error without the token became %v", err)
	}
}

func TestNewRefuses(t *testing.T) {
	for token, bad := range map[Secret]bool{
		"": true, " \n": true, "Bot ": true, "a b": true, "a\nb": true, " Bot a.b.c\n": false, "a.b.c": false,
	} {
		if _, err := New(Options{Token: token}); (err != nil) != bad {
			t.Errorf("token %q: %v", string(token), err)
		}
	}
}
