package quote

import (
	"cmp"
	"maps"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/search"
)

// A Match is where the articles hold the words of a text, letter by letter or nearly so.
type Match struct {
	Quote   *Quote          // nil where the words are the article's own, or not those quoted
	Passage article.Passage // the first of the sentences that hold them
	Exact   bool            // the same words in the same order; case, quotation marks and spaces aside
	Edits   []Edit          // from the words of the article to those of the text, in order
	score   float64
}

// Bounds on what is compared, so that a text of any length takes bounded time.
const (
	maxMatchWords  = 500 // of the text
	maxSourceWords = 1000
	maxCompared    = 16 // sentences that share words with the text
	maxMatches     = 3
)

// WhoSaid returns where the articles hold the text's words: quotes before the articles' own
// sentences, exact matches before near ones; none where no article holds them. Of a long
// text the first 500 words are compared.
func (r *Record) WhoSaid(x *search.Index, text string) []Match {
	var found []Match
	for _, needle := range needles(text) {
		for _, c := range r.sourcesOf(x, needle.Tokens) {
			if m, ok := c.match(needle); ok {
				found = append(found, m)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(yesFirst(a.Quote != nil, b.Quote != nil), yesFirst(a.Exact, b.Exact), cmp.Compare(b.score, a.score))
	})
	return distinctMatches(found)
}

func yesFirst(a, b bool) int {
	switch {
	case a && !b:
		return -1
	case b && !a:
		return 1
	}
	return 0
}

// distinctMatches keeps the best matches, one for each quotation or sentence, and drops
// those much worse than the best or below a better kind.
func distinctMatches(found []Match) []Match {
	var kept []Match
	for _, m := range found {
		worse := len(kept) > 0 && ((m.Quote != nil) != (kept[0].Quote != nil) || kept[0].Exact && !m.Exact || m.score < 0.7*kept[0].score)
		same := slices.ContainsFunc(kept, func(k Match) bool { return k.Passage.Article == m.Passage.Article && k.place() == m.place() })
		if !worse && !same && len(kept) < maxMatches {
			kept = append(kept, m)
		}
	}
	return kept
}

func (m Match) place() int {
	if m.Quote != nil {
		return m.Quote.Spans[0].Start
	}
	return m.Passage.Span().Start
}

// A needle is a stretch of a text that somebody may have said.
type needle struct {
	english.Text
	of int // how many words the text has
}

// minNeedle is how many words are enough to tell a quotation by. Fewer, or small ones, are
// enough where they are all there is and an article has the very same: a fragment.
const (
	minNeedle          = 3
	minFragment        = 2
	minFragmentLetters = 8
)

// fragment reports whether the words are long enough to be looked for as they stand, and most of
// what was asked.
func (n needle) fragment() bool {
	letters := 0
	for _, t := range n.Tokens {
		letters += t.End - t.Start
	}
	return len(n.Tokens) >= minFragment && letters >= minFragmentLetters && 2*len(n.Tokens) >= n.of
}

// needles returns what to look for: the stretches in quotation marks, and the whole.
func needles(text string) []needle {
	all := english.Read(text)
	all.Tokens = all.Tokens[:min(len(all.Tokens), maxMatchWords)]
	var list []needle
	for _, s := range append(quotedStretches(text), english.Span{End: len(text)}) {
		n := needle{all.In(s), len(all.Tokens)}
		part := s.Start > 0 || s.End < len(text)
		if (len(n.Tokens) >= minNeedle || n.fragment()) && !(part && len(n.Tokens) == n.of) {
			list = append(list, n)
		}
	}
	return list
}

// maxStretches is how many stretches in quotation marks of one text are looked for.
const maxStretches = 8

// quotedStretches returns what stands between double quotation marks, the first few.
func quotedStretches(text string) []english.Span {
	var list []english.Span
	open := -1
	for i, r := range text {
		switch {
		case open < 0 && (r == '"' || r == '“' || r == '„' || r == '«' || r == '”'):
			open = i
		case open >= 0 && (r == '"' || r == '“' || r == '”' || r == '»'):
			list = append(list, english.Span{Start: open, End: i})
			open = -1
		case r == '\n':
			open = -1
		}
		if len(list) == maxStretches {
			break
		}
	}
	return list
}

// sourcesOf returns what may hold the words: the sentences that share the most telling
// words with them, and the quotes that stand there.
func (r *Record) sourcesOf(x *search.Index, words []english.Token) []source {
	var sources []source
	taken := map[*Quote]bool{}
	for _, p := range x.Sharing(words, maxCompared) {
		for _, i := range r.at[p.Article] {
			q := &r.quotes[i]
			if slices.Contains(q.Sentences, p.Index) && !taken[q] {
				taken[q] = true
				sources = append(sources, quoteSource(q))
			}
		}
		sources = append(sources, sentenceSource(p))
	}
	return sources
}

// A source is a stretch of an article that a text is compared with.
type source struct {
	quote   *Quote
	passage article.Passage
	text    string // of the article
	tokens  []english.Token
	own     []bool // of each token: it is part of what is quoted
}

// quoteSource holds the sentences of a quote, so that the words of saying may be given too.
func quoteSource(q *Quote) source {
	c := source{quote: q, passage: q.Passages()[0], text: q.Article.Text}
	for _, p := range q.Passages() {
		c.read(p.Span())
	}
	return c
}

func sentenceSource(p article.Passage) source {
	c := source{passage: p, text: p.Article.Text}
	c.read(p.Span())
	return c
}

// read adds the tokens of a sentence.
func (c *source) read(s english.Span) {
	for _, t := range c.passage.Article.WordsIn(s).Tokens {
		if len(c.tokens) == maxSourceWords {
			return
		}
		t.Start, t.End = t.Start+s.Start, t.End+s.Start
		own := c.quote == nil
		for i := 0; !own && i < len(c.quote.Spans); i++ {
			own = t.Start >= c.quote.Spans[i].Start && t.End <= c.quote.Spans[i].End
		}
		c.tokens = append(c.tokens, t)
		c.own = append(c.own, own)
	}
}

var plainSaying = english.Class("plain saying")

// saying returns the words around what is quoted: who said it, to whom, when.
func (c source) saying() english.Set {
	words := maps.Clone(plainSaying)
	for i, t := range c.tokens {
		if !c.own[i] {
			words[t.Norm] = struct{}{}
		}
	}
	if c.quote != nil {
		for _, w := range english.Norms(c.quote.Speaker + " " + c.quote.Role) {
			words[w] = struct{}{}
		}
	}
	return words
}

// What a text must share with a source to be taken for it, each word counted by what it
// weighs: of the stretch compared, and of either the text or what is quoted.
const (
	minAlike   = 0.6
	minCovered = 0.6
	minWeight  = 2.5 // words that mean something, small words counted less
	minExact   = 2   // where every word is the same
)

// match compares a needle with the source.
func (c source) match(n needle) (Match, bool) {
	a := align(c.tokens, c.own, n.Tokens)
	a.widen(n, c.saying())
	w := a.weigh()
	exact := w.changed == 0
	enough := w.shared >= minWeight || exact && w.shared >= minExact
	alike := w.shared >= minAlike*(w.shared+w.changed)
	covered := w.shared >= minCovered*min(w.needle, w.quoted)
	whole := exact && w.words == len(n.Tokens) && n.fragment()
	if !whole && (!enough || !alike || !covered || w.words < minNeedle) {
		return Match{}, false
	}
	return Match{Quote: c.quote, Passage: c.passage, Exact: exact, score: w.shared - w.changed, Edits: a.edits(c.text, n.String)}, true
}
