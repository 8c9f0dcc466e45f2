package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// The shares of a claim that may change between fact and report: a claim names the speaker
// and the occasion outside what is said, so that the two never agree to the word.
const (
	maxUnattributed = 0.4
	maxInvented     = 0.6
)

// judgeAttribution reports that the claim states as a fact what the article only gives as
// somebody's words, gives it to somebody else, or makes somebody's words of what the
// article itself says.
func judgeAttribution(c *comparison) []Reason {
	dropped, invented, linked := 0.0, 0.0, 0.0
	var whose link
	for p := range c.pairs() {
		linked += p.own.Weight
		switch {
		case p.there.Report > 0 && p.own.Report == 0:
			dropped += p.own.Weight
			whose = p.link
		case p.there.Report == 0 && p.own.Report > 0 && !impersonal(c.claim, p.own.Report-1):
			invented += p.own.Weight
		case p.there.Report > 0 && p.own.Report > 0 && speaksElse(c, p.own.Report-1, p.link):
			return because(Attribution, otherSpeaker, speaker(c, p.link))
		}
	}
	switch {
	case dropped > 0 && takenForGranted(c):
	case dropped > maxUnattributed*linked:
		return []Reason{asWordsOf(speaker(c, whose))}
	case invented > maxInvented*linked:
		return because(Attribution, nobodysWords)
	}
	return nil
}

// takenForGranted reports whether the claim holds no more than who somebody is, and a sentence
// names them so in passing: whoever is quoted has not said that.
func takenForGranted(c *comparison) bool {
	named, is := len(c.claim.Names) > 0, slices.ContainsFunc(c.claim.Tokens, func(t grammar.Token) bool { return grammar.BeForms.Has(t.Norm) })
	if !named || !is {
		return false
	}
	sentence, first, last := -1, 0, 0
	for p := range c.pairs() {
		if sentence < 0 {
			sentence, first, last = p.sentence, p.token, p.token
		}
		if p.sentence != sentence || p.own.Speech == grammar.Verb {
			return false
		}
		first, last = min(first, p.token), max(last, p.token)
	}
	return sentence >= 0 && !slices.ContainsFunc(c.evidence[sentence].Tokens[first:last+1], func(t grammar.Token) bool {
		return t.Speech != grammar.Noun && t.Speech != grammar.Determiner && t.Norm != "of"
	})
}

// asWordsOf is the reason of a claim that drops whose words it is made of.
func asWordsOf(whose string) Reason {
	if first, _, _ := strings.Cut(whose, " "); english.IsStop(strings.ToLower(first)) {
		whose = strings.ToLower(first) + whose[len(first):]
	}
	if whose == "reports" {
		return Reason{Rule: Attribution, Case: onlyReports}
	}
	return Reason{Attribution, onlyWordsOf, []string{whose}}
}

// impersonal reports whether report k of the claim names no speaker but the articles themselves.
func impersonal(s *grammar.Sentence, k int) bool {
	p := s.Reports[k]
	for _, t := range s.Tokens[p.Source:max(p.Source, p.Until)] {
		if t.Key != "" && !articleWords.Has(t.Key) {
			return false
		}
	}
	return p.Until > p.Source
}

var articleWords = english.Keys("words for the article")

// speaksElse reports whether report k of the claim names a speaker, and the article names
// another for the words at l.
func speaksElse(c *comparison, k int, l link) bool {
	e := c.evidence[l.sentence]
	if c.sameSpeaker(c.claim.Reports[k], e.Reports[c.token(l).Report-1], l.sentence) {
		return false
	}
	own, theirs := speakers(c.claim, k), speakers(e, c.token(l).Report-1)
	for _, a := range own {
		for _, b := range theirs {
			if c.isSame(c.claim.Names[a], e.Names[b]) {
				return false
			}
		}
	}
	return len(own) > 0 && len(theirs) > 0
}

// sameSpeaker reports whether a word of the claim for who speaks stands for one of the evidence's.
func (c *comparison) sameSpeaker(own, theirs grammar.Report, sentence int) bool {
	for i := own.Source; i < own.Until; i++ {
		if c.claim.Tokens[i].Key == "" {
			continue
		}
		for e := range c.depsOf(i, maxNested) {
			for k := theirs.Source; k < theirs.Until; k++ {
				if c.claim.Tokens[i].Name > 0 && c.entities.find(place{sentence, k}) == e {
					return true
				}
			}
		}
	}
	return false
}

// speakers returns the names that stand in the source of report k.
func speakers(s *grammar.Sentence, k int) (names []int) {
	p := s.Reports[k]
	for i := p.Source; i < p.Until; i++ {
		if n := s.Tokens[i].Name; n > 0 && (len(names) == 0 || names[len(names)-1] != n-1) {
			names = append(names, n-1)
		}
	}
	return names
}

// speaker returns who the article says the words at l are of, in its own words and without
// what goes with the verb of speech: "Lavrov" of "Lavrov has also said".
func speaker(c *comparison, l link) string {
	e, n := c.evidence[l.sentence], c.token(l).Report
	if n == 0 || e.Reports[n-1].Until <= e.Reports[n-1].Source {
		return somebody
	}
	first, until := e.Reports[n-1].Source, e.Reports[n-1].Until
	if e.Tokens[first].Speech == grammar.Prepositional {
		return somebody // "in addition" speaks of nobody
	}
	for until > first+1 && grammar.OfVerb(e, until-1) {
		until--
	}
	for first < until-1 && grammar.Conjunctions.Has(e.Norm(first)) {
		first++
	}
	return strings.TrimSpace(e.Phrase(first, until-1))
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
			if l := c.links[i]; l.found() && c.token(l).Report > 0 && speaksElse(c, k, l) {
				p := e.Reports[c.token(l).Report-1]
				all = append(all, put(c, start, end, e.Phrase(p.Source, p.Until-1), Attribution, wordsOf))
				break
			}
		}
	}
	return all
}
