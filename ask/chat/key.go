package chat

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// A Key is an API key. It prints, logs and marshals as a note that it is set; only a
// conversion to string gives it away.
type Key string

const redacted = "[redacted]"

// String returns "[redacted]", or "" for no key.
func (k Key) String() string {
	if k == "" {
		return ""
	}
	return redacted
}

// Format writes String for every verb: those that do not fit a string would print it raw.
func (k Key) Format(f fmt.State, _ rune) { io.WriteString(f, k.String()) }

// LogValue is String, for slog.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }

// MarshalText is String, for JSON, YAML and their like.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// header returns the key as it is sent, without the space that copying leaves around it.
func (k Key) header() (string, error) {
	s := strings.TrimSpace(string(k))
	for _, r := range s {
		if r <= ' ' || r > '~' {
			return "", fmt.Errorf("the API key (OPENAI_API_KEY) has the character %U in it, which no key has: copy it again", r)
		}
	}
	return s, nil
}

// redactor replaces the key wherever a server repeats it.
func (k Key) redactor() *strings.Replacer {
	s := strings.TrimSpace(string(k))
	if s == "" {
		return strings.NewReplacer()
	}
	return strings.NewReplacer(s, redacted)
}
