package revision

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// A comparison is the sentences of a group, read.
type comparison struct {
	before, after *text
	group
	old, new []*reading
	found    []Change
}

// differ returns what differs between sentences that are one.
func differ(before, after *text, g group) []Change {
	c := &comparison{before: before, after: after, group: g}
	for _, i := range g.before {
		c.old = append(c.old, before.read(i))
	}
	for _, j := range g.after {
		c.new = append(c.new, after.read(j))
	}
	c.facts()
	c.denials()
	c.quotations()
	if len(c.found) == 0 {
		first, last := g.before[0], g.after[0]
		c.found = []Change{{Kind: Wording, Before: side(before.Article, before.Sentences[first], article.Span{}), After: side(after.Article, after.Sentences[last], article.Span{})}}
	}
	return c.found
}

// certain is how alike sentences are for what one of them states to stand in for what the other did; sentences
// less alike may tell of two things.
const certain = 0.5

// facts compares what the sentences state: what one side has lost with what the other has gained.
func (c *comparison) facts() {
	lost, gained := factsOf(c.old), factsOf(c.new)
	same := func(f, g fact) bool { return c.before.same(f, c.after, g) }
	stays := slices.DeleteFunc(slices.Clone(gained), func(g fact) bool {
		return !slices.ContainsFunc(lost, func(f fact) bool { return same(f, g) })
	})
	gained = slices.DeleteFunc(gained, func(g fact) bool { return slices.ContainsFunc(stays, func(s fact) bool { return s == g }) })
	lost = slices.DeleteFunc(lost, func(f fact) bool {
		return slices.ContainsFunc(stays, func(g fact) bool { return same(f, g) })
	})
	for _, g := range gained {
		i := c.rivalOf(g, lost)
		switch {
		case i >= 0 && c.harmless(lost[i], g):
			lost = slices.Delete(lost, i, i+1)
		case i >= 0:
			c.add(g.kind, &lost[i], g)
			lost = slices.Delete(lost, i, i+1)
		case !c.before.states(g):
			c.add(g.kind, nil, g)
		}
	}
}

// harmless reports whether a fact is the other one, better or less well written.
func (c *comparison) harmless(f, g fact) bool {
	switch f.kind {
	case Number:
		return rounds(f.number, g.number)
	case Name:
		return mistyped(f.name, g.name) || c.before.states(g) && nearly(f.name, g.name)
	}
	return false
}

// rivalOf returns the place of the fact that stood where this one stands: behind the same word, else the only
// one it can be; -1 for none.
func (c *comparison) rivalOf(g fact, lost []fact) int {
	if c.like < certain {
		return -1
	}
	found := -1
	for i, f := range lost {
		if !c.before.rival(f, c.after, g) {
			continue
		}
		if f.before == g.before {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

func factsOf(all []*reading) []fact {
	var facts []fact
	for _, r := range all {
		facts = append(facts, r.facts...)
	}
	return facts
}

// add notes that a fact has come, in place of another or beside what the sentence said.
func (c *comparison) add(kind Kind, was *fact, is fact) {
	d := Change{Kind: kind, After: side(c.after.Article, c.after.Sentences[is.place], is.words)}
	at, words := c.group.before[0], article.Span{}
	if was != nil {
		at, words = was.place, was.words
	}
	d.Before = side(c.before.Article, c.before.Sentences[at], words)
	c.found = append(c.found, d)
}

// A word is a word of a sentence that may be denied.
type word struct {
	*reading
	i int
}

func (w word) token() grammar.Token { return w.Tokens[w.i] }

func (w word) span() article.Span {
	at := w.at.Span().Start
	return article.Span{Start: at + w.token().Start, End: at + w.token().End}
}

// said returns the words of the sentences that carry meaning, by what they are compared by.
func said(all []*reading) map[string][]word {
	words := map[string][]word{}
	for _, r := range all {
		for i, t := range r.Tokens {
			if t.Key != "" && t.Name == 0 && t.Number == 0 && t.Date == 0 {
				words[t.Key] = append(words[t.Key], word{r, i})
			}
		}
	}
	return words
}

// denials finds what is denied on one side only, and what has become its contrary.
func (c *comparison) denials() {
	old, now := said(c.old), said(c.new)
	for _, r := range c.new {
		for i, t := range r.Tokens {
			if t.Key == "" || len(now[t.Key]) == 0 || now[t.Key][0] != (word{r, i}) {
				continue
			}
			w := now[t.Key][0]
			was, contrary := c.turned(w, old, now)
			if !contrary {
				continue
			}
			d := Change{Kind: Denial, Before: side(c.before.Article, was.at.Span(), was.span()), After: side(c.after.Article, w.at.Span(), w.span())}
			c.found = append(c.found, d)
			return // one denial reaches several words
		}
	}
}

// turned returns the word of the older version whose contrary a word of the newer one says.
func (c *comparison) turned(w word, old, now map[string][]word) (word, bool) {
	key := w.token().Key
	if before := old[key]; len(before) > 0 {
		other := func(v word) bool { return v.token().Negated != w.token().Negated }
		return before[0], all(before, other) && all(now[key], func(v word) bool { return v.token().Negated == w.token().Negated })
	}
	for _, k := range append(english.Opposites(key), excluded[w.token().Norm]...) {
		if before := old[k]; len(before) > 0 && len(now[k]) == 0 && before[0].token().Negated == w.token().Negated {
			return before[0], c.like >= certain
		}
	}
	return word{}, false
}

func all[T any](list []T, is func(T) bool) bool {
	return !slices.ContainsFunc(list, func(x T) bool { return !is(x) })
}

// excluded leads from a word for a state, or for a decision, to the keys of those it excludes.
var excluded = func() map[string][]string {
	of := map[string][]string{}
	for _, section := range []string{"states", "verdicts"} {
		for _, cells := range english.Rows(section) {
			for i, words := range cells {
				for j, others := range cells {
					if i != j {
						exclude(of, words, others)
					}
				}
			}
		}
	}
	return of
}()

func exclude(of map[string][]string, words, others string) {
	for _, w := range english.Norms(words) {
		for _, o := range english.Norms(others) {
			of[w] = append(of[w], english.Key(o, english.Stem(o)))
		}
	}
}
