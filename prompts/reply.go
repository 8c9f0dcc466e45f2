package prompts

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxReply bounds how much of a reply is looked at, in bytes.
const maxReply = 64 << 10

// parseObject reads the JSON object in a reply into v. Models put things around it that do
// no harm: a byte order mark, a sentence of introduction, a Markdown fence, thoughts before
// the answer. What they may not do is break it off: the object is the first "{" that has a
// key after it, it is read once, and it must be whole.
func parseObject(text string, v any) error {
	if len(text) > maxReply {
		return fmt.Errorf("it is %d bytes long, more than %d", len(text), maxReply)
	}
	// A model that thinks aloud drafts its answer there first.
	if i := strings.LastIndex(text, "</think>"); i >= 0 {
		text = text[i:]
	}
	start := objectStart(text)
	if start < 0 {
		return errors.New("there is no JSON object in it")
	}
	err := json.NewDecoder(strings.NewReader(text[start:])).Decode(v)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("its JSON is cut off")
	}
	if err != nil {
		return fmt.Errorf("its JSON is not in the form asked for: %w", formError(err))
	}
	return nil
}

// formError says what JSON had instead of what was asked for, without repeating it: a
// number may have any number of digits.
func formError(err error) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return err
	}
	kind, _, _ := strings.Cut(wrong.Value, " ")
	return fmt.Errorf("%q is a %s", wrong.Field, kind)
}

// objectStart returns the offset of the first "{" that is followed by a key or by "}", and
// -1 where there is none: a brace in prose is not JSON.
func objectStart(text string) int {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '{')
		if i < 0 {
			return -1
		}
		at += i + 1
		rest := strings.TrimLeft(text[at:], " \t\r\n")
		if strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "}") {
			return at - 1
		}
	}
}

// oneLine returns s without the space around it. It is an error, worded to follow "it" or
// "a text that", where s is empty, has more than limit characters, or has a character that
// readers cannot see: a control, a line break, a direction mark, a sign of broken UTF-8.
func oneLine(s string, limit int) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", errors.New("is empty")
	}
	if n := utf8.RuneCountInString(s); n > limit {
		return "", fmt.Errorf("has %d characters, more than %d", n, limit)
	}
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) {
			return "", fmt.Errorf("has the character %U, which does not show", r)
		}
	}
	return s, nil
}
