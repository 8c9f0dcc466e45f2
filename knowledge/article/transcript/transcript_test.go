package transcript

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge/article/furniture"
)

// TestFind reads testdata/turns.txtar.
func TestFind(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/turns.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		t.Run(f.Name, func(t *testing.T) {
			text, want, _ := strings.Cut(string(f.Data), "==\n")
			if got := describe(text); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func describe(text string) string {
	blocks := furniture.Blocks(text)
	furniture.Mark(blocks)
	_, turns := Find(text, blocks)
	var b strings.Builder
	for _, turn := range turns {
		if turn.Asked {
			b.WriteString("? ")
		}
		words := strings.ReplaceAll(turn.Words.Of(text), "(Applause.)", "")
		fmt.Fprintf(&b, "%s | %s\n", turn.Label.Of(text), strings.Join(strings.Fields(words), " "))
	}
	return b.String()
}

// FuzzFind holds that turns are in order and apart, that blocks stay so, and that nothing asked is
// Body.
func FuzzFind(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/turns.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(string(file.Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		blocks := furniture.Blocks(text)
		furniture.Mark(blocks)
		blocks, turns := Find(text, blocks)
		at := 0
		for _, b := range blocks {
			if b.Start < at || b.End <= b.Start || b.Text != text[b.Start:b.End] {
				t.Fatalf("block %v holds %q, behind %d", b.Span, b.Text, at)
			}
			at = b.End
		}
		at = 0
		for _, turn := range turns {
			if turn.Label.Start < at || turn.Label.End <= turn.Label.Start || turn.Words.Start < turn.Label.End || turn.Words.End <= turn.Words.Start || turn.Words.End > len(text) {
				t.Fatalf("turn %v behind %d", turn, at)
			}
			at = turn.Words.End
			for _, b := range blocks {
				if turn.Asked && b.Kind == furniture.Body && turn.Words.Contains(b.Span) {
					t.Fatalf("asked, and to be cited: %q", b.Text)
				}
			}
		}
	})
}
