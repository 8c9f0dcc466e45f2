package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"talksbot/ingest/reason"
	"talksbot/ingest/replay"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// TestCancelled holds that whoever no longer waits has what is done, and that the rest is given up.
func TestCancelled(t *testing.T) {
	inBubble(t, func(l life) {
		ctx, cancel := context.WithCancel(l.Context())
		l.web.Handle("https://kestrel.example/slow", l.web.Hang)
		l.web.Page("https://kestrel.example/later", page(strike...))
		links := []string{story, "https://kestrel.example/slow", "https://kestrel.example/later", "no link"}
		var told []int
		got, err := l.Add(ctx, "", links, "ann", func(done, of int) {
			if told = append(told, done); of != len(links) {
				t.Errorf("of %d", of)
			}
			if done == 2 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || len(got) != 2 || got[0].What != Added || got[1].Reason != reason.BadAddress {
			t.Errorf("%+v, %v", got, err)
		}
		if !slices.Equal(told, []int{1, 2}) {
			t.Errorf("told %v", told)
		}
		if err := l.Poll(l.Context()); err != nil {
			t.Fatal(err)
		}
		if n := len(l.web.Asked("https://kestrel.example/later")); n != 0 {
			t.Errorf("what was given up was asked for %d times", n)
		}
	})
}

// TestPutOff holds that somebody who asks for what a feed has failed to get is told so, and not kept waiting.
func TestPutOff(t *testing.T) {
	inBubble(t, func(l life) {
		l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}))
		l.web.Handle(story, replay.Status(503))
		l.follow("")
		got, err := l.Add(l.Context(), "", []string{story}, "ann", nil)
		if err != nil || got[0].Reason != reason.ServerError {
			t.Errorf("%+v, %v", got, err)
		}
		l.web.Page(story, page(strike...))
		l.pass(8 * time.Hour)
		if l.holds("") != 1 {
			t.Error("the feed's article was never read")
		}
	})
}

// TestRun holds that what is due is done while the program runs, that a fault of ours is told, and that it ends when it is to.
func TestRun(t *testing.T) {
	inBubble(t, func(l life) {
		ctx, cancel := context.WithCancel(l.Context())
		l.Network = roundTrip(func(r *http.Request) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/bakery") {
				panic("a bug")
			}
			return l.web.RoundTrip(r)
		})
		ended := make(chan error)
		go func() { ended <- l.Reader.Run(ctx) }()
		l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}, replay.Item{ID: "2", Link: "https://kestrel.example/bakery"}))
		if _, err := l.AddFeed(ctx, "", newsFeed, ""); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second)
		got, err := l.Add(ctx, "", []string{"https://kestrel.example/bakery"}, "", nil)
		if l.holds("") != 1 || err != nil || got[0].Reason != reason.Failed {
			t.Errorf("%d articles; %+v, %v", l.holds(""), got, err)
		}
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestPutAway holds that what somebody has removed a feed does not bring back, but somebody does.
func TestPutAway(t *testing.T) {
	live(t, func(l life) {
		if _, err := l.Shelf.Remove(l.Context(), "", l.known, "ann"); err != nil {
			t.Fatal(err)
		}
		l.web.Handle(newsFeed, rss(replay.Item{ID: "1", Link: story}))
		l.follow("")
		if l.holds("") != 0 {
			t.Error("a feed brings back what was removed")
		}
		got, err := l.Add(l.Context(), "", []string{story}, "ann", nil)
		if err != nil || got[0].What != Added || l.holds("") != 1 {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

func TestAddFile(t *testing.T) {
	inBubble(t, func(l life) {
		text := "# Ferry crews to walk out\n\n" + strings.Join(strike, "\n\n")
		lines := fmt.Sprintf("{\"id\":\"a\",\"title\":\"A\",\"text\":%q}\n{\"id\":\"b\",\"title\":\"B\",\"text\":%q}\n", strike[0], strike[1])
		for _, c := range []struct {
			name, data string
			want       []What
			reason     reason.Reason
		}{
			{"strike.md", text, []What{Added}, ""},
			{"again.md", text, []What{Held}, ""},
			{"two.jsonl", lines, []What{Added, Added}, ""},
			{"short.txt", "The ferry sails.", []What{Refused}, reason.TooShort},
			{"old.doc", "\xd0\xcf", []What{Refused}, reason.Unreadable},
			{"bad.json", "{", []What{Refused}, reason.Unreadable},
		} {
			got, err := l.AddFile(l.Context(), "9", c.name, []byte(c.data), "ann")
			if err != nil || len(got) != len(c.want) {
				t.Fatalf("%s: %+v, %v", c.name, got, err)
			}
			for i, o := range got {
				if o.What != c.want[i] || o.Reason != c.reason || o.Where != c.name || o.What == Added && (o.Since.IsZero() || o.Holding.Source.Kind != shelf.FromAttachment || o.Holding.Source.By != "ann") {
					t.Errorf("%s: %+v", c.name, o)
				}
			}
		}
		if l.news() != "" || l.holds("9") != 3 {
			t.Errorf("news %q, %d articles", l.news(), l.holds("9"))
		}
	})
}

// FuzzExtract holds that whatever comes is an article of three sentences that is read again the same, or is refused for
// a reason.
func FuzzExtract(f *testing.F) {
	f.Add("text/html", "utf-8", []byte(page(strike...)))
	f.Add("text/plain", "windows-1251", []byte(strings.Join(strike, "\n\n")))
	f.Fuzz(func(t *testing.T, kind, charset string, body []byte) {
		if strings.Contains(kind, "pdf") || bytes.Contains(body, []byte("%PDF")) {
			t.Skip("what reads PDFs takes longer to start than the fuzzer waits")
		}
		k, err := extract(&pageData{Address: story, Type: kind, Charset: charset, Body: body})
		if err != nil {
			if r := reason.Of(err); r == reason.Failed {
				t.Errorf("%v", err)
			}
			return
		}
		a, err := article.Unmarshal(k.Record)
		if err != nil || len(a.Sentences) < 3 || a.URL == "" || len(k.Aliases) == 0 {
			t.Errorf("%+v, %v", a, err)
		}
	})
}
