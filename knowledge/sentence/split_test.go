package sentence

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// check fails the test unless spans hold everything Split promises about text.
func check(t *testing.T, text string, spans []english.Span) {
	t.Helper()
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("span %v after offset %d in %d bytes: %q", s, at, len(text), text)
		}
		blank(t, text, at, s.Start)
		first, _ := utf8.DecodeRuneInString(text[s.Start:])
		last, _ := utf8.DecodeLastRuneInString(text[:s.End])
		if unicode.IsSpace(first) || unicode.IsSpace(last) {
			t.Fatalf("span %v starts or ends with white space: %q", s, text[s.Start:s.End])
		}
		if !onBoundary(text, s.Start) || !onBoundary(text, s.End) {
			t.Fatalf("span %v cuts a rune: %q", s, text)
		}
		at = s.End
	}
	blank(t, text, at, len(text))
}

// blank fails the test if anything but white space is left between sentences.
func blank(t *testing.T, text string, from, to int) {
	t.Helper()
	for _, r := range text[from:to] {
		if !unicode.IsSpace(r) {
			t.Fatalf("%q at %d..%d is in no sentence", text[from:to], from, to)
		}
	}
}

// onBoundary reports whether reading text from its start stops at i.
func onBoundary(text string, i int) bool {
	at := max(0, i-utf8.UTFMax)
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	for at < i {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at == i
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"", ".", " \n ", "He left. She stayed.", "a\u00a0b.\u00a0C", "\"Why?\" he asked. 'No.'", "1. One 2. Two",
		". . . . A. . . .", "\xff.\xe2\x80 A.\xc2", "[1][2]. [3] A", "•a •b\r\n•c", "U.S. A.\u2028B", "''. ' \"", "。」あ",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		spans := Split(text)
		check(t, text, spans)
		// A blank line ends a sentence whatever stands around it.
		twice := Split(text + "\n\n" + text)
		check(t, text+"\n\n"+text, twice)
		for _, s := range twice {
			if s.Start < len(text) && s.End > len(text) {
				t.Fatalf("span %v runs over the blank line at %d", s, len(text))
			}
		}
	})
}
