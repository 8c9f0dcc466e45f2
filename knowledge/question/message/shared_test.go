package message

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestActOfShared holds that no question of the sets that search is measured on is taken for
// anything else, where they are at hand.
func TestActOfShared(t *testing.T) {
	eachShared(t, func(q string) {
		if act, asks := ActOf(q); act != Asks || asks != strings.TrimSpace(q) {
			t.Errorf("%q: act %d, asks %q", q, act, asks)
		}
	})
}

// TestRequestOfShared holds that of these questions none is taken for a request.
func TestRequestOfShared(t *testing.T) {
	eachShared(t, func(q string) {
		if r := RequestOf(q); r.Want != Fact {
			t.Errorf("%q wants %v about %q", q, r.Want, r.About)
		}
	})
}

// TestLanguageOfShared holds that no question of the sets that search is measured on is taken for
// one in another language, where they are at hand.
func TestLanguageOfShared(t *testing.T) {
	eachShared(t, func(q string) {
		if got := LanguageOf(q); got != "" {
			t.Errorf("%q is in %q", q, got)
		}
	})
}

// eachShared calls f with each question of those sets.
func eachShared(t *testing.T, f func(q string)) {
	t.Helper()
	asked := regexp.MustCompile(`"(?:q|question)": ?("(?:[^"\\]|\\.)*")`)
	questions := 0
	for _, name := range []string{"qa_squad2_dev", "rank_trecqa_dev", "rank_wikiqa_dev"} {
		data, err := os.ReadFile("../../../../shared/eval/" + name + ".jsonl")
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("the questions are not at hand")
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range asked.FindAllSubmatch(data, -1) {
			var q string
			if err := json.Unmarshal(found[1], &q); err != nil {
				t.Fatal(err)
			}
			questions++
			f(q)
		}
	}
	t.Logf("%d questions", questions)
}
