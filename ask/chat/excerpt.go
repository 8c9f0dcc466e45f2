package chat

import (
	"strings"
	"unicode"
)

// A failure is an error whose text may hold what a server wrote, fit to be shown in a log.
type failure struct {
	cause error
	text  string
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.cause }

// excerpt returns the beginning of s, up to limit characters, on one line, without what
// does not print and without the API key.
func excerpt(s string, limit int, redact *strings.Replacer) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsSpace(r) && !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, redact.Replace(strings.ToValidUTF8(s, "?")))
	line := []rune(strings.Join(strings.Fields(s), " "))
	if len(line) > limit {
		return strings.TrimRight(string(line[:limit]), " ") + " ..."
	}
	return string(line)
}
