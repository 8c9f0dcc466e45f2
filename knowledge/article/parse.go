package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
	"talksbot/knowledge/timex"
)

// A form is how an article's text came, which decides what counts as furniture.
type form int

const (
	given    form = iota // the text alone, its facts beside it: a JSON line
	plain                // a text file, its title on top
	markdown             // Markdown, perhaps with YAML front matter
)

// New returns a with its parts and sentences found. Text is kept as it is.
func New(a Article) *Article { return parse(a, given) }

func parse(a Article, form form) *Article {
	a.Version = versionOf(&a)
	a.Parts = layout(&a, form)
	a.Sentences = nil
	for _, p := range a.Parts {
		if p.Kind != Body {
			continue
		}
		for _, s := range sentence.Split(a.Text[p.Start:p.End]) {
			a.Sentences = append(a.Sentences, Span{Start: p.Start + s.Start, End: p.Start + s.End})
		}
	}
	article := &a
	article.words = sync.OnceValue(func() english.Kept { return english.ReadParts(article.Text, article.Sentences).Keep() })
	article.head = sync.OnceValue(func() english.Text { return english.Read(article.Title) })
	article.dates = sync.OnceValue(article.findDates)
	article.quotations = sync.OnceValue(article.findQuotations)
	article.vectors = vectorsOf(reading{a.Version, form})
	return article
}

// findDates tags the whole text, since what stands before a sentence decides what its
// dates mean, and keeps what stands inside a sentence.
func (a *Article) findDates() []timex.Expression {
	var dates []timex.Expression
	i := 0
	for _, e := range timex.Find(a.Words(), a.Published) {
		for i < len(a.Sentences) && a.Sentences[i].End < e.End {
			i++
		}
		if i < len(a.Sentences) && a.Sentences[i].Start <= e.Start {
			dates = append(dates, e)
		}
	}
	return dates
}

// Parse returns the article that a text or Markdown file of that name holds. Its ID is the
// name without the ending, where the file does not state one.
func Parse(name string, data []byte) (*Article, error) {
	a := Article{ID: strings.TrimSuffix(filepath.ToSlash(name), filepath.Ext(name)), Text: string(data)}
	form := plain
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		form = markdown
		if err := readFrontMatter(&a); err != nil {
			return nil, err
		}
	}
	article := parse(a, form)
	if len(article.Sentences) == 0 {
		return nil, errors.New("no sentence of an article in it, only headings and the like")
	}
	return article, nil
}

// facts are what a JSON line or a front matter may state of an article.
type facts struct {
	ID        string  `json:"id" yaml:"id"`
	Title     string  `json:"title" yaml:"title"`
	Outlet    string  `json:"outlet" yaml:"outlet"`
	URL       string  `json:"url" yaml:"url"`
	Published string  `json:"published" yaml:"published"`
	Text      *string `json:"text" yaml:"-"`
}

// parseLine returns the article of one JSON line:
//
//	{"id","title","outlet","url","published","text"}
//
// Only id and text are needed, and text may be empty; fields it does not know are ignored,
// and text is kept exactly as it is given.
func parseLine(data []byte) (*Article, error) {
	var f facts
	if err := DecodeLine(data, &f); err != nil {
		return nil, err
	}
	if f.ID == "" {
		return nil, errors.New(`"id" is missing or empty`)
	}
	if f.Text == nil {
		return nil, fmt.Errorf(`"text" of article %q is missing`, f.ID)
	}
	a := Article{ID: f.ID, Text: *f.Text}
	if err := a.setFacts(f); err != nil {
		return nil, err
	}
	return New(a), nil
}

// DecodeLine reads one line of JSON into the struct that into points to. Its errors say
// what is wrong with the line in the words of its fields.
func DecodeLine(data []byte, into any) error {
	err := json.Unmarshal(data, into)
	wrong, ok := errors.AsType[*json.UnmarshalTypeError](err)
	switch {
	case err == nil:
		return nil
	case !ok:
		return fmt.Errorf("not JSON: %w", err)
	case wrong.Field == "":
		return fmt.Errorf("a JSON object is expected here, not %s", withArticle(wrong.Value))
	}
	return fmt.Errorf("%q must be a text in quotation marks, not %s", wrong.Field, withArticle(wrong.Value))
}

func withArticle(noun string) string {
	noun, _, _ = strings.Cut(noun, " ")
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

func (a *Article) setFacts(f facts) error {
	published, err := timex.ParseMoment(strings.TrimSpace(f.Published))
	if err != nil {
		return fmt.Errorf(`"published": %w`, err)
	}
	if f.URL != "" && !strings.HasPrefix(f.URL, "https://") && !strings.HasPrefix(f.URL, "http://") {
		return fmt.Errorf(`"url": %q is not a web address: write one that begins with https://`, f.URL)
	}
	a.Title, a.Outlet, a.URL, a.Published = f.Title, f.Outlet, f.URL, published
	if f.ID != "" {
		a.ID = f.ID
	}
	return nil
}

// readFrontMatter reads the YAML between a Markdown file's first two "---" lines.
func readFrontMatter(a *Article) error {
	text := strings.TrimPrefix(strings.ReplaceAll(a.Text, "\r\n", "\n"), "\uFEFF")
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return nil
	}
	block, _, ok := strings.Cut(rest, "\n---")
	if !ok {
		return errors.New(`the front matter that begins with "---" on line 1 has no closing "---"`)
	}
	var f facts
	if err := yaml.NewDecoder(bytes.NewReader([]byte(block))).Decode(&f); err != nil {
		return fmt.Errorf("the front matter is not YAML with title, outlet, url, published: %s", firstLine(yaml.FormatError(err, false, false)))
	}
	return a.setFacts(f)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
