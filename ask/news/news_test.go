package news_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	. "talksbot/ask/news"
	"talksbot/internal/database"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/revision"
	"talksbot/knowledge/timex"
	"talksbot/page"
	"talksbot/shelf"
)

var start = time.Date(2026, 3, 4, 8, 0, 0, 0, time.UTC)

func published(t *testing.T, id, text string) *article.Article {
	t.Helper()
	at, err := timex.ParseMoment("2026-03-04")
	if err != nil {
		t.Fatal(err)
	}
	return article.New(article.Article{ID: id, Title: "Title of " + id, Outlet: "Harbour Post", URL: "https://news.test/" + id, Published: at, Text: strings.ReplaceAll(text, " | ", "\n\n")})
}

// A desk takes articles up as the program does.
type desk struct {
	*testing.T
	*shelf.Shelf
	held map[string]*article.Article
	now  time.Time
}

func newDesk(t *testing.T) *desk {
	db, err := database.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	d := &desk{t, shelf.New(db), map[string]*article.Article{}, start}
	d.Now = func() time.Time { return d.now }
	return d
}

// takes puts a version of an article on the shelf and tells what is new of it.
func (d *desk) takes(id, text string) {
	d.Helper()
	a := published(d.T, id, text)
	put, err := d.Put(d.Context(), "", a, nil, article.Whole, shelf.Source{Kind: shelf.FromLink, Where: a.URL})
	if err != nil {
		d.Fatal(err)
	}
	n := shelf.News{Article: put.Article, N: put.N, Kind: "new"}
	if before := d.held[id]; before != nil {
		c := revision.Between(before, a)
		if n.Kind = c.Verdict(); n.Kind == "" {
			return
		}
		n.Details = marshal(d.T, c)
	}
	if err := d.Announce(d.Context(), n); err != nil {
		d.Fatal(err)
	}
	a.ID = put.ID
	d.held[id] = a
}

func (d *desk) library() *knowledge.Library {
	var all []*article.Article
	for _, a := range d.held {
		all = append(all, a)
	}
	l, err := knowledge.New(all)
	if err != nil {
		d.Fatal(err)
	}
	return l
}

// since returns what is new since a time, and checks that whatever is shown is cited.
func (d *desk) since(at time.Time) News {
	d.Helper()
	l := d.library()
	items, err := Gather(d.Context(), d, "", l, at)
	if err != nil {
		d.Fatal(err)
	}
	n := Make(l, at, calendar.DayOf(d.now), items)
	for _, r := range n.Corrected {
		for _, pair := range r.Pairs {
			for _, c := range pair {
				if len(c.Cites) != 1 || c.Cites[0].Text() != c.Text {
					d.Errorf("%q is not its source's sentence", c.Text)
				}
			}
		}
	}
	return n
}

func TestWhatIsNew(t *testing.T) {
	d := newDesk(t)
	d.takes("ferry", "The ferry to Skagen will run again on 12 March, the operator said. | Repairs cost 3 million crowns.")
	d.takes("mine", "Rescuers freed 14 miners near Olkusz after a fire. | The shaft is still full of smoke.")
	d.now = start.AddDate(0, 0, 1)
	d.takes("ferry", "The ferry to Skagen will run again on 14 March, the operator said. | Repairs cost 3 million crowns. | A second ship will follow on 2 April.")
	d.takes("mine", "Rescuers freed 14 miners near Olkusz after a fire. | The shaft is still full of smoke. | “We heard them knock for hours,” said rescuer Jan Zych.")
	d.takes("zoo", "The zoo of Brno has a new elephant calf. | Keepers expect visitors from the whole country.")
	n := d.since(start.Add(time.Hour))
	if len(n.New) != 1 || n.New[0].Article.Title != "Title of zoo" || n.New[0].Line == nil {
		t.Errorf("new: %+v", n.New)
	}
	if len(n.Corrected) != 1 || len(n.Corrected[0].Pairs) != 1 {
		t.Fatalf("corrected: %+v", n.Corrected)
	}
	pair := n.Corrected[0].Pairs[0]
	if !strings.Contains(pair[0].Text, "12 March") || !strings.Contains(pair[1].Text, "14 March") || pair[0].Cites[0].Article.Version == pair[1].Cites[0].Article.Version {
		t.Errorf("the sides are %q and %q", pair[0].Text, pair[1].Text)
	}
	if len(n.Dates) != 1 || !strings.Contains(n.Dates[0].Text, "2 April") {
		t.Errorf("dates: %+v", n.Dates)
	}
	if len(n.Quotes) != 1 || !strings.Contains(n.Quotes[0].Text, "knock for hours") {
		t.Errorf("quotes: %+v", n.Quotes)
	}
	if again := d.since(d.now.Add(time.Hour)); !again.Empty() {
		t.Errorf("new after that: %+v", again)
	}
	whole := page.News(n, page.Printer{})
	if len(whole.Cited) < 5 {
		t.Errorf("%d sentences are cited", len(whole.Cited))
	}
}

// TestCopies holds that one story, told by several in the same words, is counted once, and that two stories
// with a sentence in common are two.
func TestCopies(t *testing.T) {
	d := newDesk(t)
	story := "The port of Gdynia will close its eastern quay for repairs. | Cranes were damaged by the storm on the first day of the year. | Ships will be sent to Gdansk until the summer."
	d.takes("a", story)
	d.takes("b", story+" | Additional reporting by our staff in the north.")
	d.takes("c", "The port of Gdynia will close its eastern quay for repairs. | The mayor of Sopot opened a school for nurses. | A new tram line was named after a poet.")
	n := d.since(start.Add(-time.Hour))
	if n.Articles != 3 || len(n.New) != 2 || n.New[0].Copies+n.New[1].Copies != 1 {
		for _, p := range n.New {
			t.Logf("%s: %d copies", p.Article.ID, p.Copies)
		}
		t.Errorf("%d articles, %d stories", n.Articles, len(n.New))
	}
}

// TestBurst holds that much news is short, and that how much there was is said.
func TestBurst(t *testing.T) {
	d := newDesk(t)
	for i := range 30 {
		d.takes(fmt.Sprint("n", i), fmt.Sprintf("Team number %d of the league signed a striker from town %c. | The coach praised goalkeeper %c%c for patience.", i+2, 'A'+i%26, 'A'+i%26, 'a'+i%7))
	}
	n := d.since(start.Add(-time.Hour))
	if n.Articles != 30 || len(n.New) > 5 || len(n.New) == 0 {
		t.Errorf("%d articles, %d told", n.Articles, len(n.New))
	}
}

func marshal(t *testing.T, c revision.Changes) []byte {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
