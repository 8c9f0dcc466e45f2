package verify

import (
	"strings"

	"talksbot/ask/verify/grammar"
)

var attributionRule = rule{
	Description: Description{Attribution, "whose words", "what the article only gives as somebody's words the claim does too, and as the same person's"},
	judge:       judgeAttribution,
	mend:        mendSpeaker,
}

// judgeAttribution reports that the claim states as a fact what the article only gives as
// somebody's words, gives it to somebody else, or makes somebody's words of what the
// article itself says.
func judgeAttribution(c *comparison) []Reason {
	dropped, invented, linked := 0.0, 0.0, 0.0
	var whose link
	for i, t := range c.claim.Tokens {
		l := c.links[i]
		if t.Key == "" || !l.found() {
			continue
		}
		e := c.token(l)
		linked += t.Weight
		switch {
		case e.Report > 0 && t.Report == 0:
			dropped += t.Weight
			whose = l
		case e.Report == 0 && t.Report > 0 && !impersonal(c.claim, t.Report):
			invented += t.Weight
		}
		if e.Report > 0 && t.Report > 0 && speaksElse(c, t.Report-1, l) {
			return because(Attribution, otherSpeaker, speaker(c, l))
		}
	}
	switch {
	case dropped > maxUnattributed*linked:
		return []Reason{asWordsOf(speaker(c, whose))}
	case invented > maxInvented*linked:
		return because(Attribution, nobodysWords)
	}
	return nil
}

// The shares of a claim that may change between fact and report: a claim names the speaker
// and the occasion outside what is said, so that the two readings never agree to the word.
const (
	maxUnattributed = 0.4
	maxInvented     = 0.6
)

// impersonal reports whether a report of the claim names no speaker but the articles themselves.
func impersonal(r *grammar.Sentence, report int) bool {
	p := r.Reports[report-1]
	for k := p.Source; k < p.Until; k++ {
		if t := r.Tokens[k]; t.Key != "" && !articleWords.Has(t.Key) {
			return false
		}
	}
	return p.Until > p.Source
}

var articleWords = grammar.Keys("words for the article")

// speaksElse reports whether report k of the claim names a speaker, and the article names
// another for the words at l.
func speaksElse(c *comparison, k int, l link) bool {
	own := speakers(c.claim, k)
	e := c.evidence[l.sentence]
	theirs := speakers(e, c.token(l).Report-1)
	if len(own) == 0 || len(theirs) == 0 {
		return false
	}
	for _, a := range own {
		for _, b := range theirs {
			if c.isSame(c.claim.Names[a], e.Names[b]) {
				return false
			}
		}
	}
	return true
}

// speakers returns the names that stand in the source of report k.
func speakers(r *grammar.Sentence, k int) []int {
	p := r.Reports[k]
	var names []int
	for i := p.Source; i < p.Until; i++ {
		if n := r.Tokens[i].Name; n > 0 && (len(names) == 0 || names[len(names)-1] != n-1) {
			names = append(names, n-1)
		}
	}
	return names
}

// sourceOf returns the words of a sentence that say whose a report is, without what goes with
// the verb of speech: "Lavrov" of "Lavrov has also said".
func sourceOf(r *grammar.Sentence, p grammar.Report) string {
	first, until := p.Source, p.Until
	for until > first+1 && grammar.OfVerb(r, until-1) {
		until--
	}
	for first < until-1 && grammar.Conjunctions.Has(r.Tokens[first].Norm) {
		first++
	}
	return strings.TrimSpace(r.Phrase(first, until-1))
}

// speaker returns who the article says the words at l are of, in its own words.
func speaker(c *comparison, l link) string {
	e := c.evidence[l.sentence]
	if n := c.token(l).Report; n > 0 {
		if p := e.Reports[n-1]; p.Until > p.Source {
			return sourceOf(e, p)
		}
	}
	return somebody
}

// mendSpeaker puts whom the sentence gives the words to for whom the claim does.
func mendSpeaker(c *comparison) (all []repair) {
	e := c.evidence[0]
	for k, own := range c.claim.Reports {
		if own.Until <= own.Source || len(speakers(c.claim, k)) == 0 {
			continue
		}
		start, end := c.claim.Tokens[own.Source].Start, c.claim.Tokens[own.Until-1].End
		for i := own.First; i <= own.Last; i++ {
			l := c.links[i]
			if !l.found() || c.token(l).Report == 0 || !speaksElse(c, k, l) {
				continue
			}
			p := e.Reports[c.token(l).Report-1]
			said := e.Phrase(p.Source, p.Until-1)
			all = append(all, put(c, start, end, said, Attribution, wordsOf, said, c.claim.Text[start:end]))
			break
		}
	}
	return all
}
