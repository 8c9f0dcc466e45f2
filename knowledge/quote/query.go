package quote

import (
	"slices"
	"strings"
	"sync/atomic"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/quotation"
)

// A Query says which quotes to look for. The zero Query finds all.
type Query struct {
	Speaker string         // as Record.Speakers takes it; "" is anybody
	About   string         // words and names that the quote or its sentences have; "" is anything
	Kind    quotation.Kind // "" is any
	Article string         // from the article with this ID; "" is all
}

// Find returns the quotes that fit, newest first; what several articles have in the same words once.
func (r *Record) Find(q Query) []Quote {
	named := map[string]bool{}
	if strings.TrimSpace(q.Speaker) != "" {
		for _, s := range r.Speakers(q.Speaker) {
			named[s.Name] = true
		}
		if len(named) == 0 {
			return nil
		}
	}
	var found []Quote
	var keys []string
	topics := topics(r.names, q.About)
	for i, quote := range r.quotes {
		switch {
		case len(named) > 0 && !named[quote.Speaker]:
		case q.Kind != "" && q.Kind != quote.Kind:
		case q.Article != "" && q.Article != quote.Article.ID:
		case len(topics) > 0 && !r.topic(i).has(topics):
		default:
			found, keys = append(found, quote), append(keys, r.keys[i])
		}
	}
	return once(found, keys)
}

// A Record is all that is said in the articles of a library.
type Record struct {
	names    *names.Names
	quotes   []Quote                 // newest first
	keys     []string                // of each quote
	about    []atomic.Pointer[topic] // of each quote, read when first asked for
	speakers []Speaker
	at       map[*article.Article][]int // the quotes of an article
}

// Read reads all articles.
func Read(articles []*article.Article, n *names.Names) *Record {
	r := &Record{names: n, at: map[*article.Article][]int{}}
	for _, a := range articles {
		r.quotes = append(r.quotes, Of(n, a)...)
	}
	slices.SortStableFunc(r.quotes, newestFirst)
	nameSpeakers(n, r.quotes)
	for i := range r.quotes {
		r.keys = append(r.keys, r.quotes[i].key())
	}
	r.speakers = CountSpeakers(once(r.quotes, r.keys))
	r.about = make([]atomic.Pointer[topic], len(r.quotes))
	for i, q := range r.quotes {
		r.at[q.Article] = append(r.at[q.Article], i)
	}
	return r
}

// topic returns what quote i is about.
func (r *Record) topic(i int) topic {
	if t := r.about[i].Load(); t != nil {
		return *t
	}
	t := topicOf(r.names, r.quotes[i])
	r.about[i].Store(&t)
	return t
}

// A topic is what a text is about: the stems of its words and the keys of its names.
type topic map[string]bool

// has reports whether the topic has each of the wanted, in one of its forms.
func (t topic) has(wanted [][]string) bool {
	for _, forms := range wanted {
		if !slices.ContainsFunc(forms, func(f string) bool { return t[f] }) {
			return false
		}
	}
	return true
}

// topicOf returns what a quote's sentences are about, or the question to which they were said, its speaker and the words of saying
// left out: what Russia says is not for that about Russia.
func topicOf(n *names.Names, q Quote) topic {
	t := topic{}
	for _, p := range q.Passages() {
		s, text := p.Span(), p.Words()
		own := func(start, end int) bool {
			for _, o := range []english.Span{q.Cue, q.Written} {
				if s.Start+start < o.End && o.Start < s.Start+end {
					return true
				}
			}
			return false
		}
		for _, w := range text.Tokens {
			if !w.Stop && !own(w.Start, w.End) {
				t[w.Stem] = true
			}
		}
		for _, m := range n.FindIn(text) {
			if !own(m.Start, m.End) {
				t["@"+n.CanonicalKey(m.Name)] = true
			}
		}
		asked := q.Article.WordsIn(p.Asked())
		for _, stem := range asked.ContentStems() {
			t[stem] = true
		}
		for _, m := range n.FindIn(asked) {
			t["@"+n.CanonicalKey(m.Name)] = true
		}
	}
	return t
}

// topics returns what a person wants to read about, each as the forms it may have: a name
// by its key or by the words it is written with, a word by its stem.
func topics(n *names.Names, about string) [][]string {
	var wanted [][]string
	text := english.Read(about)
	found := n.FindIn(text)
	for _, m := range found {
		forms := []string{"@" + n.CanonicalKey(m.Name)}
		if inside := english.ContentStems(about[m.Start:m.End]); len(inside) == 1 {
			forms = append(forms, inside[0])
		}
		wanted = append(wanted, forms)
	}
	for _, w := range text.Tokens {
		named := slices.ContainsFunc(found, func(m names.Mention) bool { return w.Start >= m.Start && w.Start < m.End })
		if !w.Stop && !named {
			wanted = append(wanted, []string{w.Stem})
		}
	}
	return wanted
}
