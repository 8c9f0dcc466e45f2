package format

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns a file's bytes as UTF-8. They are in UTF-8 or UTF-16, with or without a mark,
// or in the encoding that the file declares (declared, "" for none), or in Windows-1252, where
// they look like it. Anything else is an error that names the line.
func Decode(data []byte, declared string) (string, error) {
	if endian, ok := utf16(data); ok {
		text, err := unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", &Error{1, fmt.Errorf("not the UTF-16 it begins as: %w", err)}
		}
		return checked(string(text))
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	bad := invalid(data)
	if bad < 0 && !overrides(declared) {
		return checked(string(data))
	}
	if declared != "" {
		if e, name := charset.Lookup(declared); e != nil && name != "utf-8" && name != "replacement" {
			text, err := e.NewDecoder().Bytes(data)
			if err != nil {
				return "", &Error{1, fmt.Errorf("not the %s that it declares: %w", name, err)}
			}
			return checked(string(text))
		}
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return "", binaryAt(string(data), at)
	}
	if !isWindows1252(data) {
		return "", &Error{lineOf(string(data), bad), errors.New("not UTF-8: save the file in that encoding")}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", &Error{lineOf(string(data), bad), errors.New("neither UTF-8 nor Windows-1252: save the file as UTF-8")}
	}
	return checked(string(text))
}

// overrides reports whether bytes that would be UTF-8 are what is declared all the same: text of
// such an encoding is written in ASCII bytes.
func overrides(declared string) bool {
	return strings.HasPrefix(strings.ToLower(declared), "iso-2022-") || strings.EqualFold(declared, "utf-7") || strings.EqualFold(declared, "hz-gb-2312")
}

// utf16 reports whether data is UTF-16, by its mark or, without one, by every other byte of its
// beginning being zero.
func utf16(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.BigEndian, true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.LittleEndian, true
	}
	begin := data[:min(len(data), 200)&^1]
	var zeros [2]int
	for i, c := range begin {
		if c == 0 {
			zeros[i%2]++
		}
	}
	most := len(begin) / 2
	switch {
	case most < 4:
	case zeros[0] >= most*9/10 && zeros[1] == 0:
		return unicode.BigEndian, true
	case zeros[1] >= most*9/10 && zeros[0] == 0:
		return unicode.LittleEndian, true
	}
	return unicode.LittleEndian, false
}

// isWindows1252 reports whether bytes that are no UTF-8 look like English in Windows-1252: few of
// them are beyond ASCII, none is one that it does not have, and none makes a letter of UTF-8 with
// its neighbours.
func isWindows1252(data []byte) bool {
	high := 0
	for i := 0; i < len(data); i++ {
		if data[i] < utf8.RuneSelf {
			continue
		}
		if bytes.IndexByte([]byte{0x81, 0x8D, 0x8F, 0x90, 0x9D}, data[i]) >= 0 {
			return false
		}
		if r, size := utf8.DecodeRune(data[i:]); r != utf8.RuneError && size > 2 {
			return false
		}
		high++
	}
	return high*8 < len(data)
}

// checked returns the text where it is one, and holds anything.
func checked(text string) (string, error) {
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", binaryAt(text, at)
	}
	if strings.TrimSpace(text) == "" {
		return "", &Error{1, errors.New("the file is empty")}
	}
	return text, nil
}

func binaryAt(text string, at int) error {
	return &Error{lineOf(text, at), errors.New("a NUL byte: this is a binary file, not a text")}
}

func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

func lineOf(text string, at int) int { return 1 + strings.Count(text[:max(at, 0)], "\n") }
