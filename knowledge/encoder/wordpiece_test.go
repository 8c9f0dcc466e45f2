package encoder

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPieces compares with the reference tokenizer on 2,000 lines (see training/goldens.py).
func TestPieces(t *testing.T) {
	c := cutter{v: open1(t).vocabulary}
	lines, differ := 0, 0
	for _, g := range goldenPieces(t) {
		lines++
		if got := ids(c.cut(nil, g.Text, len(g.Text)+1)); !slices.Equal(got, g.Pieces) {
			if differ++; differ < 5 {
				t.Errorf("%q: pieces %v, want %v", g.Text, got, g.Pieces)
			}
		}
	}
	if lines < 2000 || differ > 0 {
		t.Errorf("%d of %d lines differ", differ, lines)
	}
}

func ids(pieces []piece) []int32 {
	var ids []int32
	for _, p := range pieces {
		ids = append(ids, p.id)
	}
	return ids
}

// TestPieceSpans: pieces say where they stand in the text as it is, whatever was taken off
// or taken apart on the way.
func TestPieceSpans(t *testing.T) {
	c := cutter{v: open1(t).vocabulary}
	text := "  Céloron’s \u200bCOVID-19\x00 test, 汉字 e\u0301t " + strings.Repeat("b", 120)
	var got []string
	for _, p := range c.cut(nil, text, 99) {
		got = append(got, p.Of(text))
	}
	want := []string{"Cé", "lor", "on", "’", "s", "CO", "VID", "-", "19", "test", ",", "汉", "字", "e\u0301t", strings.Repeat("b", 120)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

type pieces struct {
	Text   string
	Pieces []int32
}

func goldenPieces(t *testing.T) []pieces {
	t.Helper()
	file, err := os.Open("testdata/pieces.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []pieces
	for lines := bufio.NewScanner(unpacked); lines.Scan(); {
		var p pieces
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func TestPiecesAreBounded(t *testing.T) {
	c := cutter{v: open1(t).vocabulary}
	long := strings.Repeat("talks ", 1000)
	if n := len(c.cut(nil, long, 5)); n != 5 {
		t.Errorf("%d pieces, want 5", n)
	}
	if got := ids(c.cut(nil, strings.Repeat("a", 101), 5)); !slices.Equal(got, []int32{c.v.unknown}) {
		t.Errorf("a word of 101 letters is %v", got)
	}
	if got := ids(c.cut(nil, "[SEP]", 9)); slices.Contains(got, c.v.end) {
		t.Error("a text can end itself")
	}
}
