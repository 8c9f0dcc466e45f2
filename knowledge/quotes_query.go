package knowledge

import (
	"slices"
	"strings"

	"talksbot/knowledge/quotation"
	"talksbot/knowledge/word"
)

// A QuoteQuery says which quotes to look for. The zero QuoteQuery finds all.
type QuoteQuery struct {
	Speaker string         // as Library.Speakers takes it; "" is anybody
	About   string         // words and names that the quote or its sentences have; "" is anything
	Kind    quotation.Kind // "" is any
	Article string         // from the article with this ID; "" is all
}

// Quotes returns the quotes of the library that fit, newest first. The quotes of all
// articles are found the first time they are asked for.
func (l *Library) Quotes(q QuoteQuery) []Quote {
	record := l.quotes()
	named := map[string]bool{}
	if strings.TrimSpace(q.Speaker) != "" {
		for _, s := range l.Speakers(q.Speaker) {
			named[s.Name] = true
		}
		if len(named) == 0 {
			return nil
		}
	}
	var found []Quote
	topics := l.names.topics(q.About)
	for i, quote := range record.quotes {
		switch {
		case len(named) > 0 && !named[quote.Speaker]:
		case q.Kind != "" && q.Kind != quote.Kind:
		case q.Article != "" && q.Article != quote.Article.ID:
		case !record.about[i].has(topics):
		default:
			found = append(found, quote)
		}
	}
	return found
}

// A record is all that is said in a library.
type record struct {
	quotes   []Quote // newest first
	about    []topic // of each quote
	speakers []Speaker
	at       map[*Article][]int // the quotes of an article
}

// findQuotes reads all articles.
func (l *Library) findQuotes() *record {
	r := &record{at: map[*Article][]int{}}
	roll := roll{l.names, map[string]string{}}
	for _, a := range l.articles {
		for _, found := range a.Quotations() {
			r.quotes = append(r.quotes, roll.quote(a, found))
		}
	}
	slices.SortStableFunc(r.quotes, newestFirst)
	l.names.nameSpeakers(r.quotes)
	r.speakers = CountSpeakers(r.quotes)
	r.about = make([]topic, len(r.quotes))
	for i, q := range r.quotes {
		r.about[i] = l.names.topicOf(q)
		r.at[q.Article] = append(r.at[q.Article], i)
	}
	return r
}

// A topic is what a text is about: the stems of its words and the keys of its names.
type topic map[string]bool

// has says whether the topic has each of the wanted, in one of its forms.
func (t topic) has(wanted [][]string) bool {
	for _, forms := range wanted {
		if !slices.ContainsFunc(forms, func(f string) bool { return t[f] }) {
			return false
		}
	}
	return true
}

// topicOf returns what a quote's sentences are about, its speaker and the words of saying
// left out: what Russia says is not for that about Russia.
func (n *Names) topicOf(q Quote) topic {
	t := topic{}
	for _, p := range q.Passages() {
		s, text := p.Span(), p.Text()
		tokens := word.Tokens(text)
		own := func(start, end int) bool {
			for _, o := range []Span{q.Cue, q.Written} {
				if s.Start+start < o.End && o.Start < s.Start+end {
					return true
				}
			}
			return false
		}
		for _, w := range tokens {
			if !w.Stop && !own(w.Start, w.End) {
				t[w.Stem] = true
			}
		}
		for _, m := range n.find(text, tokens) {
			if !own(m.Start, m.End) {
				t["@"+n.key(m.Name)] = true
			}
		}
	}
	return t
}

// topics returns what a person wants to read about, each as the forms it may have: a name
// by its key or by the words it is written with, a word by its stem.
func (n *Names) topics(about string) [][]string {
	var wanted [][]string
	tokens := word.Tokens(about)
	names := n.find(about, tokens)
	for _, m := range names {
		forms := []string{"@" + n.key(m.Name)}
		if inside := word.Stems(about[m.Start:m.End]); len(inside) == 1 {
			forms = append(forms, inside[0])
		}
		wanted = append(wanted, forms)
	}
	for _, w := range tokens {
		named := slices.ContainsFunc(names, func(m Mention) bool { return w.Start >= m.Start && w.Start < m.End })
		if !w.Stop && !named {
			wanted = append(wanted, []string{w.Stem})
		}
	}
	return wanted
}
