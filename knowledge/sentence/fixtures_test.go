package sentence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talksbot/internal/golden"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestFixtures splits the text section of each fixture; the want section has a
// sentence to a line, with ⏎ for the line breaks within.
func TestFixtures(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		want := ""
		for _, s := range texts(t, string(files[0].Data)) {
			want += strings.ReplaceAll(s, "\n", "⏎") + "\n"
		}
		return []txtar.File{files[0], golden.Made("want", want)}
	})
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
