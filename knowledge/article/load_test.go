package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/meta"
)

func TestLoadErrors(t *testing.T) {
	long := strings.Repeat("All work and no play. ", maxFile/22+1)
	tests := []struct {
		name  string
		files map[string]string
		want  string // what the error must hold, FILE standing for the folder
	}{
		{"empty", map[string]string{"a.txt": " \n"}, "a.txt:1: the file is empty"},
		{"binary", map[string]string{"a.txt": "One line.\nTwo\x00."}, "a.txt:2: a NUL byte"},
		{"not UTF-8", map[string]string{"a.txt": "One.\nTwo.\nCaf\x81."}, "a.txt:3: not UTF-8"},
		{"too large", map[string]string{"a.txt": long}, "at most 10 MB"},
		{"only furniture", map[string]string{"a.txt": "3 March 2022\n"}, "a.txt:1: no sentence"},
		{"bad line", map[string]string{"a.jsonl": "{\"id\":\"1\",\"text\":\"One.\"}\n{"}, "a.jsonl:2: not JSON: "},
		{"an array for a text", map[string]string{"a.jsonl": `{"id":"x","text":["One."]}`}, `a.jsonl:1: "text" must be a text in quotation marks, not an array`},
		{"no object", map[string]string{"a.jsonl": `[1]`}, "a.jsonl:1: a JSON object is expected here, not an array"},
		{"no text", map[string]string{"a.jsonl": `{"id":"x"}`}, `a.jsonl:1: "text" of article "x" is missing`},
		{"bad day", map[string]string{"a.jsonl": `{"id":"x","published":"soon","text":"One."}`}, `a.jsonl:1: "published": `},
		{"bad address", map[string]string{"a.jsonl": `{"id":"x","url":"javascript:x","text":"One."}`}, `a.jsonl:1: "url": `},
		{"one id twice in a file", map[string]string{"a.jsonl": "{\"id\":\"x\",\"text\":\"One.\"}\n\n{\"id\":\"x\",\"text\":\"Two.\"}"}, `a.jsonl:3: the id "x" is taken by the article at FILE/a.jsonl:1`},
		{"one id in two files", map[string]string{"a.txt": "One.", "b.md": "---\nid: a\n---\nTwo."}, `b.md:1: the id "a" is taken`},
		{"open front matter", map[string]string{"a.md": "---\ntitle: x\n\nOne."}, `no closing "---"`},
		{"bad front matter", map[string]string{"a.md": "---\ntitle: [x\n---\nOne."}, "a.md:1: the front matter is not YAML"},
		{"no article files", map[string]string{"a.log": "One."}, "no articles in this folder"},
		{"half good", map[string]string{"a.txt": "A good one.", "b.txt": ""}, "b.txt:1: the file is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, data := range tt.files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			articles, err := Load(dir)
			if err == nil {
				t.Fatalf("loaded %d articles, want an error with %q", len(articles), tt.want)
			}
			if articles != nil {
				t.Error("half of the articles are loaded")
			}
			if want := strings.ReplaceAll(tt.want, "FILE", dir); !strings.Contains(err.Error(), want) {
				t.Errorf("error %q, want it to hold %q", err, want)
			}
		})
	}
}

func TestLoadMissing(t *testing.T) {
	if _, err := Load(filepath.Join(t.TempDir(), "nothing")); err == nil {
		t.Error("a missing file is loaded")
	}
}

func TestLoadFolder(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"one.txt": "One is here.", "sub/two.md": "# Two\n\nTwo is here.", ".hidden/three.txt": "Three.", "four.log": "4",
		"five.jsonl": `{"id":"five","text":"Five is here."}`,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	articles, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID)
	}
	if got := strings.Join(ids, " "); got != "five one sub/two" {
		t.Errorf("ids %q", got)
	}
}

// FuzzParse holds what every text must keep: parts and sentences are in order and inside
// the text, and every sentence stands in one body part.
func FuzzParse(f *testing.F) {
	f.Add("date 2021-12-28 A title\nTuesday, 28 December 2021 6:37 PM\nA man (photo by AFP)\nIt rains. It pours.\nNo comments:", 1)
	f.Add("---\ntitle: x\n---\n# x\n\nIt rains.", 2)
	f.Add("\uFEFFIt rains.\r\n\r\n2 comments:\nOh.", 0)
	f.Fuzz(func(t *testing.T, text string, n int) {
		d := format.Plain(text, format.Kind(uint(n)%2))
		d.Record = n <= 1
		a := read(Article{ID: "x", Text: d.Text}, sourceOf(d, meta.Facts{}))
		text = d.Text
		at := 0
		for _, p := range a.Parts {
			if p.Start < at || p.End <= p.Start || p.End > len(text) {
				t.Fatalf("part %v after %d of %d", p, at, len(text))
			}
			at = p.End
		}
		at = 0
		for _, s := range a.Sentences {
			if s.Start < at || s.End <= s.Start {
				t.Fatalf("sentence %v after %d", s, at)
			}
			at = s.End
			if !inBody(a, s) {
				t.Fatalf("sentence %q stands in no body", text[s.Start:s.End])
			}
		}
		a.Dates()
	})
}

func inBody(a *Article, s Span) bool {
	for _, p := range a.Parts {
		if p.Kind == Body && p.Start <= s.Start && s.End <= p.End {
			return true
		}
	}
	return false
}
