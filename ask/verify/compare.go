package verify

import (
	"iter"
	"slices"
	"strings"

	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A comparison is a claim laid against its evidence.
type comparison struct {
	account
	searched bool // the evidence was looked for in the articles, not cited

	byNorm, byKey, byRoot map[string][]place // where the evidence has a word, by its norm, key and root

	// What has been worked out once.
	known   map[int]bool   // by the claim's names
	dated   map[int][]link // by the claim's dates
	claimAt map[timex.Moment][]timex.Expression
}

// A place is a token of the evidence.
type place struct{ sentence, token int }

// A link says where a token of the claim stands in the evidence, and how well the words
// agree: 1 for the same word, name or day. The zero link is none.
type link struct {
	place
	fit float64
}

func (l link) found() bool { return l.fit > 0 }

// compare traces a claim through its evidence, which was searched for or cited.
func compare(claim *grammar.Sentence, evidence []*grammar.Sentence, names *names.Names, searched bool) *comparison {
	c := &comparison{searched: searched, byNorm: map[string][]place{}, byKey: map[string][]place{}, byRoot: map[string][]place{},
		account: account{claim: claim, evidence: evidence, names: names, links: make([]link, len(claim.Tokens)), linkedTo: map[place]bool{}, same: map[[2]string]bool{}},
		known:   map[int]bool{}, dated: map[int][]link{}, claimAt: map[timex.Moment][]timex.Expression{}}
	for s, e := range evidence {
		for i, t := range e.Tokens {
			c.byNorm[t.Norm] = append(c.byNorm[t.Norm], place{s, i})
			if t.Key != "" {
				c.byKey[t.Key] = append(c.byKey[t.Key], place{s, i})
			}
			if t.Root != "" {
				c.byRoot[t.Root] = append(c.byRoot[t.Root], place{s, i})
			}
		}
	}
	c.trace()
	c.findTies()
	return c
}

// sources is what a reader knows the evidence as.
func (c *comparison) sources() string {
	if c.searched {
		return theArticles
	}
	return theSentences
}

func (c *comparison) token(l link) *grammar.Token { return &c.evidence[l.sentence].Tokens[l.token] }

// A pair is a word of the claim and the word of the evidence that it was traced to.
type pair struct {
	i          int // the token of the claim
	own, there *grammar.Token
	in         *grammar.Sentence // of the evidence
	link
}

// pairs yields the words of the claim that carry meaning and are found, in order.
func (c *comparison) pairs() iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for i, l := range c.links {
			t := &c.claim.Tokens[i]
			if t.Key != "" && l.found() && !yield(pair{i, t, c.token(l), c.evidence[l.sentence], l}) {
				return
			}
		}
	}
}

// numberAt returns the number that the one at token i of the claim was traced to, and its sentence.
func (c *comparison) numberAt(i int) (*grammar.Sentence, grammar.Number, bool) {
	l := c.links[i]
	if !l.found() || c.token(l).Number == 0 {
		return nil, grammar.Number{}, false
	}
	e := c.evidence[l.sentence]
	return e, e.Numbers[c.token(l).Number-1], true
}

// verbatim reports whether the claim is one of the sentences, letter by letter but for white
// space and the form of quotation marks.
func (c *comparison) verbatim() bool {
	own := plain(c.claim.String)
	return own != "" && slices.ContainsFunc(c.evidence, func(e *grammar.Sentence) bool { return plain(e.String) == own })
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'")

func plain(text string) string { return straight.Replace(strings.Join(strings.Fields(text), " ")) }
