package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/library"
	"talksbot/ingest"
	why "talksbot/ingest/reason"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge/article"
	"talksbot/page"
	"talksbot/shelf"
)

// A paper takes up the articles of a town's paper, which it knows by their links. It takes most of a second for each.
type paper struct {
	*shelved
	pages map[string]article.Article
}

var errands = map[string]article.Article{
	"https://aune.example/bridge": bridge,
	"https://holm.example/gates":  gates,
	"https://holm.example/market": {ID: "market", Title: "The Fish Market", Outlet: "Holm Echo", URL: "https://holm.example/market", Text: "The fish market of Holm closes on 3 June 2031. “We lost too much,” said Ole Brandt, its director. Nobody has bought the halls."},
}

// Add takes up each link.
func (p paper) Add(ctx context.Context, name string, links []string, by string, tell func(done, of int)) (all []ingest.Outcome, err error) {
	for i, link := range links {
		select {
		case <-ctx.Done():
			return all, ctx.Err()
		case <-time.After(700 * time.Millisecond):
		}
		a, ok := p.pages[link]
		if !ok {
			all = append(all, ingest.Outcome{Where: link, What: ingest.Refused, Reason: "paywall"})
			continue
		}
		o, err := p.take(ctx, name, a, shelf.Source{Kind: shelf.FromLink, Where: link, By: by})
		if err != nil {
			return all, err
		}
		all = append(all, o)
		tell(i+1, len(links))
	}
	return all, nil
}

// AddFile takes up a file as one article.
func (p paper) AddFile(ctx context.Context, server, name string, data []byte, by string) ([]ingest.Outcome, error) {
	a := article.Article{ID: "file", Title: strings.TrimSuffix(name, ".txt"), Text: string(data)}
	o, err := p.take(ctx, server, a, shelf.Source{Kind: shelf.FromAttachment, Where: name, By: by})
	return []ingest.Outcome{o}, err
}

// Cited notes what is to be read again.
func (p paper) Cited(_ context.Context, id int64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.again = append(p.again, id)
	return nil
}

// AddFeed follows what calls itself a feed.
func (p paper) AddFeed(ctx context.Context, server, address, by string) (ingest.Followed, error) {
	if !strings.HasSuffix(address, "feed") {
		return ingest.Followed{}, why.New(why.NotFeed, nil)
	}
	f, news, err := p.Follow(ctx, server, address, by)
	return ingest.Followed{Feed: f, New: news}, err
}

func (p paper) take(ctx context.Context, name string, a article.Article, from shelf.Source) (ingest.Outcome, error) {
	put, err := p.Put(ctx, name, article.New(a), nil, article.Whole, from)
	if err != nil {
		return ingest.Outcome{}, err
	}
	o := ingest.Outcome{Where: from.Where, What: ingest.Held, Since: put.Since,
		Holding: shelf.Holding{Article: put.Article, ID: put.ID, Title: a.Title, Outlet: a.Outlet, URL: a.URL, Published: a.Published}}
	switch {
	case put.New:
		o.What = ingest.Added
	case put.Changed:
		o.What = ingest.Updated
	}
	return o, nil
}

// withLibraries has a bot answer each server from a library of its own, on a shelf whose clock is the test's.
func withLibraries(w *world) (*shelved, func(*Options)) {
	s := newShelved(w.t)
	s.put("", bridge)
	reader := paper{s, errands}
	return s, func(o *Options) {
		o.Libraries, o.Shelf, o.Reader, o.Limits = s, s.Shelf, reader, library.Limits{Articles: 5, Feeds: 2, Adds: 10}
		o.Answer = (&ask.Asker{}).Answer
	}
}

// bridge is in the default library.
var bridge = article.Article{ID: "bridge", Title: "The Bridge", Outlet: "Aune Post", URL: "https://aune.example/bridge", Text: "The bridge at Aune opens on 5 May 2031. It cost 9 million crowns."}

// TestLibrary has what somebody does who manages a server's library, as they read it.
func TestLibrary(t *testing.T) { synthetic(t, testLibrary) }

func testLibrary(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	s, with := withLibraries(w)
	w.run(w.bot(nil, with))
	use := func(name string, options ...localdiscord.Option) *localdiscord.Message {
		t.Helper()
		synctest.Wait()
		m := w.uses(name, options...)
		time.Sleep(5 * time.Second) // it may have been shown before it was whole
		synctest.Wait()
		return w.Message(m.ID)
	}
	use("library list")
	w.asks("How much will Holm spend on new tide gates?")
	use("library add", opt("link", "https://holm.example/gates https://holm.example/nothing"))
	w.asks("How much will Holm spend on new tide gates?")
	use("library add", opt("link", "<holm.example/market>, https://holm.example/gates not-a-link"))
	use("library add", opt("file", localdiscord.File{Name: "The Lighthouse.txt", ContentType: "text/plain", Data: []byte("Berta Lind bought the lighthouse of Holm for 2 crowns. She will live in it.")}))
	w.asks("Who bought the lighthouse of Holm?")
	use("library add", opt("link", "https://aune.example/bridge"))
	use("library add", opt("file", localdiscord.File{Name: "film.mp4", Data: make([]byte, 6<<20)}))
	use("library add")
	use("library list")
	use("library list", opt("search", "echo fish"))
	use("library list", opt("search", "harbour"))
	use("library remove", opt("article", "harbour"))
	use("library remove", opt("article", "The"))
	removed := use("library remove", opt("article", "tide gates"))
	w.asks("How much will Holm spend on new tide gates?")
	w.presses(removed, "Put it back")
	w.presses(use("library remove", opt("article", "bridge")), "Put it back")
	w.presses(use("library forget", opt("article", "lighthouse")), "Delete it for good")
	w.presses(use("library forget", opt("article", "bridge")), "Delete it for good")
	w.asks("Who bought the lighthouse of Holm?")
	use("library feed list")
	use("library feed add", opt("link", "holm.example/feed"))
	use("library feed add", opt("link", "https://holm.example/feed"))
	use("library feed add", opt("link", "https://holm.example"))
	use("library feed add", opt("link", "https://aune.example/rss https://aune.example/atom"))
	use("library feed list")
	use("library feed why", opt("feed", "holm"))
	use("library feed pause", opt("feed", "holm"))
	use("library feed why", opt("feed", "holm"))
	use("library feed pause", opt("feed", "holm"), opt("paused", false))
	use("library feed remove", opt("feed", "holm"))
	use("library feed remove", opt("feed", "holm"))
	said := w.Person("bob").Say(w.general, "Look at https://holm.example/gates!")
	synctest.Wait()
	i, err := w.ada.RunOn(said, library.OnMessage)
	w.must(err)
	_, err = i.Wait(w.soon())
	w.must(err)
	synctest.Wait()
	golden(t, "library", w.Transcript(w.general))
	if len(s.again) == 0 {
		t.Error("nothing that was cited is read again")
	}
	if held := s.Of("").Library().Articles(); len(held) != 1 || held[0].ID != "bridge" {
		t.Errorf("the default library has %d articles, which no server may change", len(held))
	}
}

// TestLibraryCancelled holds that what takes long shows how far it is, and that what is cancelled ends.
func TestLibraryCancelled(t *testing.T) { synthetic(t, testLibraryCancelled) }

func testLibraryCancelled(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	s, with := withLibraries(w)
	w.run(w.bot(nil, with))
	var links []string
	for i := range 5 {
		links = append(links, fmt.Sprintf("https://holm.example/%d", i))
	}
	links[0] = "https://holm.example/gates"
	i, err := w.ada.Run(w.general, "library add", opt("link", strings.Join(links, " ")))
	w.must(err)
	time.Sleep(2500 * time.Millisecond)
	m, err := i.Wait(w.soon())
	w.must(err)
	if !strings.Contains(m.Text(), "of 5 done") {
		t.Fatalf("no progress is shown:\n%s", m.Text())
	}
	w.presses(m, "Cancel")
	time.Sleep(5 * time.Second)
	synctest.Wait()
	if m = w.Message(m.ID); !strings.Contains(m.Text(), "Cancelled. What I had read before stays.") || !strings.Contains(m.Text(), "5 given") {
		t.Errorf("after it was cancelled:\n%s", m.Text())
	}
	if n := len(s.Of(w.Guild().ID).Library().Articles()); n != 2 {
		t.Errorf("%d articles are held after the first was read, want 2", n)
	}
}

// TestLibraryLimits holds that a server adds no more than it may.
func TestLibraryLimits(t *testing.T) { synthetic(t, testLibraryLimits) }

func testLibraryLimits(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	s, with := withLibraries(w)
	b := w.bot(nil, with)
	manager := discord.Event{Guild: "1", May: 1 << 5, User: discord.User{ID: "7"}}
	add := func(links int) string {
		e := manager
		for i := range links {
			e.Values = map[string]string{"link": e.Values["link"] + fmt.Sprintf(" https://holm.example/%d", i)}
		}
		return shown(b.uses(t, "library add", e))
	}
	if got := add(6); !strings.Contains(got, "has 0 of at most 5 articles of its own") {
		t.Errorf("more articles than there is room for: %s", got)
	}
	for i := range 5 {
		s.put("1", article.Article{ID: fmt.Sprint(i), Text: fmt.Sprintf("Room %d is empty.", i)})
	}
	if got := add(1); !strings.Contains(got, "has 5 of at most 5 articles of its own") {
		t.Errorf("one more article than there is room for: %s", got)
	}
	if got := add(21); !strings.Contains(got, "20 links at a time at most") {
		t.Errorf("very many links: %s", got)
	}
	e := manager
	e.Values = map[string]string{"link": "a.example b.example c.example"}
	if got := shown(b.uses(t, "library feed add", e)); !strings.Contains(got, "follows 0 of at most 2 feeds") {
		t.Errorf("more feeds than there may be: %s", got)
	}
	e.May = 0
	if got := shown(b.uses(t, "library list", e)); !strings.Contains(got, "You need the permission Manage Server for that") {
		t.Errorf("somebody who may not manage the server: %s", got)
	}
}

// TestServersApart holds that what one server adds no other sees, in whatever it asks.
func TestServersApart(t *testing.T) { synthetic(t, testServersApart) }

func testServersApart(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	s, with := withLibraries(w)
	b := w.bot(nil, with)
	s.put("1", errands["https://holm.example/market"])
	s.put("2", article.Article{ID: "quarry", Title: "The Quarry", Text: "The quarry at Rand closes on 9 July 2031. “It is empty,” said Vera Moe, its owner."})
	use := func(guild, name string, values map[string]string) string {
		e := discord.Event{Guild: guild, Values: values, User: discord.User{ID: "7"}, May: 1 << 5}
		if e.Values == nil {
			e.Values = map[string]string{}
		}
		r := b.uses(t, name, e)
		e.Kind, e.Name, e.Focused = discord.Typing, name, "about"
		if name == "quotes" || name == "library remove" {
			e.Focused = map[string]string{"quotes": "speaker", "library remove": "article"}[name]
		}
		for _, c := range b.table.Find(e).Run(t.Context(), e).Choices {
			r.Page.Notes = append(r.Page.Notes, page.Line{Spans: []page.Span{{Text: "\n" + c.Name}}})
		}
		return shown(r)
	}
	for name, values := range map[string]map[string]string{
		"ask": {"question": "When does the fish market of Holm close?"}, "check": {"claim": "The fish market of Holm closes on 3 June 2031."},
		"dates": nil, "quotes": nil, "about": nil, "digest now": nil, "library list": nil, "library remove": nil, "library forget": {"article": "market"},
	} {
		for guild, sees := range map[string]bool{"1": true, "2": false, "": false} {
			if guild == "" && strings.HasPrefix(name, "library") {
				continue
			}
			got := use(guild, name, values)
			if strings.Contains(strings.ToLower(got), "brandt") || strings.Contains(got, "June 2031") && name != "ask" && name != "check" || strings.Contains(got, "Fish Market") {
				if !sees {
					t.Errorf("/%s in server %q tells of the fish market:\n%s", name, guild, got)
				}
			} else if sees {
				t.Errorf("/%s in server %q tells nothing of the fish market:\n%s", name, guild, got)
			}
			if strings.Contains(got, "Vera Moe") != (guild == "2") && name == "quotes" {
				t.Errorf("/quotes in server %q: the quarry\n%s", guild, got)
			}
		}
	}
}
