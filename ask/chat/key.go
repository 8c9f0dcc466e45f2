package chat

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"unicode"
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
	var pairs []string
	for _, form := range k.forms() {
		pairs = append(pairs, form, redacted)
	}
	return strings.NewReplacer(pairs...)
}

// forms returns how a server may repeat the key: as it is, in hexadecimal digits or in base64, whatever
// stands before it there. A word such as "none" or "ollama", which people set where a server wants no key,
// is none, and stands in many a reply.
func (k Key) forms() []string {
	s := strings.TrimSpace(string(k))
	if !isSecret(s) {
		return nil
	}
	forms := []string{s, hex.EncodeToString([]byte(s)), strings.ToUpper(hex.EncodeToString([]byte(s)))}
	for _, alphabet := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		for before := range 3 {
			// Of the letters of base64 those are the key's alone that begin behind what stands before it
			// and end before what may follow.
			from, to := (8*before+5)/6, (8*(before+len(s)))/6
			code := alphabet.EncodeToString(append(make([]byte, before), s...))
			forms = append(forms, code[from:to])
		}
	}
	return forms
}

// How long a key at least is that gives something away.
const (
	shortestWord = 12 // of letters alone, or digits
	shortestKey  = 8  // of both
)

// isSecret reports whether a key is one rather than a word that stands for none.
func isSecret(s string) bool {
	both := strings.ContainsAny(s, "0123456789") && strings.ContainsFunc(s, unicode.IsLetter)
	return len(s) >= shortestWord || strings.HasPrefix(s, "sk-") || len(s) >= shortestKey && both
}
