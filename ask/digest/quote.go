package digest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
)

// A quotation worth a place of its own has so many words.
const (
	fewestSaid = 8
	mostSaid   = 60
)

// fits reports whether a quotation can stand in a digest: by somebody with a name, in a handful
// of sentences, neither a scrap nor a speech.
func (q Quote) fits() bool {
	first, _ := utf8.DecodeRuneInString(q.Speaker)
	if !unicode.IsUpper(first) || len(q.Sentences) == 0 || len(q.Sentences) > 3 {
		return false
	}
	n := 0
	for _, s := range q.Spans {
		n += len(q.Article.Kept().In(s))
	}
	return n >= fewestSaid && n <= mostSaid
}

// Key stands for the quotation among what a reader was shown.
func (q Quote) Key() string {
	return "quote " + digestOf(q.Article.ID+"\x00"+strings.Join(q.Words(), "\x00"))
}

// kinds are the sorts of quotations, the closest to what was said first.
var kinds = []quotation.Kind{quotation.Direct, quotation.Mixed, quotation.Indirect}

// quote returns the quotation to show: one that was not shown, of a new article first, in the
// speaker's own words first; else the one shown longest ago, unless that was in the digest
// before. Its sentences are not shown already.
func (e *Editor) quote(d Digest, r Request) *Quote {
	var best *Quote
	for i := range e.quotes {
		q := &e.quotes[i]
		if !known(q.Article, d.Day) || e.taken(d, *q) {
			continue
		}
		if best == nil || before(d, r, *q, *best) {
			best = q
		}
	}
	if best != nil && !r.last().IsZero() && r.shown(best.Key(), best.Passages()...) == r.last() {
		return nil
	}
	return best
}

// before reports whether a quotation is to be preferred to another.
func before(d Digest, r Request, p, q Quote) bool {
	if c := r.shown(p.Key(), p.Passages()...).Compare(r.shown(q.Key(), q.Passages()...)); c != 0 {
		return c < 0
	}
	if a, b := slices.Contains(d.Articles, p.Article), slices.Contains(d.Articles, q.Article); a != b {
		return a
	}
	return slices.Index(kinds, p.Kind) < slices.Index(kinds, q.Kind)
}

// taken reports whether the digest shows a sentence of the quotation already.
func (e *Editor) taken(d Digest, q Quote) bool {
	return slices.ContainsFunc(q.Passages(), func(p article.Passage) bool {
		told := func(event Event) bool { return event.Cites()[0] == p }
		return d.shows(p) || slices.ContainsFunc(d.events(), told)
	})
}

// Office returns the speaker's office as it stands behind the name; "" where there is none, or the
// name says it.
func (q Quote) Office() string {
	first, _, _ := strings.Cut(q.Role, " ")
	switch {
	case saying.Has(first), strings.Contains(strings.ToLower(q.Speaker), strings.ToLower(q.Role)):
		return ""
	case !strings.Contains(q.Role, " "):
		return strings.ToLower(q.Role) // a title before a name is written large, an office after it is not
	}
	return q.Role
}

// saying are words of a cue, which are no part of an office.
var saying = english.Inflected("verbs of saying/quotes", english.Past|english.Present)

// marks are what a quotation stands between, and what the sentence around it adds.
const marks = "\"“”„«» \t\n"

// Spoken returns the words of a direct quotation without the marks around them.
func (q Quote) Spoken() string {
	var parts []string
	for _, part := range q.Words() {
		parts = append(parts, strings.TrimRight(strings.Trim(part, marks), ","))
	}
	return strings.Join(parts, " … ")
}
