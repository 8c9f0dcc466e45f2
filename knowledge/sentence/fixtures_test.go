package sentence

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata/*.txtar")

// TestFixtures splits the text section of each fixture; the want section has a
// sentence to a line, with ⏎ for the line breaks within.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata/*.txtar: %v, %d files", err, len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) != 2 || a.Files[0].Name != "text" || a.Files[1].Name != "want" {
				t.Fatalf("%s has not the sections text and want", file)
			}
			got := ""
			for _, s := range texts(t, string(a.Files[0].Data)) {
				got += strings.ReplaceAll(s, "\n", "⏎") + "\n"
			}
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// TestArticle splits the article that ships with the bot, which has a paragraph to a
// line: every line break there ends a sentence.
func TestArticle(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "articles", "article.txt"))
	if err != nil {
		t.Skip("the article is not here:", err)
	}
	for _, s := range texts(t, string(data)) {
		if strings.Contains(s, "\n") {
			t.Errorf("%q runs over a line break", s)
		}
	}
}

// TestGoldenRules holds the splitter to the public golden rules where they are
// at hand. Two of the 52 ask for text that is not in the input.
func TestGoldenRules(t *testing.T) {
	const least = 50
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "eval", "split_golden_rules.jsonl"))
	if err != nil {
		t.Skip("the golden rules are not here:", err)
	}
	passed := 0
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var rule struct {
			Name, Input string
			Output      []string
		}
		if err := json.Unmarshal([]byte(line), &rule); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(rule.Output, texts(t, rule.Input)); diff != "" {
			t.Logf("%s (-want +got):\n%s", rule.Name, diff)
			continue
		}
		passed++
	}
	if passed < least {
		t.Errorf("%d golden rules hold, want at least %d", passed, least)
	}
}
