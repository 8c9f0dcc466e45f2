package knowledge

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A fixture is a library of one article and questions on it.
type fixture struct {
	name      string
	library   *Library
	questions []asked
}

// asked is a question and words of the sentence that answers it; "" where none does.
type asked struct{ text, answer string }

// searchFixtures reads testdata/search: in each archive articles and, under the same name
// with " questions", what is asked of them. Questions without an article are asked of the
// one that ships.
func searchFixtures(t testing.TB) []fixture {
	t.Helper()
	paths, err := filepath.Glob("testdata/search/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	var list []fixture
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, file := range txtar.Parse(data).Files {
			article, isQuestions := strings.CutSuffix(file.Name, "questions")
			article = strings.TrimSpace(article)
			if !isQuestions {
				texts[article] = string(file.Data)
				continue
			}
			list = append(list, fixture{article, fixtureLibrary(t, texts[article]), readAsked(t, string(file.Data))})
		}
	}
	return list
}

func fixtureLibrary(t testing.TB, text string) *Library {
	t.Helper()
	articles, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if text != "" {
		form := plain
		if strings.HasPrefix(text, "---") || strings.HasPrefix(text, "#") {
			form = markdown
		}
		articles = []*Article{parse(Article{ID: "fixture", Text: text}, form)}
	}
	l, err := New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func readAsked(t testing.TB, text string) []asked {
	t.Helper()
	var list []asked
	for line := range strings.Lines(text) {
		question, answer, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok {
			t.Fatalf("%q has no =>", line)
		}
		if answer == "-" {
			answer = ""
		}
		list = append(list, asked{question, answer})
	}
	return list
}
