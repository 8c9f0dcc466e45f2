package search

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// A fixture is a library of one article and questions on it.
type fixture struct {
	file      string // testdata/search/FILE.txtar
	name      string
	library   *library
	questions []asked
}

// asked is a question and words of the sentence that answers it; "" where none does.
type asked struct{ text, answer string }

// searchFixtures reads a folder of testdata: in each archive articles and, under the same name
// with " questions", what is asked of them. Questions without an article are asked of the
// one that ships.
func searchFixtures(t testing.TB, folder string) []fixture {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
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
			list = append(list, fixture{strings.TrimSuffix(filepath.Base(path), ".txtar"), article, fixtureLibrary(t, texts[article]), readAsked(t, string(file.Data))})
		}
	}
	return list
}

// A library is an index with the names that its articles teach.
type library struct {
	articles []*article.Article
	names    *names.Names
	index    *Index
}

func newLibrary(articles ...*article.Article) *library {
	lesson, b := &names.Lesson{}, &Builder{}
	for _, a := range articles {
		lesson.Learn(a)
		b.Add(a)
	}
	return &library{articles, new(names.Names).With([]*names.Lesson{lesson}, nil), new(Index).With([]*Segment{b.Segment()}, nil)}
}

// article returns the article with the ID; all, nil, for "".
func (l *library) article(id string) *article.Article {
	i := slices.IndexFunc(l.articles, func(a *article.Article) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	return l.articles[i]
}

// analyze reads the days of a question as seen from the newest article.
func (l *library) analyze(text string) question.Question {
	var now timex.Moment
	for _, a := range l.articles {
		if now.Day.Before(a.Published.Day) {
			now = a.Published
		}
	}
	return question.Analyze(text, l.names, now)
}

func (l *library) search(text string, q Query) []article.Passage {
	q.Question = l.analyze(text)
	return l.index.Search(context.Background(), l.names, q)
}

func fixtureLibrary(t testing.TB, text string) *library {
	t.Helper()
	articles, err := article.Load("../articles")
	if err != nil {
		t.Fatal(err)
	}
	if text != "" {
		name := "fixture.txt"
		if strings.HasPrefix(text, "---") || strings.HasPrefix(text, "#") {
			name = "fixture.md"
		}
		a, err := article.Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		articles = []*article.Article{a}
	}
	return newLibrary(articles...)
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

func shown(found []article.Passage) []string {
	var list []string
	for _, p := range found {
		list = append(list, fmt.Sprintf("%.2f %s", p.Score, p.Text()))
	}
	return list
}

// byWordsAndReading runs a test on the article that ships without the encoder, and with it.
func byWordsAndReading(t *testing.T, test func(t *testing.T, l *library, e Encoder)) {
	l := fixtureLibrary(t, "")
	t.Run("by words", func(t *testing.T) { test(t, l, nil) })
	t.Run("by reading", func(t *testing.T) {
		e := shippedEncoder(t)
		if !e.Fast() {
			t.Skip("the encoder has no kernels for this processor")
		}
		test(t, embedded(t, e, l), e)
	})
}
