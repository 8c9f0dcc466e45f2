// Package feed reads feeds: what is in one, where a page names one, and when to ask for it again.
package feed

import (
	"bytes"
	"errors"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talksbot/ingest/address"
	"talksbot/knowledge/article/format"
)

// A Feed is what one says.
type Feed struct {
	Title   string
	Entries []Entry       // the newest first, as feeds have them
	TTL     time.Duration // how long it asks to be left alone; 0: it does not say
}

// An Entry is one article that a feed names.
type Entry struct {
	ID      string // "" where it has none, or one that others in the feed have too
	Address string
	At      time.Time // published or changed; zero where it is not said
}

// mostEntries is how many entries of a feed are looked at.
const mostEntries = 200

// Is reports whether a document begins as a feed does.
func Is(data []byte) bool {
	begin := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\uFEFF")))
	return feedStart.Match(begin) || jsonFeed.Match(begin)
}

var (
	feedStart = regexp.MustCompile(`(?i)^(?:<\?[^>]*>\s*|<!--(?s:.*?)-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|rdf)\b`)
	jsonFeed  = regexp.MustCompile(`^\{[^{}]*"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org`)
)

var errNone = errors.New("not a feed")

// Parse reads a feed that was found at an address. charset is the encoding that its server states, "" for none.
func Parse(at, charset string, data []byte) (Feed, error) {
	if !Is(data) && utf8.Valid(data) {
		return Feed{}, errNone
	}
	parsed, err := parse(charset, data)
	if err != nil {
		return Feed{}, err
	}
	f := Feed{Title: strings.Join(strings.Fields(parsed.Title), " "), TTL: ttl(data)}
	base, err := url.Parse(at)
	if err != nil {
		return Feed{}, err
	}
	given := map[string]int{}
	for _, item := range parsed.Items {
		given[item.GUID]++
	}
	seen := map[string]bool{}
	for _, item := range parsed.Items {
		e := entryOf(base, item)
		if given[e.ID] > 1 {
			e.ID = ""
		}
		if key := address.Key(e.Address); key != "" && !seen[key] && len(f.Entries) < mostEntries {
			seen[key] = true
			f.Entries = append(f.Entries, e)
		}
	}
	return f, nil
}

// parse reads a feed as gofeed does, once its characters are known: of what its server says and what it says itself
// either may be wrong.
func parse(charset string, data []byte) (*gofeed.Feed, error) {
	if utf8.Valid(data) {
		text := declared.ReplaceAllString(withoutControls(string(data)), "$1$2")
		return gofeed.NewParser().ParseString(text)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err == nil && utf8.ValidString(feed.Title) {
		return feed, nil
	}
	text, decodeErr := format.Decode(data, charset)
	if decodeErr != nil {
		return nil, decodeErr
	}
	return gofeed.NewParser().ParseString(declared.ReplaceAllString(withoutControls(text), "$1$2"))
}

// declared is where XML says how it is encoded.
var declared = regexp.MustCompile(`(?i)^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')([^>]*\?>)`)

// withoutControls returns text without the control characters that XML does not allow.
func withoutControls(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0xFFFE || r == 0xFFFF || r == 0xFEFF {
			return -1
		}
		return r
	}, text)
}

func entryOf(base *url.URL, item *gofeed.Item) Entry {
	e := Entry{ID: strings.TrimSpace(item.GUID)}
	for _, link := range append([]string{item.Link}, append(item.Links, item.GUID)...) {
		link = strings.TrimSpace(link)
		if link == "" || link == item.GUID && !strings.HasPrefix(link, "http") {
			continue
		}
		if u, err := base.Parse(link); err == nil && address.Key(u.String()) != "" {
			e.Address = u.String()
			break
		}
	}
	for _, at := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if at != nil && e.At.IsZero() {
			e.At = *at
		}
	}
	return e
}

// ttl returns how long a feed of RSS asks to be left alone, which gofeed does not tell.
func ttl(data []byte) time.Duration {
	m := ttlElement.FindSubmatch(data)
	if m == nil {
		return 0
	}
	minutes, err := strconv.ParseUint(string(m[1]), 10, 31)
	if err != nil {
		return 0
	}
	return time.Duration(minutes) * time.Minute
}

var ttlElement = regexp.MustCompile(`<ttl>\s*(\d+)\s*</ttl>`)

// types are the media types of feeds, as pages name them.
var types = map[string]bool{"application/rss+xml": true, "application/atom+xml": true, "application/feed+json": true, "application/rdf+xml": true}

// Named returns the addresses of the feeds that a page names, in its order, those of comments last.
func Named(at, source string) []string {
	doc, err := html.Parse(strings.NewReader(source))
	base, wrong := url.Parse(at)
	if err != nil || wrong != nil {
		return nil
	}
	var first, last []string
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Base {
			if u, err := base.Parse(attribute(n, "href")); err == nil && attribute(n, "href") != "" {
				base = u
			}
		}
		if n.DataAtom != atom.Link && n.DataAtom != atom.A || !strings.Contains(" "+strings.ToLower(attribute(n, "rel"))+" ", " alternate ") {
			continue
		}
		kind, _, _ := strings.Cut(strings.ToLower(attribute(n, "type")), ";")
		u, err := base.Parse(strings.TrimSpace(attribute(n, "href")))
		if !types[strings.TrimSpace(kind)] || err != nil || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		if strings.Contains(strings.ToLower(attribute(n, "title")+u.Path), "comment") {
			last = append(last, u.String())
			continue
		}
		first = append(first, u.String())
	}
	return append(first, last...)
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
