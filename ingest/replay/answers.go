package replay

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Typed answers with a text of a media type.
func Typed(kind, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		io.WriteString(w, text)
	}
}

// Status answers with a status, and headers in pairs.
func Status(status int, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
	}
}

// To leads to another address: for good with 301, else with 302.
func To(status int, address string) http.HandlerFunc { return Status(status, "Location", address) }

// Tagged answers as h does, and with 304 whoever already has what goes by these names.
func Tagged(etag, modified string, h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if etag != "" && r.Header.Get("If-None-Match") == etag || etag == "" && modified != "" && r.Header.Get("If-Modified-Since") == modified {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		if etag != "" {
			w.Header()["ETag"] = []string{etag}
		}
		if modified != "" {
			w.Header().Set("Last-Modified", modified)
		}
		h(w, r)
	}
}

// Packed answers with a page as gzip, so many bytes of it less.
func Packed(page string, less int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		io.WriteString(z, page)
		z.Close()
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(b.Bytes()[:b.Len()-less])
	}
}

// Promised answers with less than it says.
func Promised(page string, bytes int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Length", strconv.Itoa(len(page)+bytes))
		io.WriteString(w, page)
	}
}

// Large answers with so many megabytes, packed or not.
func Large(megabytes int, packed bool) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var to io.Writer = w
		w.Header().Set("Content-Type", "text/html")
		if packed {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			defer z.Close()
			to = z
		}
		chunk := []byte(strings.Repeat("<p>The river rose again. </p>", 1<<20/29))
		for range megabytes {
			if _, err := to.Write(chunk); err != nil {
				return
			}
		}
	}
}

// Slow answers with a page one byte a second.
func Slow(page string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for i := range len(page) {
			if _, err := io.WriteString(w, page[i:i+1]); err != nil {
				return
			}
			if http.NewResponseController(w).Flush() != nil {
				return
			}
			select {
			case <-time.After(time.Second):
			case <-r.Context().Done():
				return
			}
		}
	}
}

// An Article is what a page shows.
type Article struct {
	Title      string
	Published  string // as it is stated; "" for not
	Canonical  string
	Head, Body string // HTML beside the rest
	Paragraphs []string
}

// HTML returns the page.
func (a Article) HTML() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=en><head><title>%s</title>%s", html.EscapeString(a.Title), a.Head)
	if a.Published != "" {
		fmt.Fprintf(&b, `<meta property="article:published_time" content="%s">`, a.Published)
	}
	if a.Canonical != "" {
		fmt.Fprintf(&b, `<link rel="canonical" href="%s">`, a.Canonical)
	}
	fmt.Fprintf(&b, "</head><body><article><h1>%s</h1>", html.EscapeString(a.Title))
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	fmt.Fprintf(&b, "</article>%s</body></html>", a.Body)
	return b.String()
}

// An Item is an entry of a feed.
type Item struct{ ID, Link, At string }

// RSS returns a feed.
func RSS(title string, items ...Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>%s</title>`, html.EscapeString(title))
	for _, i := range items {
		fmt.Fprintf(&b, `<item><title>x</title><guid isPermaLink="false">%s</guid><link>%s</link>`, html.EscapeString(i.ID), html.EscapeString(i.Link))
		if i.At != "" {
			fmt.Fprintf(&b, `<pubDate>%s</pubDate>`, i.At)
		}
		b.WriteString("</item>")
	}
	return b.String() + "</channel></rss>"
}
