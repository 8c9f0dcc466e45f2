package prompts

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxReply bounds how much of a reply is looked at, in bytes.
const maxReply = 64 << 10

// Errors of replies that hold nothing to read.
var (
	errNoJSON  = errors.New("there is no JSON object in it")
	errCutJSON = errors.New("its JSON is cut off")
)

// values returns the whole JSON objects and arrays that stand in a reply, in order and mended. Models
// put things around them that do no harm: a byte order mark, a sentence of introduction, a Markdown
// fence, drafts before the answer. Thoughts do not count, whether they end or not. cut says that one is
// broken off; what is whole within it is none of the values.
func values(text string) (found []string, cut bool) {
	if i := strings.LastIndex(text, "</think>"); i >= 0 {
		text = text[i+len("</think>"):]
	}
	text, _, _ = strings.Cut(text, "<think>")
	for at := 0; at < len(text); {
		if !opensJSON(text[at:]) {
			at++
			continue
		}
		n := lengthOf(text[at:])
		if n < 0 {
			return found, true
		}
		found = append(found, mended(text[at:at+n]))
		at += n
	}
	return found, false
}

// opensJSON reports whether a text begins like an object or a list of objects: a brace in prose is no
// JSON, and neither is "[1]".
func opensJSON(text string) bool {
	if text[0] != '{' && text[0] != '[' {
		return false
	}
	rest := strings.TrimLeft(text[1:], " \t\r\n")
	if text[0] == '{' {
		return strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "}")
	}
	return strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "]")
}

// lengthOf returns how long the JSON value is that a text begins with, -1 where it has no end.
func lengthOf(text string) int {
	var n nesting
	for i := 0; i < len(text); i++ {
		if n.ends(text[i]) {
			return i + 1
		}
	}
	return -1
}

// A nesting is how deep within a JSON value its reader stands.
type nesting struct {
	depth           int
	quoted, escaped bool
}

// ends reads the next byte and reports whether the value ends with it.
func (n *nesting) ends(c byte) bool {
	switch {
	case n.escaped:
		n.escaped = false
	case n.quoted && c == '\\':
		n.escaped = true
	case c == '"':
		n.quoted = !n.quoted
	case n.quoted:
	case c == '{' || c == '[':
		n.depth++
	case c == '}' || c == ']':
		n.depth--
		return n.depth == 0
	}
	return false
}

// mended returns JSON without what models write into it and JSON does not know: a comma behind the last
// of several values, a line break within a text.
func mended(json string) string {
	var b strings.Builder
	quoted := false
	for i := 0; i < len(json); i++ {
		switch c := json[i]; {
		case quoted && c == '\\' && i+1 < len(json):
			b.WriteByte(c)
			i++
			b.WriteByte(json[i])
			continue
		case quoted && (c == '\n' || c == '\r' || c == '\t'):
			b.WriteByte(' ')
			continue
		case c == '"':
			quoted = !quoted
		case c == ',' && !quoted:
			if next := strings.TrimLeft(json[i+1:], " \t\r\n"); next != "" && (next[0] == '}' || next[0] == ']') {
				continue
			}
		}
		b.WriteByte(json[i])
	}
	return b.String()
}

// tooLong is the error of a reply that is not worth reading.
func tooLong(text string) error {
	if len(text) > maxReply {
		return fmt.Errorf("it is %d bytes long, more than %d", len(text), maxReply)
	}
	return nil
}

// spaces are several in a row; those that do not break are kept.
var spaces = regexp.MustCompile(` {2,}`)

// oneLine returns s on one line, without the space around it and without what takes no room, such as a
// zero-width space. It is an error, worded to follow "it" or "a text that", where s is then empty, has
// more than limit characters, or has a character that readers cannot see and that may do harm: a
// control, a direction mark, a sign of broken UTF-8.
func oneLine(s string, limit int) (string, error) {
	s = strings.TrimSpace(spaces.ReplaceAllString(strings.Map(lineRune, s), " "))
	if s == "" {
		return "", errors.New("is empty")
	}
	if n := utf8.RuneCountInString(s); n > limit {
		return "", fmt.Errorf("has %d characters, more than %d", n, limit)
	}
	if r := unseen(s); r != 0 {
		return "", fmt.Errorf("has the character %U, which does not show", r)
	}
	return s, nil
}
