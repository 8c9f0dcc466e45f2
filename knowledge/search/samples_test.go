package search

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
)

const evalDir = "../../../shared/eval"

func readSamples(t *testing.T) []*sample {
	if _, err := os.Stat(evalDir); err != nil {
		t.Skip("no labelled data beside the project")
	}
	e := fitEncoder(t)
	var samples []*sample
	samples = append(samples, readSquad(t, e)...)
	samples = append(samples, readOwn(t, e, "own", "search")...)
	samples = append(samples, readOwn(t, e, "news", "kept")...)
	samples = append(samples, readRank(t, e, "trecqa")...)
	samples = append(samples, readRank(t, e, "wikiqa")...)
	return samples
}

func jsonLines[T any](t *testing.T, path string) []T {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []T
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var row T
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func readSquad(t *testing.T, e Encoder) []*sample {
	type record struct {
		Article    string
		Paragraphs []string
		Questions  []struct {
			Q          string
			Para       int
			Answerable bool
			Answers    []string
		}
	}
	rows := jsonLines[record](t, filepath.Join(evalDir, "qa_squad2_dev.jsonl"))
	var articles []*article.Article
	for _, r := range rows {
		for k, p := range r.Paragraphs {
			articles = append(articles, article.New(article.Article{ID: fmt.Sprintf("%s/%d", r.Article, k), Title: strings.ReplaceAll(r.Article, "_", " "), Text: p}))
		}
	}
	l := embedded(t, e, newLibrary(articles...))
	rnd := rand.New(rand.NewSource(1))
	var samples []*sample
	for group, r := range rows {
		for _, q := range r.Questions {
			s := l.sample(t, e, q.Q, l.article(fmt.Sprintf("%s/%d", r.Article, q.Para)), func(text string) bool {
				return slices.ContainsFunc(q.Answers, func(a string) bool { return strings.Contains(text, a) })
			})
			s.set, s.group = "squad", group%foldCount
			if q.Answerable {
				s.weight = 1
			}
			samples = append(samples, s)
			other := (q.Para + 1 + rnd.Intn(len(r.Paragraphs)-1)) % len(r.Paragraphs)
			s = l.sample(t, e, q.Q, l.article(fmt.Sprintf("%s/%d", r.Article, other)), func(string) bool { return false })
			s.set, s.group = "other", group%foldCount
			samples = append(samples, s)
		}
	}
	return samples
}

func readRank(t *testing.T, e Encoder, set string) []*sample {
	type record struct {
		ID    any
		Q     string
		Cands []string
		Gold  []int
	}
	rows := jsonLines[record](t, filepath.Join(evalDir, "rank_"+set+"_dev.jsonl"))
	var articles []*article.Article
	for i, r := range rows {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Text: strings.Join(r.Cands, "\n\n")}))
	}
	l := embedded(t, e, newLibrary(articles...))
	var samples []*sample
	for i, r := range rows {
		if len(r.Gold) == 0 || len(r.Gold) == len(r.Cands) {
			continue
		}
		s := l.sample(t, e, r.Q, l.articles[i], func(text string) bool {
			return slices.ContainsFunc(r.Gold, func(g int) bool { return strings.Contains(r.Cands[g], text) })
		})
		s.set, s.group, s.weight = set, i%foldCount, 1
		samples = append(samples, s)
	}
	return samples
}

// embedded returns the library with the vectors of its articles made.
func embedded(t testing.TB, e Encoder, l *library) *library {
	t.Helper()
	for _, a := range l.articles {
		if err := a.Embed(t.Context(), e.Vector); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

// sample takes the features of all that is found for a question in one article.
func (l *library) sample(t *testing.T, e Encoder, text string, a *article.Article, right func(string) bool) *sample {
	s := &sample{question: text}
	q := l.analyze(text)
	from, to := l.index.span(a)
	r := newRanker(l.index.named(l.names), q)
	if len(r.units) == 0 {
		return s
	}
	for _, c := range (Query{Question: q, Article: a, Encoder: e}).find(t.Context(), r, from, to) {
		found := l.index.passage(c.sentence).Text()
		s.ranked = append(s.ranked, c)
		s.right = append(s.right, right(found))
		s.texts = append(s.texts, found)
	}
	return s
}

// readOwn reads the questions of a folder of testdata as samples of a set.
func readOwn(t *testing.T, e Encoder, set, folder string) []*sample {
	var samples []*sample
	group := 0
	for _, f := range searchFixtures(t, folder) {
		if f.file == "unseen" {
			continue
		}
		embedded(t, e, f.library)
		for _, q := range f.questions {
			s := f.library.sample(t, e, q.text, nil, func(text string) bool { return q.answer != "" && strings.Contains(text, q.answer) })
			s.set, s.group = set, group%foldCount
			if q.answer != "" {
				s.weight = 1
			}
			samples = append(samples, s)
		}
		group++
	}
	return samples
}

// fitEncoder returns the encoder that the samples are read with.
var fitEncoder = shippedEncoder

// shippedEncoder returns the encoder that is part of the program, and skips where there is none.
func shippedEncoder(t testing.TB) Encoder {
	e, err := encoder.New()
	if err != nil {
		t.Skip(err)
	}
	return e
}
