package shelf

import (
	"fmt"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// changed returns a story with something else about it.
func changed(matter string, change func(*article.Article)) *article.Article {
	was := story(matter, 0)
	a := article.Article{ID: was.ID, Title: was.Title, Outlet: was.Outlet, URL: was.URL, Published: was.Published, Text: was.Text}
	change(&a)
	return article.New(a)
}

// Which article one is, and whether it says something else.
func TestIdentity(t *testing.T) {
	moment := func(s string) timex.Moment { m, _ := timex.ParseMoment(s); return m }
	cases := map[string]struct {
		then    *article.Article
		aliases []string
		from    Kind
		same    bool // it is the bridge
		changed bool
		id      string
	}{
		"unchanged": {story("bridge", 0), nil, FromLink, true, false, "bridge/#"},
		"another address of it": {changed("bridge", func(a *article.Article) {
			a.URL, a.Text = "https://m.harbour.example/b", "It opened late. Nobody came. It rained."
		}), []string{"https://amp.harbour.example/bridge"}, FromFeed, true, true, "bridge/#"},
		"a new title":            {changed("bridge", func(a *article.Article) { a.Title = "Bridge opens" }), nil, FromLink, true, true, "bridge/#"},
		"no title any more":      {changed("bridge", func(a *article.Article) { a.Title = "" }), nil, FromLink, true, false, "bridge/#"},
		"another day":            {changed("bridge", func(a *article.Article) { a.Published = moment("2023-06-02") }), nil, FromLink, true, true, "bridge/#"},
		"no day any more":        {changed("bridge", func(a *article.Article) { a.Published = timex.Moment{} }), nil, FromLink, true, false, "bridge/#"},
		"another name of outlet": {changed("bridge", func(a *article.Article) { a.Outlet = "The Harbour Post" }), nil, FromLink, true, false, "bridge/#"},
		"its text elsewhere":     {changed("bridge", func(a *article.Article) { a.URL, a.Title = "https://agency.example/9", "Opened" }), nil, FromLink, true, false, "bridge/#"},
		"another text elsewhere": {changed("bridge", func(a *article.Article) {
			a.URL, a.Text = "https://agency.example/9", "The ferry sank. Nobody was aboard. It was old."
		}), nil, FromLink, false, false, "bridge/#-2"},
		"another, without an ID":  {changed("ferry", func(a *article.Article) { a.ID = "" }), nil, FromLink, false, false, "article"},
		"what it once said":       {story("bridge", -1), nil, FromLink, true, true, "bridge/#"},
		"an old copy of somebody": {story("bridge", -1), nil, FromAttachment, true, false, "bridge/#"},
		"bytes of zero":           {changed("ferry", func(a *article.Article) { a.Title, a.Text = "A\x00B", "The\x00 ferry sank." }), []string{"\x00"}, FromLink, false, false, "ferry/#"},
	}
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		n := 0
		for name, c := range cases {
			// The same case, about a bridge of its own.
			n++
			of := func(a *article.Article) *article.Article {
				b := article.Article{ID: a.ID, Title: a.Title, Outlet: a.Outlet, URL: a.URL, Published: a.Published, Text: a.Text}
				for _, text := range []*string{&b.ID, &b.Title, &b.URL, &b.Text} {
					if *text != "" {
						*text = fmt.Sprint(*text, "/", n)
					}
				}
				return article.New(b)
			}
			first := put(t, s, "", of(story("bridge", -1)), link(0))
			was := put(t, s, "", of(story("bridge", 0)), link(1), fmt.Sprint("https://amp.harbour.example/bridge", "/", n))
			from, then := link(2), of(c.then)
			from.Kind = c.from
			var aliases []string
			for _, alias := range c.aliases {
				aliases = append(aliases, fmt.Sprint(alias, "/", n))
			}
			got := put(t, s, "", then, from, aliases...)
			if (got.Article == was.Article) != c.same || got.Changed != c.changed || got.New == c.same || got.ID != strings.ReplaceAll(c.id, "#", fmt.Sprint(n)) {
				t.Errorf("%s: %+v", name, got)
			}
			if !c.changed && c.same && got.Version != was.Version || c.changed && got.Version != then.Version {
				t.Errorf("%s: version %x stands now", name, got.Version[:4])
			}
			e := must(s.Edition(t.Context(), got.Version))(t)
			if a := must(article.Unmarshal(e.Record))(t); a.Version != got.Version || a.ID != got.ID || e.N != got.N {
				t.Errorf("%s: its record: %q, edition %d", name, a.ID, e.N)
			}
			want := 2
			if c.changed {
				want = 3
			}
			if all := must(s.Editions(t.Context(), was.Article))(t); len(all) != want || all[0].Version != first.Version {
				t.Errorf("%s: %d editions", name, len(all))
			}
		}
	})
}
