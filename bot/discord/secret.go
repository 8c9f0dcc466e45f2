package discord

import (
	"fmt"
	"log/slog"
	"strings"
)

// A Secret is a text that shows itself nowhere: not in prints of any verb, logs or JSON.
// Only a conversion to string, made where it is sent, reveals it.
type Secret string

const redacted = "[redacted]"

// String returns a placeholder.
func (s Secret) String() string { return redacted }

// Format prints a placeholder whatever the verb: %x, %q and %#v included.
func (s Secret) Format(f fmt.State, _ rune) { fmt.Fprint(f, redacted) }

// MarshalText encodes a placeholder, in JSON too.
func (s Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue logs a placeholder.
func (s Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// scrub returns err with every occurrence of the secret in its text replaced, so that an
// error made by somebody else's package can be logged. errors.Is and As still see through.
func (s Secret) scrub(err error) error {
	if err == nil || s == "" || !strings.Contains(err.Error(), string(s)) {
		return err
	}
	return scrubbed{err, strings.ReplaceAll(err.Error(), string(s), redacted)}
}

type scrubbed struct {
	err  error
	text string
}

func (e scrubbed) Error() string { return e.text }
func (e scrubbed) Unwrap() error { return e.err }

// bare returns the token without the word "Bot" and the space that is easily copied with it.
func bare(token Secret) Secret {
	text := strings.TrimSpace(string(token)) + " "
	return Secret(strings.TrimSpace(strings.TrimPrefix(text, "Bot ")))
}
