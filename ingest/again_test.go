package ingest

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ingest/reason"
	"talksbot/ingest/replay"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

const story = "https://kestrel.example/story"

// A life is an article that was added, and the time that passes after.
type life struct {
	*testing.T
	web *replay.Web
	*Reader
	known int64
}

// live adds the story in a bubble and has the test go on there.
func live(t *testing.T, then func(life)) {
	synctest.Test(t, func(t *testing.T) {
		web := replay.New(t)
		web.Page(story, page(strike...))
		r := newReader(t, web)
		got, err := r.Add(t.Context(), "", []string{story}, "", nil)
		if err != nil || got[0].What != Added {
			t.Fatal(got, err)
		}
		then(life{t, web, r, got[0].Holding.Article})
	})
}

// pass lets time pass, and what falls due done.
func (l life) pass(d time.Duration) {
	l.Helper()
	for end := time.Now().Add(d); time.Now().Before(end); {
		time.Sleep(min(15*time.Minute, time.Until(end)))
		if err := l.Poll(l.Context()); err != nil {
			l.Fatal(err)
		}
	}
}

// news returns the kinds of the news of the default library, in order.
func (l life) news() string {
	l.Helper()
	all, err := l.Shelf.NewsOf(l.Context(), "", time.Time{})
	if err != nil {
		l.Fatal(err)
	}
	var kinds []string
	for _, n := range all {
		kind := n.Kind
		if n.Quiet {
			kind += " (quiet)"
		}
		kinds = append(kinds, kind)
	}
	return strings.Join(kinds, ", ")
}

func (l life) editions() []shelf.Edition {
	l.Helper()
	all, err := l.Shelf.Editions(l.Context(), l.known)
	if err != nil {
		l.Fatal(err)
	}
	return all
}

// TestRounds holds when an article is read again, and that it is asked for once each time.
func TestRounds(t *testing.T) {
	live(t, func(l life) {
		begun := time.Now()
		var at []time.Duration
		for n := len(l.web.Asked(story)); time.Since(begun) < 12*24*time.Hour; {
			l.pass(15 * time.Minute)
			if now := len(l.web.Asked(story)); now != n {
				at, n = append(at, time.Since(begun)), now
			}
		}
		if len(at) != len(rounds) {
			t.Fatalf("read again after %v", at)
		}
		for i, d := range at {
			if d < rounds[i] || d > rounds[i]+time.Hour {
				t.Errorf("read again after %v, not %v", d, rounds[i])
			}
		}
		if l.news() != "new" || len(l.editions()) != 1 {
			t.Error(l.news(), l.editions())
		}
	})
}

func TestChanges(t *testing.T) {
	swap := strings.NewReplacer("June 14", "June 15", "9,000", "11,000")
	for _, c := range []struct {
		name  string
		page  string
		news  string
		texts int
		state article.State
	}{
		{"the same", page(strike...), "new", 1, ""},
		{"another day, another number", page(strings.Split(swap.Replace(strings.Join(strike, "|")), "|")...), "new, corrected", 2, ""},
		{"another word", page(append([]string{strings.Replace(strike[0], "walk out", "stop work", 1)}, strike[1:]...)...), "new, updated", 2, ""},
		{"half of it", page(strike[0], "The union has more."), "new", 1, ""},
		{"a challenge", `<html><body><h1>Checking your browser</h1><p>Verify that you are human.</p><div class=h-captcha data-sitekey=x></div><noscript>Enable JavaScript.</noscript></body></html>`, "new", 1, ""},
		{"only its beginning", replay.Article{Title: "Ferry crews to walk out", Paragraphs: strike[:2], Head: `<meta property="article:content_tier" content="locked">`, Body: `<div class="paywall"></div>`}.HTML(), "new", 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			live(t, func(l life) {
				l.web.Page(story, c.page)
				l.pass(2 * time.Hour)
				if got := l.editions(); l.news() != c.news || len(got) != c.texts || got[0].State != c.state {
					t.Errorf("%s; %+v", l.news(), got)
				}
			})
		})
	}
}

// TestWithdrawn holds when an article is withdrawn, and that it may come back.
func TestWithdrawn(t *testing.T) {
	live(t, func(l life) {
		l.web.Handle(story, replay.Status(410))
		l.pass(time.Hour)
		if last := l.editions()[0]; l.news() != "new, withdrawn" || last.State != article.Withdrawn || last.Reason != string(reason.Gone) {
			t.Errorf("gone: %s; %+v", l.news(), last)
		}
		if e, err := l.Shelf.Edition(l.Context(), l.editions()[0].Version); err != nil || len(e.Record) == 0 {
			t.Error("what was withdrawn cannot be cited", err)
		}
		l.web.Page(story, page(strike...))
		l.pass(3 * time.Hour)
		if l.news() != "new, withdrawn, back" || l.editions()[0].State != article.Whole {
			t.Errorf("back: %s; %+v", l.news(), l.editions())
		}
	})
	live(t, func(l life) {
		l.web.Handle(story, replay.Status(404))
		l.pass(20 * time.Hour)
		if l.news() != "new" {
			t.Errorf("not found on one day: %s", l.news())
		}
		l.pass(6 * time.Hour)
		if l.news() != "new, withdrawn" {
			t.Errorf("not found on two days: %s", l.news())
		}
	})
	live(t, func(l life) {
		l.web.Handle(story, replay.Status(404))
		l.pass(time.Hour)
		l.web.Page(story, page(strike...))
		l.pass(9 * 24 * time.Hour)
		if l.news() != "new" {
			t.Errorf("not found for an hour: %s", l.news())
		}
	})
	live(t, func(l life) {
		l.web.Handle(story, replay.Status(503))
		l.pass(20 * 24 * time.Hour)
		if l.news() != "new" {
			t.Errorf("broken for weeks: %s", l.news())
		}
	})
}

// TestUnchanged holds that a page which has not changed is not sent again.
func TestUnchanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		web := replay.New(t)
		sent := 0
		serve := replay.Typed("text/html", page(strike...))
		web.Handle(story, replay.Tagged(`W/"odd  etag"`, "", func(w http.ResponseWriter, r *http.Request) { sent++; serve(w, r) }))
		r := newReader(t, web)
		if _, err := r.Add(t.Context(), "", []string{story}, "", nil); err != nil {
			t.Fatal(err)
		}
		life{t, web, r, 1}.pass(8 * 24 * time.Hour)
		if asked := len(web.Asked(story)); sent != 1 || asked != 1+len(rounds) {
			t.Errorf("sent %d of %d times", sent, asked)
		}
	})
}

// TestCited holds that what is cited long after is read again, at most once a day.
func TestCited(t *testing.T) {
	live(t, func(l life) {
		l.pass(20 * 24 * time.Hour)
		before := len(l.web.Asked(story))
		l.web.Page(story, page(append(strike, "Update: the walkout is off, the union said on June 20.")...))
		for range 5 {
			if err := l.Cited(l.Context(), l.known); err != nil {
				t.Fatal(err)
			}
			l.pass(15 * time.Minute)
		}
		if n := len(l.web.Asked(story)) - before; n != 1 || len(l.editions()) != 2 {
			t.Errorf("read %d times; %+v", n, l.editions())
		}
	})
}

// TestSame holds which links lead to one article.
func TestSame(t *testing.T) {
	live(t, func(l life) {
		l.web.Page("http://www.kestrel.example/story", page(strike...))
		l.web.Page("https://kestrel.example/copy", page(strike...))
		l.web.Page("https://kestrel.example/other", page("A bakery opened in Heron Street on May 3. It has four ovens. Its owner is Tomas Lind.", "It sells rye bread. It closes on Sundays."))
		got, err := l.Add(l.Context(), "", []string{"http://www.kestrel.example/story?utm_source=feed", "https://kestrel.example/copy", "https://kestrel.example/other", "https://kestrel.example/other#b"}, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []What{Held, Held, Added, Added} {
			if got[i].What != want || (i < 2) != (got[i].Holding.Article == l.known) {
				t.Errorf("%d: %+v", i, got[i])
			}
		}
		if l.news() != "new, new" {
			t.Error(l.news())
		}
	})
}
