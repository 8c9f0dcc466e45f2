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
	s = redact.Replace(strings.ToValidUTF8(s, "?"))
	var b strings.Builder
	n, space := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = n > 0
			continue
		case !unicode.IsPrint(r):
			continue
		case n >= limit:
			return b.String() + " ..."
		}
		if space {
			b.WriteByte(' ')
			n++
		}
		b.WriteRune(r)
		n++
		space = false
	}
	return b.String()
}
