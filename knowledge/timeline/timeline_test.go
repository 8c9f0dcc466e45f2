package timeline

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

var update = flag.Bool("update", false, "rewrite the expected timelines")

// library returns a library of the files of an archive.
func library(t testing.TB, files ...txtar.File) *knowledge.Library {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	articles, err := article.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func shipped(t testing.TB) *knowledge.Library {
	t.Helper()
	articles, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// show writes events as the expected timelines have them.
func show(events []Event) string {
	var b strings.Builder
	for _, e := range events {
		if e.Vague() {
			fmt.Fprintf(&b, "vague: %s\n", e.When())
		} else {
			fmt.Fprintln(&b, e.Days)
		}
		fmt.Fprintf(&b, "\t%s\n", e.Label())
		if e.Speaker() != "" {
			fmt.Fprintf(&b, "\tsays %s\n", e.Speaker())
		}
		for _, o := range e.Otherwise {
			fmt.Fprintf(&b, "\telsewhere: %s\n", o)
		}
		for _, p := range e.Cites() {
			fmt.Fprintf(&b, "\t[%s %d]\n", p.Article.ID, p.Index)
		}
	}
	return b.String()
}

// TestTimelines compares the timelines of the archives in testdata with those expected.
func TestTimelines(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files, want := archive.Files, ""
		if last := len(files) - 1; files[last].Name == "want" {
			want, files = string(files[last].Data), files[:last]
		}
		got := show(New(library(t, files...)).Find(Query{}))
		if *update {
			archive.Files = append(files, txtar.File{Name: "want", Data: []byte(got)})
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// TestShipped holds the timeline of the article that ships with the bot.
func TestShipped(t *testing.T) {
	type entry struct{ days, label string }
	var got []entry
	for _, e := range New(shipped(t)).Find(Query{}) {
		got = append(got, entry{e.Days.String(), e.Label()})
	}
	want := []entry{
		{"Monday, 27 December 2021", "Lavrov also said in an interview live-streamed on the Russian Foreign Ministry's website on Monday"},
		{"Tuesday, 28 December 2021", "Addressing a meeting in Moscow on Tuesday, Foreign Minister Sergei Lavrov pledged not to make any unilateral concessions " +
			"to the US-led Western military alliance without taking balance of interest into account"},
		{"Monday, 10 January 2022", "The US and Russia will hold talks with the US on arms control and the situation in Ukraine on January 10"},
		{"Wednesday, 12 January 2022", "NATO Secretary General Jens Stoltenberg has decided to convene a meeting of the NATO-Russia Council (NRC) on January 12"},
		{"", "the talks would take place immediately after Russia's New Year holidays"},
	}
	if diff := gocmp.Diff(want, got, gocmp.AllowUnexported(entry{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestLabels holds every label of every text here to be the article's own words, with its time
// in them, within the sentence cited.
func TestLabels(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	libraries := []*knowledge.Library{shipped(t)}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		libraries = append(libraries, library(t, archive.Files[:len(archive.Files)-1]...))
	}
	for _, l := range libraries {
		for _, e := range New(l).Find(Query{}) {
			checkEvent(t, e)
		}
	}
}

// checkEvent holds an event to what is true of every event.
func checkEvent(t testing.TB, e Event) {
	t.Helper()
	for _, m := range e.Mentions {
		s := m.Span()
		if m.Clause.Start < s.Start || m.Clause.End > s.End || m.Time.Start < m.Clause.Start || m.Time.End > m.Clause.End || m.Time.Start >= m.Time.End {
			t.Errorf("clause %v with time %v is not in sentence %v", m.Clause, m.Time, s)
		}
		if label := m.Label(); !utf8.ValidString(label) && utf8.ValidString(m.Article.Text) || strings.TrimSpace(label) != label {
			t.Errorf("label %q", label)
		}
	}
	if e.To.Before(e.From) || e.From.IsZero() != e.To.IsZero() {
		t.Errorf("days %v to %v", e.From, e.To)
	}
}

// FuzzTimeline holds any text to the same, and its events to their order.
func FuzzTimeline(f *testing.F) {
	for _, a := range shipped(f).Articles() {
		f.Add(a.Text)
	}
	f.Add(`"We meet on Monday," he said on Tuesday; "not on Wednesday", and – on 3 May – (from 4 to 5 May) they`)
	f.Add("от 3 May до 4 May, “on January 10, and January 12” amid January 13.")
	f.Fuzz(func(t *testing.T, text string) {
		published, _ := timex.ParseMoment("2021-12-28")
		l, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "a", Text: text, Published: published})})
		if err != nil {
			t.Skip()
		}
		vague := false
		for _, e := range New(l).Find(Query{}) {
			checkEvent(t, e)
			if vague && !e.Vague() {
				t.Error("a dated event after a vague one")
			}
			vague = e.Vague()
		}
	})
}

func TestFind(t *testing.T) {
	l := New(shipped(t))
	day := func(s string) calendar.Day { d, _ := calendar.ParseDay(s); return d }
	for name, c := range map[string]struct {
		q    Query
		want string // the first days of the events found, "-" for a vague one
	}{
		"all":               {Query{}, "2021-12-27 2021-12-28 2022-01-10 2022-01-12 -"},
		"from":              {Query{Days: calendar.Days{From: day("2022-01-10")}}, "2022-01-10 2022-01-12"},
		"to":                {Query{Days: calendar.Days{To: day("2021-12-28")}}, "2021-12-27 2021-12-28"},
		"one day":           {Query{Days: calendar.Days{From: day("2022-01-10"), To: day("2022-01-10")}}, "2022-01-10"},
		"between":           {Query{Days: calendar.Days{From: day("2022-01-11"), To: day("2022-01-11")}}, ""},
		"a name":            {Query{About: "Stoltenberg"}, "2022-01-12"},
		"another form":      {Query{About: "the USA"}, "2021-12-28 2022-01-10"},
		"a body":            {Query{About: "NATO-Russia Council"}, "2022-01-12"},
		"lower case":        {Query{About: "ukraine"}, "2022-01-10 2022-01-12"},
		"a word":            {Query{About: "talk"}, "2021-12-27 2022-01-10 -"},
		"a name and a word": {Query{About: "Ukraine talks"}, "2022-01-10"},
		"only small words":  {Query{About: "the"}, "2021-12-27 2021-12-28 2022-01-10 2022-01-12 -"},
		"nobody there":      {Query{About: "Macron"}, ""},
		"another subject":   {Query{About: "football"}, ""},
	} {
		var got []string
		for _, e := range l.Find(c.q) {
			got = append(got, cmp.Or(e.From.String(), "-"))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: found %q, want %q", name, s, c.want)
		}
	}
}

// Every topic suggested finds something.
func TestTopics(t *testing.T) {
	l := New(shipped(t))
	all := l.Topics("", 100)
	if len(all) < 5 {
		t.Errorf("topics: %q", all)
	}
	for _, topic := range all {
		if len(l.Find(Query{About: topic})) == 0 {
			t.Errorf("nothing is found about %q", topic)
		}
	}
	if got := l.Topics("LAV", 5); !slices.Contains(got, "Sergei Lavrov") {
		t.Errorf("for LAV: %q", got)
	}
	if got := l.Topics("nato", 5); len(got) < 2 || !slices.Contains(got, "NATO") {
		t.Errorf("for nato: %q", got)
	}
	if got := l.Topics("", 3); len(got) != 3 {
		t.Errorf("three topics: %q", got)
	}
	if got := l.Topics("qqq", 3); len(got) != 0 {
		t.Errorf("for qqq: %q", got)
	}
}

// TestAnyText makes texts of pieces that dates stand beside and holds their timelines to what
// is true of every one.
func TestAnyText(t *testing.T) {
	pieces := []string{"on Monday", "January 10", "January 9-10", "from 3 to 5 May", "after the holidays", "in 2014", "next week", "not on Tuesday", "now",
		"he said", "\"", "“", "”", "(", ")", ", and ", "; ", " – ", ".", ". ", "\n", "that", "will", "The council votes", "in an effort to", "amid",
		"according to reports,", "Щербаков", "会議", "\u202e", "\x80", "U.S.", "Geneva", "said Lavrov", "published", "between", "Russia"}
	published, err := timex.ParseMoment("2021-12-28")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 40).Draw(r, "pieces"), " ")
		l, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "a", Text: text, Published: published})})
		if err != nil {
			r.Fatal(err)
		}
		events := New(l).Find(Query{})
		for _, e := range events {
			checkEvent(t, e)
		}
		if _, err := parseICS(Calendar(events, inEnglish{}, made)); err != nil {
			r.Errorf("%q: %v", text, err)
		}
	})
}

// BenchmarkNew reads a hundred articles like the shipped one.
func BenchmarkNew(b *testing.B) {
	text := shipped(b).Articles()[0].Text
	var articles []*article.Article
	for i := range 100 {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i), Text: text}))
	}
	l, err := knowledge.New(articles)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(l)
	}
}

// BenchmarkOneSentence reads a sentence of ten thousand dates; see maxTimes.
func BenchmarkOneSentence(b *testing.B) {
	published, _ := timex.ParseMoment("2021-12-28")
	l, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "a", Published: published, Text: strings.Repeat("on January 10 and, he said, ", 10_000)})})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(l)
	}
}
