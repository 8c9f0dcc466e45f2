package verify

import (
	"fmt"
	"strings"
)

// attribution reports that the claim states as a fact what the article only gives as
// somebody's words, gives it to somebody else, or makes somebody's words of what the
// article itself says.
func (c *comparison) attribution() []Reason {
	dropped, invented, linked := 0.0, 0.0, 0.0
	var whose link
	for i, t := range c.claim.tokens {
		l := c.links[i]
		if t.key == "" || !l.found() {
			continue
		}
		e := c.token(l)
		linked += t.weight
		switch {
		case e.report > 0 && t.report == 0:
			dropped += t.weight
			whose = l
		case e.report == 0 && t.report > 0 && !c.claim.impersonal(t.report):
			invented += t.weight
		}
		if e.report > 0 && t.report > 0 && c.otherSpeaker(t.report-1, l) {
			return []Reason{{Attribution, fmt.Sprintf("the article gives these words to %s", c.speaker(l))}}
		}
	}
	switch {
	case dropped > maxUnattributed*linked:
		return []Reason{{Attribution, asWordsOf(c.speaker(whose))}}
	case invented > maxInvented*linked:
		return []Reason{{Attribution, "the article does not give this as anybody's words"}}
	}
	return nil
}

// The shares of a claim that may change between fact and report: a claim names the speaker
// and the occasion outside what is said, so that the two readings never agree to the word.
const (
	maxUnattributed = 0.4
	maxInvented     = 0.6
)

// impersonal says whether a report of the claim names no speaker but the articles themselves.
func (r *reading) impersonal(report int) bool {
	p := r.reports[report-1]
	for k := p.source; k < p.until; k++ {
		if t := r.tokens[k]; t.key != "" && !articleWords[t.key] {
			return false
		}
	}
	return p.until > p.source
}

var articleWords = keys(`article report reports source text news paper story`)

// otherSpeaker says whether report k of the claim names a speaker, and the article names
// another for the words at l.
func (c *comparison) otherSpeaker(k int, l link) bool {
	own := c.claim.speakers(k)
	e := c.evidence[l.sentence]
	theirs := e.speakers(c.token(l).report - 1)
	if len(own) == 0 || len(theirs) == 0 {
		return false
	}
	for _, a := range own {
		for _, b := range theirs {
			if c.isSame(c.claim.names[a], e.names[b]) {
				return false
			}
		}
	}
	return true
}

// speakers returns the names that stand in the source of report k.
func (r *reading) speakers(k int) []int {
	p := r.reports[k]
	var names []int
	for i := p.source; i < p.until; i++ {
		if n := r.tokens[i].name; n > 0 && (len(names) == 0 || names[len(names)-1] != n-1) {
			names = append(names, n-1)
		}
	}
	return names
}

// source returns the words of a reading that say whose a report is, without what goes with
// the verb of speech: "Lavrov" of "Lavrov has also said".
func (r *reading) source(p report) string {
	first, until := p.source, p.until
	for until > first+1 && r.ofVerb(until-1) {
		until--
	}
	for first < until-1 && conjunctions[r.tokens[first].Norm] {
		first++
	}
	return strings.TrimSpace(r.phrase(first, until-1))
}

// ofVerb says whether token i is an auxiliary or adverb and so no part of a name.
func (r *reading) ofVerb(i int) bool {
	t := r.tokens[i]
	return t.name == 0 && (auxiliaries[t.Norm] || beForms[t.Norm] || adverbs[t.Norm] || t.date > 0 || strings.HasSuffix(t.Norm, "ly"))
}

var adverbs = set(`also then later earlier again now once often always never still not already too so however therefore
	meanwhile yesterday today further first`)

// speaker returns who the article says the words at l are of, in its own words.
func (c *comparison) speaker(l link) string {
	e := c.evidence[l.sentence]
	if n := c.token(l).report; n > 0 {
		if p := e.reports[n-1]; p.until > p.source {
			return e.source(p)
		}
	}
	return "somebody it quotes"
}
