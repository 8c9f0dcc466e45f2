package feed

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

const at = "https://heron.example/feeds/news.xml"

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       []Entry
	}{
		{"rss", `<?xml version="1.0"?><rss version="2.0"><channel><title> Heron
			Daily </title><ttl>45</ttl><item><title>Weir</title><link>https://heron.example/weir?utm_source=rss</link><guid isPermaLink="false">w1</guid><pubDate>Mon, 03 Jun 2024 09:00:00 GMT</pubDate></item></channel></rss>`,
			[]Entry{{"w1", "https://heron.example/weir?utm_source=rss", time.Date(2024, 6, 3, 9, 0, 0, 0, time.UTC)}}},
		{"atom, relative", `<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title><entry><id>tag:heron.example,2024:1</id><link rel="alternate" href="/weir"/><updated>2024-06-03T09:00:00Z</updated></entry></feed>`,
			[]Entry{{"tag:heron.example,2024:1", "https://heron.example/weir", time.Date(2024, 6, 3, 9, 0, 0, 0, time.UTC)}}},
		{"json", `{"version":"https://jsonfeed.org/version/1.1","title":"H","items":[{"id":"1","url":"https://heron.example/weir"}]}`,
			[]Entry{{ID: "1", Address: "https://heron.example/weir"}}},
		{"an ID that is the address", `<rss version="2.0"><channel><item><guid>https://heron.example/weir</guid></item></channel></rss>`,
			[]Entry{{ID: "https://heron.example/weir", Address: "https://heron.example/weir"}}},
		{"one ID for all", `<rss version="2.0"><channel><item><guid isPermaLink="false">0</guid><link>/a1</link></item><item><guid isPermaLink="false">0</guid><link>/a2</link></item></channel></rss>`,
			[]Entry{{Address: "https://heron.example/a1"}, {Address: "https://heron.example/a2"}}},
		{"one article twice", `<rss version="2.0"><channel><item><guid>1</guid><link>http://www.heron.example/a1</link></item><item><guid>2</guid><link>https://heron.example/a1/amp</link></item></channel></rss>`,
			[]Entry{{ID: "1", Address: "http://www.heron.example/a1"}}},
		{"nowhere to go", `<rss version="2.0"><channel><item><guid>x</guid></item><item><link>mailto:a@heron.example</link></item></channel></rss>`, nil},
		{"another encoding than it says", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><rss version=\"2.0\"><channel><title>Été</title><item><link>/été</link></item></channel></rss>",
			[]Entry{{Address: "https://heron.example/%C3%A9t%C3%A9"}}},
		{"in Latin 1, and it says so", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss version=\"2.0\"><channel><title>\xc9t\xe9</title><item><link>/a1</link></item></channel></rss>",
			[]Entry{{Address: "https://heron.example/a1"}}},
		{"in Latin 1, and it says UTF-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>\xc9t\xe9</title><item><link>/a1</link></item></channel></rss>",
			[]Entry{{Address: "https://heron.example/a1"}}},
	} {
		f, err := Parse(at, "", []byte(c.data))
		if err != nil || !slices.EqualFunc(f.Entries, c.want, func(a, b Entry) bool {
			return a.ID == b.ID && a.Address == b.Address && a.At.Equal(b.At)
		}) {
			t.Errorf("%s: %v, %v; want %v", c.name, f.Entries, err, c.want)
		}
		if strings.Contains(c.name, "ncoding") && f.Title != "Été" || strings.Contains(c.name, "Latin") && f.Title != "Été" {
			t.Errorf("%s: title %q", c.name, f.Title)
		}
		if c.name == "rss" && (f.TTL != 45*time.Minute || f.Title != "Heron Daily") {
			t.Errorf("ttl %v, title %q", f.TTL, f.Title)
		}
	}
	for name, data := range map[string]string{"a page": "<!doctype html><html><body><p>News</p></body></html>", "nothing": "", "cut off": `<rss version="2.0"><channel><item>`, "json": `{"items":[]}`} {
		if f, err := Parse(at, "", []byte(data)); err == nil {
			t.Errorf("%s is read as %v", name, f)
		}
	}
}

func TestNamed(t *testing.T) {
	const page = `<html><head><link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
		<link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="news.atom"><link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/rss+xml" href="javascript:x"></head></html>`
	want := []string{"https://heron.example/town/news.atom", "https://heron.example/comments.xml"}
	if got := Named("https://heron.example/town/", page); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestInterval(t *testing.T) {
	now := time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)
	every := func(gap time.Duration) (f Feed) {
		for i := range 20 {
			f.Entries = append(f.Entries, Entry{At: now.Add(-time.Duration(i+1) * gap)})
		}
		return f
	}
	slow := every(time.Minute)
	slow.TTL = 2 * time.Hour
	for _, c := range []struct {
		name   string
		feed   Feed
		header http.Header
		want   time.Duration
	}{
		{"every two hours", every(2 * time.Hour), nil, time.Hour},
		{"every minute", every(time.Minute), nil, Shortest},
		{"every week", every(7 * 24 * time.Hour), nil, Longest},
		{"no dates", Feed{Entries: []Entry{{}}}, nil, 12 * time.Hour},
		{"no entries", Feed{}, nil, 12 * time.Hour},
		{"ttl", slow, nil, 2 * time.Hour},
		{"max-age", every(time.Minute), http.Header{"Cache-Control": {"public, max-age=3600"}}, time.Hour},
		{"max-age of a year", every(time.Minute), http.Header{"Cache-Control": {"max-age=31536000"}}, Longest},
		{"no-cache", every(time.Minute), http.Header{"Cache-Control": {"no-cache, max-age=3600"}}, Shortest},
		{"max-age that is none", every(time.Minute), http.Header{"Cache-Control": {"max-age=soon"}}, Shortest},
		{"expires", every(time.Minute), http.Header{"Expires": {"Mon, 03 Jun 2024 13:30:00 GMT"}}, 90 * time.Minute},
		{"expires by another clock", every(time.Minute), http.Header{"Expires": {"Mon, 03 Jun 2024 23:30:00 GMT"}, "Date": {"Mon, 03 Jun 2024 23:00:00 GMT"}}, 30 * time.Minute},
		{"expired", every(time.Minute), http.Header{"Expires": {"0"}}, Shortest},
	} {
		if got := Interval(c.feed, c.header, now); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestBackoff(t *testing.T) {
	now := time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		interval time.Duration
		failures int
		after    time.Time
		want     time.Duration
	}{
		{0, 1, time.Time{}, 30 * time.Minute}, {time.Hour, 1, time.Time{}, 2 * time.Hour}, {time.Hour, 3, time.Time{}, 8 * time.Hour},
		{24 * time.Hour, 5, time.Time{}, Rarest}, {time.Hour, 1 << 30, time.Time{}, Rarest},
		{time.Hour, 1, now.Add(9 * time.Hour), 9 * time.Hour}, {time.Hour, 1, now.Add(time.Minute), 2 * time.Hour}, {time.Hour, 1, now.AddDate(1, 0, 0), Rarest},
	} {
		if got := Backoff(c.interval, c.failures, c.after, now); got != c.want {
			t.Errorf("%v after %d failures: %v, want %v", c.interval, c.failures, got, c.want)
		}
	}
}

func TestMoved(t *testing.T) {
	now := time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)
	to, since, adopt := Moved("", time.Time{}, "https://new.example/feed", now)
	if to != "https://new.example/feed" || since != now || adopt {
		t.Error("the first day", to, since, adopt)
	}
	if _, _, adopt = Moved(to, since, to, now.AddDate(0, 0, 6)); adopt {
		t.Error("adopted after six days")
	}
	if _, _, adopt = Moved(to, since, to, now.AddDate(0, 0, 7)); !adopt {
		t.Error("not adopted after seven")
	}
	if to, _, _ = Moved(to, since, "", now.AddDate(0, 0, 8)); to != "" {
		t.Error("it is back and still said to have moved")
	}
	if _, again, adopt := Moved("https://new.example/feed", since, "https://other.example/feed", now.AddDate(0, 0, 8)); adopt || !again.After(since) {
		t.Error("adopted another address at once")
	}
}

// FuzzParse holds that every entry has somewhere to go, and that no two go to one page.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><item><guid>1</guid><link>/a</link></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="//b.example/c"/></entry></feed>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		feed, err := Parse(at, "", data)
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, e := range feed.Entries {
			if !strings.HasPrefix(e.Address, "http") || seen[e.Address] {
				t.Errorf("entry %+v", e)
			}
			seen[e.Address] = true
		}
	})
}
