package prompts

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// formError says what JSON had instead of what was asked for, without repeating it: a
// number may have any number of digits.
func formError(err error) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return err
	}
	kind, _, _ := strings.Cut(wrong.Value, " ")
	if wrong.Field == "" {
		return fmt.Errorf("it is a %s", kind)
	}
	return fmt.Errorf("%q is a %s", wrong.Field, kind)
}

// lineRune returns what stands for a character on one line: a space for a line break, nothing (-1) for
// what takes no room.
func lineRune(r rune) rune {
	switch r {
	case '\n', '\r', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return ' '
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\uFEFF':
		return -1
	}
	return r
}

// unseen returns the first character of s that does not show, 0 for none.
func unseen(s string) rune {
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) {
			return r
		}
	}
	return 0
}
