package ingest

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ingest/feed"
	"talksbot/ingest/reason"
	"talksbot/ingest/replay"
	"talksbot/shelf"
)

const newsFeed = "https://kestrel.example/feed.xml"

// inBubble has a test with a web and a reader.
func inBubble(t *testing.T, test func(life)) {
	synctest.Test(t, func(t *testing.T) {
		web := replay.New(t)
		web.Page(story, page(strike...))
		web.Page("https://kestrel.example/bakery", page("A bakery opened in Heron Street on May 3. It has four ovens. Its owner is Tomas Lind.", "It sells rye bread. It closes on Sundays."))
		test(life{t, web, newReader(t, web), 1})
	})
}

func rss(items ...replay.Item) http.HandlerFunc {
	return replay.Typed("application/rss+xml", replay.RSS("Kestrel", items...))
}

// follow makes a library follow a feed, and reads it.
func (l life) follow(library string) {
	l.Helper()
	if _, err := l.AddFeed(l.Context(), library, newsFeed, ""); err != nil {
		l.Fatal(err)
	}
	if err := l.Poll(l.Context()); err != nil {
		l.Fatal(err)
	}
}

func (l life) feed() shelf.Feed {
	l.Helper()
	all, err := l.Shelf.Feeds(l.Context(), "")
	if err != nil || len(all) != 1 {
		l.Fatal(all, err)
	}
	return all[0].Feed
}

func (l life) holds(library string) int {
	l.Helper()
	all, err := l.Shelf.Holdings(l.Context(), library)
	if err != nil {
		l.Fatal(err)
	}
	return len(all)
}

// TestFeed holds that what is in a feed at first is taken up and not announced, and that each article is taken up
// once, whatever is made of its ID and its address.
func TestFeed(t *testing.T) {
	inBubble(t, func(l life) {
		l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}))
		l.follow("")
		if l.holds("") != 1 || l.news() != "new (quiet)" {
			t.Errorf("first: %d articles, news %q", l.holds(""), l.news())
		}
		l.web.Handle(newsFeed, rss(replay.Item{ID: "changed", Link: strings.Replace(story, "https", "http", 1) + "?utm_medium=rss"}, replay.Item{ID: "1b", Link: story + "/amp"},
			replay.Item{ID: "2", Link: "https://kestrel.example/bakery"}))
		l.pass(25 * time.Hour)
		if l.holds("") != 2 || l.news() != "new (quiet), new" {
			t.Errorf("then: %d articles, news %q", l.holds(""), l.news())
		}
		l.web.Handle(newsFeed, rss())
		l.pass(25 * time.Hour)
		if l.holds("") != 2 {
			t.Error("gone from the feed is gone from the library")
		}
	})
}

// TestConditional holds that a feed is asked for as its server wants, and that what could not be read is not taken for read.
func TestConditional(t *testing.T) {
	inBubble(t, func(l life) {
		const etag, modified = `"a  b"`, "Mon, 3 Jun 2024 09:00:00 +0000" // no date as it should be
		l.web.Handle(newsFeed, replay.Tagged(etag, modified, replay.Typed("application/rss+xml", "<rss><channel><item>")))
		if _, err := l.AddFeed(l.Context(), "", newsFeed, ""); ReasonOf(err) != reason.NotFeed {
			t.Error(err)
		}
		l.web.Handle(newsFeed, replay.Tagged(etag, modified, rss(replay.Item{ID: "1", Link: story})))
		l.follow("")
		if f := l.feed(); f.ETag != etag || f.LastModified != modified || f.Title != "Kestrel" {
			t.Errorf("%+v", f)
		}
		l.pass(25 * time.Hour)
		asked := l.web.Asked(newsFeed)
		if h := asked[len(asked)-1].Header; h["If-None-Match"][0] != etag || h["If-Modified-Since"][0] != modified {
			t.Error(h)
		}
		l.web.Handle(newsFeed, replay.Tagged(`"broken"`, "", replay.Typed("application/rss+xml", "<rss><channel><item>")))
		l.pass(25 * time.Hour)
		if f := l.feed(); f.ETag != etag || f.Reason != string(reason.NotFeed) || f.Failures == 0 {
			t.Errorf("after a bad one %+v", f)
		}
	})
}

// TestSecond holds that a library which comes later gets what is in a feed, though nothing in it has changed.
func TestSecond(t *testing.T) {
	inBubble(t, func(l life) {
		l.web.Handle(newsFeed, replay.Tagged(`"1"`, "", rss(replay.Item{ID: "1", Link: story})))
		l.follow("")
		l.pass(time.Hour)
		l.follow("77")
		if l.holds("77") != 1 || l.news() != "new (quiet)" {
			t.Error(l.holds("77"), l.news())
		}
	})
}

// TestFailing holds when a feed that fails is asked again: later and later, and never not at all.
func TestFailing(t *testing.T) {
	for _, c := range []struct {
		name   string
		serve  http.HandlerFunc
		reason reason.Reason
		least  time.Duration // before it is asked again
		most   time.Duration
	}{
		{"broken", replay.Status(500), reason.ServerError, time.Hour, 48 * time.Hour},
		{"gone", replay.Status(410), reason.Gone, feed.Rarest, feed.Rarest},
		{"not found", replay.Status(404), reason.NotFound, time.Hour, 48 * time.Hour},
		{"too often, in seconds", replay.Status(429, "Retry-After", "300000"), reason.TooMany, 300000 * time.Second, 300001 * time.Second},
		{"too often, to a day", replay.Status(429, "Retry-After", "Wed, 05 Jan 2000 00:00:00 GMT"), reason.TooMany, 60 * time.Hour, 96 * time.Hour},
		{"a page", replay.Typed("text/html", "<html><body><p>Feed moved.</p></body></html>"), reason.NotFeed, time.Hour, 48 * time.Hour},
		{"too large", replay.Large(6, true), reason.TooLarge, time.Hour, 48 * time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, func(l life) {
				l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}))
				l.follow("")
				l.web.Handle(newsFeed, c.serve)
				for l.feed().Failures == 0 {
					l.pass(15 * time.Minute)
				}
				f := l.feed()
				if wait := time.Until(f.Next); f.Reason != string(c.reason) || wait < c.least-15*time.Minute || wait > c.most {
					t.Errorf("%s, again in %v", f.Reason, wait)
				}
				for range 5 {
					time.Sleep(time.Until(l.feed().Next))
					l.pass(time.Minute)
				}
				if f := l.feed(); f.Failures != 6 || time.Until(f.Next) > feed.Rarest {
					t.Errorf("%+v", f)
				}
				l.web.Handle(newsFeed, rss(replay.Item{ID: "2", Link: "https://kestrel.example/bakery"}))
				time.Sleep(time.Until(l.feed().Next))
				l.pass(time.Minute)
				if f := l.feed(); f.Failures != 0 || f.Reason != "" || l.holds("") != 2 {
					t.Errorf("mended: %+v, %d", f, l.holds(""))
				}
			})
		})
	}
}

// TestMoved holds that a feed which moves for good has another address after a week.
func TestMoved(t *testing.T) {
	inBubble(t, func(l life) {
		const there = "https://kestrel.example/new.xml"
		l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}))
		l.web.Handle(there, rss(replay.Item{ID: "1", Link: story}))
		l.follow("")
		l.web.Handle(newsFeed, replay.To(301, there))
		l.pass(6 * 24 * time.Hour)
		if f := l.feed(); f.Address != newsFeed || f.MovedTo != there {
			t.Errorf("after six days %+v", f)
		}
		l.pass(3 * 24 * time.Hour)
		if f := l.feed(); f.Address != there || f.MovedTo != "" {
			t.Errorf("after nine days %+v", f)
		}
		if l.holds("") != 1 {
			t.Error(l.holds(""))
		}
	})
}

// TestFindFeed holds where a feed is found, given what people paste.
func TestFindFeed(t *testing.T) {
	inBubble(t, func(l life) {
		l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}))
		l.web.Page("https://kestrel.example/", `<html><head><link rel=alternate type="application/rss+xml" href="/broken.xml"><link rel=alternate type="application/rss+xml" href="feed.xml"></head></html>`)
		got, err := l.AddFeed(l.Context(), "", "https://kestrel.example/", "ann")
		if err != nil || got.Address != newsFeed || !got.New {
			t.Error(got, err)
		}
		if got, err = l.AddFeed(l.Context(), "", newsFeed, "ben"); err != nil || got.New {
			t.Error(got, err)
		}
		if _, err := l.AddFeed(l.Context(), "", story, "ann"); ReasonOf(err) != reason.NotFeed {
			t.Error(err)
		}
	})
}
