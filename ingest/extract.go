package ingest

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"talksbot/ingest/address"
	"talksbot/ingest/feed"
	"talksbot/ingest/gate"
	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
	"talksbot/knowledge/article/format"
)

// endings are what files of the media types that can be read are called.
var endings = map[string]string{
	"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
	"text/markdown": ".md", "text/x-markdown": ".md", "message/rfc822": ".eml",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
	"": "", "application/octet-stream": "", "binary/octet-stream": "", "application/xml": "", "text/xml": "",
}

// extract makes an article of a page, or says why it is none.
func extract(p *pageData) (*kept, error) {
	ending, known := endings[p.Type]
	switch {
	case feed.Is(p.Body):
		return nil, reason.New(reason.IsFeed, nil)
	case !known:
		return nil, reason.New(reason.NotHTML, errors.New(p.Type))
	}
	if looksLikePage(p.Body) && ending != ".pdf" {
		ending = ".html"
	}
	if ending == "" && bytes.IndexByte(p.Body[:min(len(p.Body), 1024)], 0) >= 0 && !bytes.HasPrefix(p.Body, []byte("%PDF-")) && !bytes.HasPrefix(p.Body, []byte("PK\x03\x04")) {
		return nil, reason.New(reason.NotHTML, errors.New("bytes that are no text"))
	}
	return ofPage(p, ending, inUTF8(p))
}

// looksLikePage reports whether bytes begin as a web page does, whatever their server calls them.
func looksLikePage(body []byte) bool {
	begin := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(body[:min(len(body), 512)], []byte("\uFEFF"))))
	return bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html"))
}

// inUTF8 returns a page with the encoding that its server states, where that can be. Where it cannot, the page may say
// itself what it is written in.
func inUTF8(p *pageData) []byte {
	if utf8.Valid(p.Body) || p.Charset == "" || strings.EqualFold(p.Charset, "utf-8") {
		return p.Body
	}
	text, err := format.Decode(p.Body, p.Charset)
	if err != nil {
		return p.Body
	}
	return []byte(text)
}

func ofPage(p *pageData, ending string, body []byte) (*kept, error) {
	documents, err := format.Read("page"+ending, body)
	if err != nil {
		return nil, reason.New(reason.Unreadable, err)
	}
	if len(documents) != 1 {
		return nil, reason.New(reason.NotHTML, errors.New("not one article"))
	}
	d, where := documents[0], ""
	d.Facts, where = addressed(d.Facts, p.Address)
	a, err := article.Of(address.Name(where), d)
	verdict := gate.Text(a)
	if ending == ".html" {
		verdict = gate.Page(string(body), p.Address, a)
	}
	if verdict.Reason != "" {
		return nil, reason.New(verdict.Reason, err)
	}
	record, err := article.Marshal(a)
	if err != nil {
		return nil, reason.New(reason.Unreadable, err)
	}
	return &kept{Record: record, Aliases: aliases(where, p.Address), State: verdict.State}, nil
}

// addressed returns the facts of a page with one address for its article, of those that the page states and where it
// was found.
func addressed(facts []format.Fact, found string) ([]format.Fact, string) {
	var stated []string
	for _, name := range []string{"canonical", "og:url", "url", "mainEntityOfPage"} {
		for _, f := range facts {
			if strings.EqualFold(f.Name, name) {
				stated = append(stated, f.Value)
			}
		}
	}
	where := address.Canonical(found, stated...)
	facts = slices.DeleteFunc(facts, func(f format.Fact) bool { return format.Rank("address", f.Name) >= 0 })
	return append(facts, format.Fact{Name: "url", Value: where, From: format.Fields}), where
}

// aliases returns by what an article is known again that was found at addresses.
func aliases(addresses ...string) (all []string) {
	for _, a := range addresses {
		if key := address.Key(a); key != "" && !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	return all
}
