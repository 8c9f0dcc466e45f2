package encoder

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestPieces compares with the reference tokenizer on 2,000 lines (see training/goldens.py).
func TestPieces(t *testing.T) {
	v := open1(t).vocabulary
	lines, differ := 0, 0
	for _, g := range goldenPieces(t) {
		lines++
		if got := v.appendPieces(nil, g.Text, len(g.Text)+1); !slices.Equal(got, g.Pieces) {
			if differ++; differ < 5 {
				t.Errorf("%q: pieces %v, want %v", g.Text, got, g.Pieces)
			}
		}
	}
	if lines < 2000 || differ > 0 {
		t.Errorf("%d of %d lines differ", differ, lines)
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
	v := open1(t).vocabulary
	long := strings.Repeat("talks ", 1000)
	if n := len(v.appendPieces(nil, long, 5)); n != 5 {
		t.Errorf("%d pieces, want 5", n)
	}
	if got := v.appendPieces(nil, strings.Repeat("a", 101), 5); !slices.Equal(got, []int32{v.unknown}) {
		t.Errorf("a word of 101 letters is %v", got)
	}
	if got := v.appendPieces(nil, "[SEP]", 9); slices.Contains(got, v.end) {
		t.Error("a text can end itself")
	}
}
