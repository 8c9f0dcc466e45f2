package ingest

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"talksbot/ingest/reason"
	"talksbot/ingest/replay"
	"talksbot/internal/database"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// strike is what most pages here tell.
var strike = []string{
	"Ferry crews in Kestrel Harbour will walk out on June 14, the union said on Monday. The walkout is to last two days.",
	"The company runs 22 crossings a day and carries 9,000 people. It said that it had offered four percent.",
	"“We have waited long enough,” said Ines Okafor, who leads the union. Talks go on at the town hall on Thursday.",
	"The last walkout was in 2019. It ended after a night of talks.",
}

func page(paragraphs ...string) string {
	return replay.Article{Title: "Ferry crews to walk out", Published: "2024-06-03T09:00:00Z", Paragraphs: paragraphs}.HTML()
}

// newReader returns a reader over a shelf in memory.
func newReader(t testing.TB, web *replay.Web) *Reader {
	t.Helper()
	db, err := database.Open(t.Context(), database.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return &Reader{Shelf: shelf.New(db), Network: web, Version: "test"}
}

// TestLinks adds one link after the other. Each ends as is said here, and nothing hangs: the clock is the bubble's.
func TestLinks(t *testing.T) {
	whole := page(strike...)
	at := func(paths string) string { return "https://kestrel.example/" + paths }
	for _, c := range []struct {
		name   string
		link   string // "" for /story
		serve  func(*replay.Web)
		want   What
		reason reason.Reason
		state  article.State
		url    string // of the article
	}{
		{name: "a page", serve: func(w *replay.Web) { w.Page(at("story"), whole) }, want: Added, url: at("story")},
		{name: "with trackers", link: at("story?utm_source=x&fbclid=y#part"), serve: func(w *replay.Web) { w.Page(at("story"), whole) }, want: Added, url: at("story")},
		{name: "packed", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Packed(whole, 0)) }, want: Added},
		{name: "packed and cut off", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Packed(whole, 40)) }, reason: reason.CutShort},
		{name: "packed, its checksum cut off", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Packed(whole, 5)) }, reason: reason.CutShort},
		{name: "shorter than promised", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Promised(whole, 100)) }, reason: reason.CutShort},
		{name: "packed as nobody asked", serve: func(w *replay.Web) {
			w.Handle(at("story"), func(rw http.ResponseWriter, r *http.Request) {
				rw.Header().Set("Content-Encoding", "br")
				rw.Write([]byte("\x0b\x02\x80"))
			})
		}, reason: reason.Unreadable},
		{name: "in Latin 1, and says UTF-8", serve: func(w *replay.Web) {
			w.Page(at("story"), strings.ReplaceAll(strings.NewReplacer("“", "\x93", "”", "\x94").Replace(whole), "Ines", "In\xe9s"))
		}, want: Added},
		{name: "in Cyrillic of old", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.Typed("text/html; charset=windows-1251", strings.NewReplacer("“", "\x93", "”", "\x94").Replace(whole)))
		}, want: Added},
		{name: "moved", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.To(301, "/new/story"))
			w.Page(at("new/story"), whole)
		}, want: Added, url: at("new/story")},
		{name: "five redirects", serve: func(w *replay.Web) {
			for i, step := range []string{"story", "1", "2", "3", "4"} {
				w.Handle(at(step), replay.To(302, []string{"/1", "/2", "/3", "/4", "/5"}[i]))
			}
			w.Page(at("5"), whole)
		}, want: Added},
		{name: "six redirects", serve: func(w *replay.Web) {
			for i, step := range []string{"story", "1", "2", "3", "4", "5"} {
				w.Handle(at(step), replay.To(302, []string{"/1", "/2", "/3", "/4", "/5", "/6"}[i]))
			}
			w.Page(at("6"), whole)
		}, reason: reason.Redirects},
		{name: "leads to itself", serve: func(w *replay.Web) { w.Handle(at("story"), replay.To(302, "/story")) }, reason: reason.Redirects},
		{name: "leads nowhere", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Status(302)) }, reason: reason.Status},
		{name: "leads to the front page", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.To(302, "/"))
			w.Page(at(""), whole)
		}, reason: reason.NotFound},
		{name: "leads to a private address", serve: func(w *replay.Web) { w.Handle(at("story"), replay.To(302, "http://169.254.169.254/latest/meta-data")) }, reason: reason.PrivateAddress},
		{name: "leads to a name with a private address", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.To(302, "http://printer.example/"))
			w.Leads("printer.example", "192.168.1.9")
		}, reason: reason.PrivateAddress},
		{name: "leads to another port", serve: func(w *replay.Web) { w.Handle(at("story"), replay.To(302, "https://kestrel.example:8443/")) }, reason: reason.Port},
		{name: "leads to a file", serve: func(w *replay.Web) { w.Handle(at("story"), replay.To(302, "file:///etc/passwd")) }, reason: reason.BadAddress},
		{name: "its name leads elsewhere the second time", serve: func(w *replay.Web) {
			w.Page(at("story"), whole)
			w.Leads("kestrel.example", "93.184.215.14", "127.0.0.1") // robots.txt, then the page
		}, reason: reason.PrivateAddress},
		{name: "a private address", link: "http://10.0.0.1/", reason: reason.PrivateAddress},
		{name: "no address", link: "ferry strike", reason: reason.BadAddress},
		{name: "no such host", link: "https://nowhere.example/a", reason: reason.NoSuchHost},
		{name: "not found", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Status(404)) }, reason: reason.NotFound},
		{name: "gone", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Status(410)) }, reason: reason.Gone},
		{name: "not for us", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Status(403)) }, reason: reason.Forbidden},
		{name: "too often", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.Status(429, "Retry-After", "Sat, 01 Jan 2000 05:00:00 GMT"))
		}, reason: reason.TooMany},
		{name: "broken", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Status(503)) }, reason: reason.ServerError},
		{name: "no answer", serve: func(w *replay.Web) { w.Handle(at("story"), w.Hang) }, reason: reason.Timeout},
		{name: "slow", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Slow(whole)) }, reason: reason.Timeout},
		{name: "50 MB", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Large(50, false)) }, reason: reason.TooLarge},
		{name: "50 MB, packed", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Large(50, true)) }, reason: reason.TooLarge},
		{name: "robots.txt forbids it", serve: func(w *replay.Web) {
			w.Page(at("story"), whole)
			w.Handle(at("robots.txt"), replay.Typed("text/plain", "User-agent: *\nDisallow: /story"))
		}, reason: reason.Robots},
		{name: "robots.txt forbids others", serve: func(w *replay.Web) {
			w.Page(at("story"), whole)
			w.Handle(at("robots.txt"), replay.Typed("text/plain", "User-agent: *\nDisallow: /\nUser-agent: Talksbot\nAllow: /"))
		}, want: Added},
		{name: "robots.txt is broken", serve: func(w *replay.Web) {
			w.Page(at("story"), whole)
			w.Handle(at("robots.txt"), replay.Status(500))
		}, reason: reason.RobotsUnknown},
		{name: "robots.txt is not for us", serve: func(w *replay.Web) {
			w.Page(at("story"), whole)
			w.Handle(at("robots.txt"), replay.Status(403))
		}, want: Added},
		{name: "robots.txt hangs", serve: func(w *replay.Web) {
			w.Page(at("story"), whole)
			w.Handle(at("robots.txt"), w.Hang)
		}, reason: reason.Timeout},
		{name: "a picture", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Typed("image/png", "\x89PNG")) }, reason: reason.NotHTML},
		{name: "a program that says nothing of itself", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.Typed("application/octet-stream", "\x7fELF\x00\x00\x01"))
		}, reason: reason.NotHTML},
		{name: "a text", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.Typed("text/plain", strings.Join(strike, "\n\n")))
		}, want: Added},
		{name: "a feed", serve: func(w *replay.Web) { w.Handle(at("story"), replay.Typed("application/rss+xml", replay.RSS("K"))) }, reason: reason.IsFeed},
		{name: "a challenge", serve: func(w *replay.Web) {
			w.Page(at("story"), `<html><head><title>One moment</title><meta http-equiv=refresh content=30></head><body><h1>Checking your browser</h1>
				<p>Please verify you are human. This takes a few seconds. The check is automatic.</p><div class="h-captcha" data-sitekey="x"></div><noscript>Enable JavaScript to go on.</noscript></body></html>`)
		}, reason: reason.Challenge},
		{name: "consent", serve: func(w *replay.Web) {
			w.Handle(at("story"), replay.To(302, "https://consent.kestrel.example/collect?to=story"))
			w.Page("https://consent.kestrel.example/collect?to=story", `<html><body><div id="cmp-main"><h1>Your privacy</h1><p>We and our 214 partners store cookies on your device. They help us to measure advertising and to show personalised content.</p>
				<p>You can accept all cookies or change your privacy preferences at any time. Some partners rely on legitimate interest and do not ask for consent.</p>
				<p>Your consent settings are kept for a year.</p><form><button>Accept all</button><button>Reject</button></form></div></body></html>`)
		}, reason: reason.Consent},
		{name: "a paywall", serve: func(w *replay.Web) {
			w.Page(at("story"), replay.Article{Title: "Ferry crews to walk out", Paragraphs: strike[:1][:1], Head: `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`,
				Body: `<div class="paywall-barrier"><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>`}.HTML())
		}, reason: reason.Paywall},
		{name: "the first paragraphs", serve: func(w *replay.Web) {
			w.Page(at("story"), replay.Article{Title: "Ferry crews to walk out", Paragraphs: strike, Head: `<meta property="article:content_tier" content="locked">`,
				Body: `<div class="paywall"><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>`}.HTML())
		}, want: Added, state: article.Teaser},
		{name: "two sentences", serve: func(w *replay.Web) { w.Page(at("story"), page(strike[0])) }, reason: reason.TooShort},
		{name: "AMP", link: at("amp/story"), serve: func(w *replay.Web) {
			w.Page(at("amp/story"), replay.Article{Title: "Ferry crews to walk out", Paragraphs: strike, Canonical: at("story")}.HTML())
		}, want: Added, url: at("story")},
		{name: "says that it is the front page", serve: func(w *replay.Web) {
			w.Page(at("story"), replay.Article{Title: "Ferry crews to walk out", Paragraphs: strike, Canonical: at("")}.HTML())
		}, want: Added, url: at("story")},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				web := replay.New(t)
				if c.serve != nil {
					c.serve(web)
				}
				link := c.link
				if link == "" {
					link = at("story")
				}
				if c.want == "" {
					c.want = Refused
				}
				r := newReader(t, web)
				r.Log = slog.New(slog.NewTextHandler(t.Output(), nil))
				got, err := r.Add(t.Context(), "", []string{link}, "ann", nil)
				if err != nil || len(got) != 1 {
					t.Fatal(got, err)
				}
				o := got[0]
				if o.Where != link || o.What != c.want || o.Reason != c.reason || o.Holding.State != c.state || c.url != "" && o.Holding.URL != c.url {
					t.Errorf("%+v", o)
				}
				if web.Most() > 1 {
					t.Errorf("%d requests of a host at a time", web.Most())
				}
			})
		})
	}
}
