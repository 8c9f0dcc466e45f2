package digest_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	. "talksbot/ask/digest"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

var update = flag.Bool("update", false, "rewrite the expected digests")

func archive(t testing.TB) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile("testdata/week.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// library holds the articles of the archive and the one that ships.
func library(t testing.TB) *knowledge.Library {
	t.Helper()
	folder := t.TempDir()
	for _, f := range archive(t).Files {
		if strings.HasSuffix(f.Name, ".md") {
			if err := os.WriteFile(filepath.Join(folder, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	articles, err := article.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return newLibrary(t, append(articles, shipped...)...)
}

func newLibrary(t testing.TB, articles ...*article.Article) *knowledge.Library {
	t.Helper()
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func day(s string) calendar.Day {
	d, err := calendar.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// A reader is shown digests and remembers them, as the bot does for a channel.
type reader struct{ shown map[string]calendar.Day }

func (r *reader) read(e *Editor, d calendar.Day) Digest {
	if r.shown == nil {
		r.shown = map[string]calendar.Day{}
	}
	got := e.Make(Request{Day: d, Shown: r.shown})
	for _, key := range got.Shows() {
		r.shown[key] = d
	}
	return got
}

// TestWeek makes the digests of seven days. Read them in testdata/week.txtar.
func TestWeek(t *testing.T) {
	a := archive(t)
	e := NewEditor(library(t))
	var r reader
	var files []txtar.File
	for _, f := range a.Files {
		if strings.HasSuffix(f.Name, ".md") {
			files = append(files, f)
		}
	}
	for d := day("2022-01-07"); d.Before(day("2022-01-14")); d = d.AddDays(1) {
		got := r.read(e, d)
		files = append(files, txtar.File{Name: d.String(), Data: []byte(render(got) + "\n")})
	}
	if *update {
		a.Files = files
		if err := os.WriteFile("testdata/week.txtar", txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := string(txtar.Format(archive(t)))
	if diff := cmp.Diff(want, string(txtar.Format(&txtar.Archive{Comment: a.Comment, Files: files}))); diff != "" {
		t.Errorf("testdata/week.txtar (-want +got):\n%s", diff)
	}
}

func render(d Digest) string { return reads(page.Digest(d, page.Printer{})) }

// reads returns a page as plain text.
func reads(p page.Page) string {
	var b strings.Builder
	for _, l := range p.Lines() {
		b.WriteString(map[page.Kind]string{page.Item: "- ", page.Quotation: "> "}[l.Kind])
		for _, s := range l.Spans {
			switch s.Mark {
			case page.Citation:
				b.WriteString("[" + strconv.Itoa(s.Number) + "]")
			case page.Note:
				b.WriteString(" [" + s.Text + "]")
			case page.Spoken:
				b.WriteString("“" + s.Text + "”")
			default:
				b.WriteString(s.Text)
			}
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n")
}
