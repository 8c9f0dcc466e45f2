package quote

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"talksbot/internal/golden"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/search"
)

// TestQuotes reads each archive in testdata/quotes: articles (none: the one shipped), what
// is asked of them in "asked", and in "got" what comes out.
//
//	speakers NAME
//	quotes speaker=NAME about=WORDS kind=KIND article=ID
//	said TEXT
func TestQuotes(t *testing.T) {
	golden.Run(t, "testdata/quotes/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		var articles []txtar.File
		var asked string
		for _, f := range files {
			switch f.Name {
			case "asked":
				asked = string(f.Data)
			case "got":
			default:
				articles = append(articles, f)
			}
		}
		l := libraryOf(t, articles)
		var b strings.Builder
		for line := range strings.Lines(asked) {
			fmt.Fprintf(&b, "> %s%s\n", line, answerQuotes(t, l, strings.TrimSpace(line)))
		}
		return append(articles, golden.Made("asked", asked), golden.Made("got", b.String()))
	})
}

// A library is the quotes of articles with the index that finds their sentences.
type library struct {
	*Record
	index *search.Index
}

func newLibrary(articles ...*article.Article) *library {
	x := new(search.Index).With([]*search.Segment{search.Build(articles...)}, nil)
	return &library{Read(articles, names.Learn(articles)), x}
}

// libraryOf holds the files as articles; none are those shipped.
func libraryOf(t *testing.T, files []txtar.File) *library {
	t.Helper()
	articles, err := article.Load("../articles")
	if len(files) > 0 {
		dir := t.TempDir()
		for _, f := range files {
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		articles, err = article.Load(dir)
	}
	if err != nil {
		t.Fatal(err)
	}
	return newLibrary(articles...)
}

func answerQuotes(t *testing.T, l *library, asked string) string {
	t.Helper()
	var b strings.Builder
	verb, rest, _ := strings.Cut(asked, " ")
	switch verb {
	case "speakers":
		for _, s := range l.Speakers(rest) {
			fmt.Fprintf(&b, "%d %s (%s)\n", s.Quotes, s.Name, s.Role)
		}
	case "quotes":
		for _, q := range l.Find(queryOf(t, rest)) {
			fmt.Fprintf(&b, "%s\n", describeQuote(q))
		}
	case "said":
		for _, m := range l.WhoSaid(l.index, rest) {
			who := "nobody, " + m.Passage.Article.ID
			if m.Quote != nil {
				who = m.Quote.Speaker + ", " + m.Quote.Article.ID
			}
			fmt.Fprintf(&b, "%s (exact %v): %s\n", who, m.Exact, describeEdits(m.Edits))
		}
	default:
		t.Fatalf("nothing is asked with %q", verb)
	}
	return b.String()
}

func queryOf(t *testing.T, text string) Query {
	t.Helper()
	var q Query
	field := map[string]*string{"speaker": &q.Speaker, "about": &q.About, "article": &q.Article}
	name := ""
	for w := range strings.FieldsSeq(text) {
		key, value, ok := strings.Cut(w, "=")
		switch {
		case ok && key == "kind":
			q.Kind = quotation.Kind(value)
		case ok && field[key] != nil:
			name = key
			*field[key] = value
		case name != "":
			*field[name] += " " + w
		default:
			t.Fatalf("%q is no part of a query", w)
		}
	}
	return q
}

func describeQuote(q Quote) string {
	written := q.Article.Text[q.Written.Start:q.Written.End]
	said := ""
	if !q.Said.IsZero() {
		said = " said"
	}
	line := fmt.Sprintf("%s%s %s [%s] %s (%s) as %q: %s, sentences %v", q.Day(), said, q.Article.ID, q.Kind, q.Speaker, q.Role, written,
		strings.Join(q.Words(), " | "), q.Sentences)
	if q.Hearer != "" {
		line += ", to " + q.Hearer
	}
	for _, o := range q.Also {
		line += ", also " + o.Article.ID
	}
	return line
}

func describeEdits(edits []Edit) string {
	var b strings.Builder
	for _, e := range edits {
		fmt.Fprintf(&b, "%s ", []string{e.Text, "-[" + e.Text + "]", "+[" + e.Text + "]", "…"}[e.Kind])
	}
	return strings.TrimSpace(b.String())
}

// Whatever the text: a match is found in bounded time, its edits give the text's words and
// the article's, and what it claims to be exact is.
func TestWhoSaidAnything(t *testing.T) {
	l := libraryOf(t, nil)
	articles, err := article.Load("../articles")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(articles[0].Text)
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.IntRange(0, len(words)-1).Draw(t, "start")
		text := strings.Join(words[start:min(len(words), start+rapid.IntRange(0, 60).Draw(t, "length"))], " ")
		text = rapid.StringMatching(`("|“|)`).Draw(t, "mark") + text + rapid.String().Draw(t, "tail")
		for _, m := range l.WhoSaid(l.index, text) {
			whole, given := strings.Join(english.Norms(m.Passage.Article.Text), " "), strings.Join(english.Norms(text), " ")
			for _, e := range m.Edits {
				has := strings.Join(english.Norms(e.Text), " ")
				if e.Kind == Kept || e.Kind == Left {
					if !strings.Contains(m.Passage.Article.Text, e.Text) {
						t.Fatalf("%q is not in the article", e.Text)
					}
				}
				if e.Kind == Kept && !strings.Contains(whole, has) || e.Kind == Added && !strings.Contains(given, has) {
					t.Fatalf("%q is not in the text", e.Text)
				}
				if m.Exact && (e.Kind == Left || e.Kind == Added) {
					t.Fatalf("exact, but with %+v", e)
				}
			}
		}
	})
}

// Whatever an article holds, its quotes lie in its sentences, in order, and are found again
// at each of them.
func TestQuotesAnywhere(t *testing.T) {
	pieces := []string{"“We go", ",” ", "he said. ", "Anna Voss, the captain, ", "said that ", "\"", "according to ", "\n\n", "# Title\n", "It rained.", " NATO ",
		"accused Moscow of ", "on Monday", "”", "«", "»", "denied ", "\xff", "Comments:\n", "Post a Comment", "1 January 2020"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		l := newLibrary(article.New(article.Article{ID: "a", Text: text}))
		for _, q := range l.Find(Query{}) {
			if len(q.Sentences) == 0 || len(q.Spans) == 0 {
				t.Fatalf("%q stands nowhere", q.Words())
			}
			for _, s := range q.Spans {
				first, last := q.Article.SentencesAt(s)
				if first == last || !slices.Contains(q.Sentences, first) || !slices.Contains(q.Sentences, last-1) {
					t.Fatalf("%q is not in the sentences %v", text[s.Start:s.End], q.Sentences)
				}
			}
			for _, p := range q.Passages() {
				if !slices.ContainsFunc(At(Of(l.names, p.Article), p), func(o Quote) bool { return o.Spans[0] == q.Spans[0] }) {
					t.Fatalf("%q is not found at sentence %d", q.Words(), p.Index)
				}
			}
			q.Lead()
			q.WrittenAs()
			l.WhoSaid(l.index, strings.Join(q.Plain(), " "))
		}
	})
}

// A text made to be expensive is compared all the same.
func BenchmarkWhoSaidHostile(b *testing.B) {
	text := strings.Repeat("talks NATO Russia Ukraine concessions \"", 4000)
	articles, err := article.Load("../articles")
	if err != nil {
		b.Fatal(err)
	}
	long := article.New(article.Article{ID: "long", Text: strings.Repeat(`"Talks, NATO, Russia and Ukraine, and concessions, `, 3000) + `" Lavrov said.`})
	l := newLibrary(append(articles, long)...)
	for b.Loop() {
		l.WhoSaid(l.index, text)
	}
}
