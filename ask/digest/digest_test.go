package digest_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask"
	. "talksbot/ask/digest"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

// TestYear reads the digests of a year in a row, of the archive and of the shipped article
// alone. Each is true to its articles, says nothing of the future's articles, and differs from
// the one before.
func TestYear(t *testing.T) {
	shipped, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*knowledge.Library{"week": library(t), "shipped": newLibrary(t, shipped...)} {
		e := NewEditor(l)
		var r reader
		before, posts := "", 0
		for d := day("2022-01-01"); d.Before(day("2023-01-01")); d = d.AddDays(1) {
			got := r.read(e, d)
			if got.Empty() {
				continue
			}
			posts++
			_, text, _ := strings.Cut(render(got), "\n")
			if _, said, _ := strings.Cut(text, "."); got.Quiet() && said == before && len(got.Today) == 0 {
				t.Errorf("%s, %v: the same as the day before:\n%s", name, d, text)
			} else if got.Quiet() {
				before = said
			}
			holds(t, got)
		}
		if posts < 300 {
			t.Errorf("%s: only %d posts in a year", name, posts)
		}
		t.Logf("%s: %d posts in a year", name, posts)
	}
}

// holds checks what every digest keeps to.
func holds(t *testing.T, d Digest) {
	t.Helper()
	text := render(d)
	for i, p := range d.Cites() {
		if p.Article.Published.Day.After(d.Day) {
			t.Errorf("%v: cites %q of %v", d.Day, p.Article.Title, p.Article.Published.Day)
		}
		if !strings.Contains(text, fmt.Sprintf("[%d]", i+1)) {
			t.Errorf("%v: source %d is not shown", d.Day, i+1)
		}
	}
	for _, c := range d.New {
		if len(c.Cites) != 1 || c.Text != c.Cites[0].Text() {
			t.Errorf("%v: %q is not its source's sentence", d.Day, c.Text)
		}
	}
	for _, event := range append(d.Today, d.Ahead...) {
		if event.To.Before(d.Day) {
			t.Errorf("%v: %v is called ahead", d.Day, event.Days)
		}
	}
	for i, c := range d.New {
		for _, other := range d.New[:i] {
			if c.Text == other.Text {
				t.Errorf("%v: twice: %q", d.Day, c.Text)
			}
		}
	}
}

func TestSince(t *testing.T) {
	e := NewEditor(library(t))
	for _, c := range []struct {
		since, day string
		want       int
	}{{"2022-01-08", "2022-01-13", 7}, {"2022-01-13", "2022-01-13", 2}, {"2022-01-14", "2022-01-20", 0}, {"2021-12-28", "2022-01-03", 2}} {
		d := e.Make(Request{Day: day(c.day), Since: day(c.since)})
		if len(d.Articles) != c.want {
			t.Errorf("since %s on %s: %d articles, want %d", c.since, c.day, len(d.Articles), c.want)
		}
		if d.Empty() {
			t.Errorf("since %s on %s: nothing", c.since, c.day)
		}
		holds(t, d)
	}
}

// A library without a date, a quotation or an article has digests too.
func TestPoor(t *testing.T) {
	article := func(text string) *article.Article {
		return article.New(article.Article{ID: text, Text: text})
	}
	if d := NewEditor(newLibrary(t)).Make(Request{Day: day("2022-01-10")}); !d.Empty() {
		t.Errorf("of no articles: %+v", d)
	}
	e := NewEditor(newLibrary(t, article("He did. She did. They did?"), article("")))
	var r reader
	if d := r.read(e, day("2022-01-10")); len(d.New) > 0 || !strings.Contains(render(d), "What I hold – 1 article\n- ") {
		t.Errorf("an article of short sentences goes by its name:\n%s", render(d))
	}
	if d := r.read(e, day("2022-01-11")); !d.Empty() {
		t.Errorf("with nothing left to tell: %+v", d)
	}
	if text := render(Digest{Day: day("2022-01-11"), Since: day("2022-01-10")}); !strings.Contains(text, "Nothing new since Monday, 10 January 2022") {
		t.Errorf("an empty digest reads %q", text)
	}
}

// What a digest begins with stays longest, and what a reader of it is shown is known.
func TestShorter(t *testing.T) {
	d := NewEditor(library(t)).Make(Request{Day: day("2022-01-11")})
	length := func(p page.Page) int { return len(reads(p)) }
	whole := page.Digest(d, page.Printer{})
	if diff := cmp.Diff(d.Shows(), sorted(whole.Keys())); diff != "" {
		t.Errorf("the page shows other things than the digest has (-digest +page):\n%s", diff)
	}
	p, most := whole, length(whole)
	for most > 900 {
		most = length(p) - 1
		shorter := whole.Fit(length, most)
		if length(shorter) > most || len(sorted(shorter.Keys())) > len(sorted(p.Keys())) {
			t.Fatalf("no shorter than %d:\n%s", most, reads(shorter))
		}
		p = shorter
	}
	if text := reads(p); !strings.Contains(text, "New – ") && !strings.Contains(text, "What I hold – ") || strings.Count(text, "\n> ") != 1 {
		t.Errorf("what is left:\n%s", text)
	}
}

func sorted(keys []string) []string { return slices.Compact(slices.Sorted(slices.Values(keys))) }

func TestQuestions(t *testing.T) {
	for _, c := range []struct {
		asked, answered int
		want            string
	}{
		{1, 1, "1 question was asked since then; the articles answered it."},
		{1, 0, "1 question was asked since then; the articles could not answer it."},
		{3, 3, "3 questions were asked since then; the articles answered all of them."},
		{3, 0, "3 questions were asked since then; the articles could answer none of them."},
		{12, 10, "12 questions were asked since then; the articles answered 10 and could not answer 2."},
	} {
		d := Digest{Day: day("2022-01-11"), Asked: c.asked, Answered: c.answered}
		if got := reads(page.Digest(d, page.Printer{})); !strings.HasSuffix(got, "\n"+c.want) {
			t.Errorf("%d, %d: %q", c.asked, c.answered, got)
		}
	}
	if got := page.Digest(Digest{}, page.Printer{}).Notes; len(got) > 0 {
		t.Errorf("of no questions: %v", got)
	}
}

// A key means the same in another run and another library.
func TestKeys(t *testing.T) {
	r := Request{Day: day("2022-01-11")}
	a, b := NewEditor(library(t)).Make(r), NewEditor(library(t)).Make(r)
	if fmt.Sprint(a.Shows()) != fmt.Sprint(b.Shows()) || len(a.Shows()) == 0 {
		t.Errorf("%v and %v", a.Shows(), b.Shows())
	}
}

func TestExplained(t *testing.T) {
	published := timex.Moment{Day: day("2022-01-08")} // a Saturday
	for text, want := range map[string]string{
		"The council voted on Friday to keep the water.":                   "The council voted on Friday [7 January 2022] to keep the water.",
		"It depends on the level on the Monday before that.":               "It depends on the level on the Monday before that.",
		"The steel comes on January 27, the foundry said.":                 "The steel comes on January 27, the foundry said.",
		"A dry summer like that of 2018 is what the town is afraid of.":    "A dry summer like that of 2018 is what the town is afraid of.",
		"The mayor said yesterday that the gate would be closed for good.": "The mayor said yesterday [7 January 2022] that the gate would be closed for good.",
	} {
		a := article.New(article.Article{ID: "1", Text: text, Published: published})
		var c ask.Claim = Plain(article.Passage{Article: a})
		if got := explained(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// explained returns a claim with its notes.
func explained(c ask.Claim) string {
	text := c.Text
	for _, m := range slices.Backward(c.Marks) {
		text = text[:m.End] + " [" + m.Days.Plain() + "]" + text[m.End:]
	}
	return text
}

func BenchmarkMake(b *testing.B) {
	e := NewEditor(library(b))
	for b.Loop() {
		e.Make(Request{Day: day("2022-01-13")})
	}
}

// TestOneMatterOnce holds that a line is left out which tells another's matter in other words.
func TestOneMatterOnce(t *testing.T) {
	told := []string{
		"The harbour board of Halsvik voted on Monday to close the western quay for good.",
		"Ships may no longer land at the old pier, according to a decision by the authorities.",
	}
	var articles []*article.Article
	for i, text := range told {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Text: text, Published: timex.Moment{Day: day("2022-01-05")}}))
	}
	l := newLibrary(t, articles...)
	lines := func() int { return len(NewEditor(l).Make(Request{Day: day("2022-01-06")}).New) }
	if n := lines(); n != 2 {
		t.Fatalf("%d lines before there are vectors, want both", n)
	}
	same := func(context.Context, string) (v encoder.Vector, err error) {
		for i := range 16 { // of length 1
			v[i] = 0.25
		}
		return v, nil
	}
	if err := l.Embed(t.Context(), same); err != nil {
		t.Fatal(err)
	}
	if n := lines(); n != 1 {
		t.Errorf("%d lines of one matter, want one", n)
	}
}
