package furniture

import (
	"github.com/rogpeppe/go-internal/txtar"
	"os"
	"strings"
	"testing"
)

// TestLines reads testdata/lines.txt.
func TestLines(t *testing.T) {
	data, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		kind, text, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if got := Of(text).String(); got != kind {
			t.Errorf("%s: taken for %s, is %s", text, got, kind)
		}
	}
}

// FuzzMark holds that the blocks of any text are in order and apart, leave out nothing but white
// space, and that marking them changes nothing but their kinds.
func FuzzMark(f *testing.F) {
	f.Add("Home\nNews\n\nFerry late\nBy Ann Lee\n\nOSBY, March 3 (AP) — The ferry is late.\r\n\r\nRelated: Mill burns\n\n3 comments\nNo!")
	f.Add("\uFEFF# A\n\n***\n(Photo by ")
	f.Fuzz(func(t *testing.T, text string) {
		blocks := Blocks(text)
		Mark(blocks)
		at := 0
		for _, b := range append(blocks, Block{}) {
			if b.End == 0 {
				b.Start, b.End = len(text), len(text)
			}
			if b.Start < at || b.End < b.Start || strings.Trim(text[at:b.Start], " \t\n\r\f\v\u0085\u00a0\u2028\u2029\ufeff\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000") != "" {
				t.Fatalf("between %d and %d stands %q", at, b.Start, text[at:b.Start])
			}
			if b.Text != text[b.Start:b.End] {
				t.Fatalf("block %v holds %q", b.Span, b.Text)
			}
			if n := Lead(b.Text); n < 0 || n > longestLead || n > len(b.Text) {
				t.Fatalf("the dateline of %q has %d bytes", b.Text, n)
			}
			at = b.End
		}
	})
}

// TestPastes reads testdata/pastes.txtar: nothing of an article's own is furniture, and nothing else is
// text.
func TestPastes(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/pastes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		text := strings.ReplaceAll(string(f.Data), "> ", "")
		own := map[string]bool{}
		for line := range strings.Lines(string(f.Data)) {
			if line, marked := strings.CutPrefix(strings.TrimSpace(line), "> "); marked {
				own[line] = true
			}
		}
		blocks := Blocks(text)
		Mark(blocks)
		for _, b := range blocks {
			switch {
			case own[b.Text] != (b.Kind == Body) && own[b.Text]:
				t.Errorf("%s: lost as %s: %s", f.Name, b.Kind, b.Text)
			case own[b.Text] != (b.Kind == Body) && EndsSentence(b.Text):
				t.Errorf("%s: taken for text: %s", f.Name, b.Text)
			}
		}
	}
}
