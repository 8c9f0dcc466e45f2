package verify

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A text in testdata/pairs is followed by claims on it: "+" is before one that it supports, "-" before
// one that it does not, and "?" before one of either that is known to come out wrong.
func TestPairs(t *testing.T) {
	files, err := filepath.Glob("testdata/pairs/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no pairs", err)
	}
	right, all := map[byte]int{}, map[byte]int{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, claims, _ := strings.Cut(string(data), "\n\n")
		lib := library(t, newArticle(t, text))
		for line := range strings.Lines(claims) {
			known := line[0] == '?'
			line = strings.TrimSpace(strings.TrimPrefix(line, "?"))
			f := Judge{}.Rule(t.Context(), lib, line[2:], lib.Articles()[0].ID)
			if all[line[0]]++; f.Supported == (line[0] == '+') {
				right[line[0]]++
			} else if !known {
				t.Errorf("%s: %s\n\tis %s, %.2f: %s", filepath.Base(file), line, f.Ruling, f.Score, f.Reasons)
			}
			if line[0] == '+' && f.Ruling == Contradicted {
				t.Errorf("%s: %s\n\tis contradicted: %s", filepath.Base(file), line, f.Reasons)
			}
		}
	}
	t.Logf("supported %d of %d that are true, %d of %d that are false", right['+'], all['+'], all['-']-right['-'], all['-'])
}
