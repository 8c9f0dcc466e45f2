package question

import (
	"strings"

	"talksbot/knowledge/english"
)

// A Clause is who does what in a question, as far as the order of its words tells: in "Who
// did the mayor accuse?" the mayor is the subject and what is asked for the object. Spans
// are offsets into Question.Text, zero where the question does not say. Of a passive the
// one it is done to is the object: "When was the treaty signed?". The zero Clause has no
// verb.
type Clause struct {
	Verb    english.Span
	Subject english.Span
	Object  english.Span
	Aim     english.Span // the verb after "to": "negotiate" of "Did he agree to negotiate?"
	Passive bool         // the one it is done to stands before it
}

// clause reads the question's own clause. It leaves it where it cannot tell a verb from the
// nouns beside it.
func (p *parser) clause(q Question) Clause {
	a := p.auxiliary(q.Kind)
	if a < 0 {
		return p.plain(q)
	}
	if which := q.Kind == What && a == p.focus+1; (q.Kind == Who || which) && !doForms.Has(p.at(a)) {
		if c := p.asksDoer(q, a, which); c != (Clause{}) || !which {
			return c
		}
	}
	passive := beForms.Has(p.at(a))
	start := p.skip(a+1, determiners)
	end := p.nounEnd(q, start)
	if end <= start {
		return p.lastPassive(start, passive && q.Kind != What)
	}
	subject := english.Span{Start: p.tokens[start].Start, End: p.tokens[end-1].End}
	i := p.skip(end, adverbs)
	if i == len(p.tokens) {
		i = max(end, i-1) // "How long did it last?"
	}
	i, passive = p.voiceAt(i, passive)
	if !p.content(i) || passive && !p.participle(i) {
		return Clause{}
	}
	return p.voiced(i, subject, passive)
}

// plain reads a clause without an auxiliary: "Who beat Norway?", "How many ships left?"
func (p *parser) plain(q Question) Clause {
	if q.Kind == Who && p.wh >= 0 && p.content(p.wh+1) && !q.isNamed(p.wh+1) {
		return p.active(p.wh+1, english.Span{})
	}
	i := p.focus + 1
	if q.Kind == HowMany && p.at(i) == "of" {
		i = p.nounEnd(q, p.skip(i+1, determiners))
	}
	switch {
	case p.focus < 0 || !p.content(i) || !p.participle(i):
		return Clause{}
	case q.Kind == HowMany:
		return p.active(i, p.span(p.focus, i))
	}
	return p.active(i, english.Span{})
}

// asksDoer reads a clause whose subject is asked for, by "who" or by a noun, with an auxiliary
// behind it: "Who has beaten Norway?"
func (p *parser) asksDoer(q Question, auxiliary int, which bool) Clause {
	i, passive := p.voiceAt(p.skip(auxiliary+1, adverbs), beForms.Has(p.at(auxiliary)))
	if !p.content(i) || q.isNamed(i) || (passive || which) && !p.participle(i) {
		return Clause{}
	}
	return p.voiced(i, english.Span{}, passive)
}

// voiceAt skips more auxiliaries from token i on, and returns where the verb is and whether it is
// passive.
func (p *parser) voiceAt(i int, passive bool) (int, bool) {
	for beForms.Has(p.at(i)) || p.at(i) == "have" {
		passive = beForms.Has(p.at(i))
		i++
	}
	return i, passive
}

// lastPassive reads a passive by its participle, where nothing else tells where the noun before it
// ends: "When was the convention on human rights written?".
func (p *parser) lastPassive(start int, passive bool) Clause {
	for i := start + 1; passive && i < len(p.tokens); i++ {
		if LikelyVerb(p.tokens[i]) && !p.content(i+1) {
			return p.voiced(i, p.span(start, i), true)
		}
	}
	return Clause{}
}

// auxiliary returns where the auxiliary of the question stands, -1 for none.
func (p *parser) auxiliary(kind Kind) int {
	if kind == YesNo {
		return 0
	}
	if p.wh < 0 {
		return -1
	}
	for i := max(p.wh+1, p.focus+1); i < len(p.tokens); i++ {
		if i == p.wh+1 && kind == HowMany {
			continue // "long" of "how long"
		}
		if questionAuxiliaries.Has(p.tokens[i].Norm) {
			return i
		}
		if p.tokens[i].Stop || kind == Who {
			break
		}
	}
	return -1
}

// nounEnd returns where the noun phrase ends that begins at token i and has a verb after
// it, with one that "of" or "and" joins to it.
func (p *parser) nounEnd(q Question, i int) int {
	end := p.nounEndAlone(q, i)
	of := end
	if of == i {
		for p.content(of) && !q.isNamed(of) {
			of++ // "the session of the council": "of" tells where the noun ends
		}
	}
	if joint := p.at(of); of > i && (joint == "of" || joint == "and" && of == end) {
		start := p.skip(of+1, determiners)
		if next := p.nounEnd(q, start); next > start && !p.content(next+1) {
			return next
		}
	}
	return end
}

// nounEndAlone returns where one noun phrase ends: behind a name; behind the first of two words ("the mayor accuse") or of two before a name; before a form of
// "be". It returns i where that cannot be told.
func (p *parser) nounEndAlone(q Question, i int) int {
	end := i
	for end < len(p.tokens) && !p.tokens[end].Stop {
		if LikelyVerb(p.tokens[end]) && end > i && p.tokens[end-1].Possessive(p.text) == 0 { // "the patient's name" has no verb
			return end
		}
		end++
	}
	for _, m := range q.Names {
		if i < len(p.tokens) && m.Start <= p.tokens[i].Start && p.tokens[i].Start < m.End {
			j := i
			for j < len(p.tokens) && p.tokens[j].Start < m.End {
				j++
			}
			if strings.HasPrefix(p.text[p.tokens[j-1].End:], "'s") || strings.HasPrefix(p.text[p.tokens[j-1].End:], "’s") {
				break
			}
			return j
		}
	}
	switch {
	case end < len(p.tokens) && (beForms.Has(p.at(end)) || adverbs.Has(p.at(end))):
		return end
	case end == i+2 && p.tokens[i].Possessive(p.text) == 0, end > i+2 && q.isNamed(i+2) && !q.isNamed(i+1):
		return i + 1
	}
	return i
}

// voiced returns the clause with its verb at token i and what stands before it.
func (p *parser) voiced(i int, before english.Span, passive bool) Clause {
	if passive && !strings.HasSuffix(p.at(i), "ing") {
		c := Clause{Verb: p.span(i, i+1), Object: before, Passive: true}
		c.Aim = p.aim(i + 1)
		if p.at(i+1) == "by" {
			c.Subject = p.object(i + 2)
		}
		return c
	}
	return p.active(i, before)
}

func (p *parser) active(i int, subject english.Span) Clause {
	c := Clause{Verb: p.span(i, i+1), Subject: subject, Object: p.object(i + 1)}
	if c.Aim = p.aim(i + 1); c.Aim == (english.Span{}) {
		for i < len(p.tokens) && p.tokens[i].Start < c.Object.End {
			i++
		}
		c.Aim = p.aim(i)
	}
	return c
}

// aim returns the verb after "to" at token i.
func (p *parser) aim(i int) english.Span {
	if p.at(i) != "to" || !p.content(i+1) || p.tokens[i+1].Upper {
		return english.Span{}
	}
	return p.span(i+1, i+2)
}

// object returns the words from token i up to the next stop word, what belongs to the verb ("took
// down the sites") and a determiner aside.
func (p *parser) object(i int) english.Span {
	i = p.skip(p.skip(i, verbParticles), determiners)
	end := i
	for end < len(p.tokens) && !p.tokens[end].Stop {
		end++
	}
	return p.span(i, end)
}

func (p *parser) span(i, end int) english.Span {
	if i >= end {
		return english.Span{}
	}
	return english.Span{Start: p.tokens[i].Start, End: p.tokens[end-1].End}
}

func (p *parser) skip(i int, words english.Set) int {
	for words.Has(p.at(i)) {
		i++
	}
	return i
}

// content reports whether token i carries meaning.
func (p *parser) content(i int) bool { return i < len(p.tokens) && !p.tokens[i].Stop }

// participle reports whether token i looks like one: "signed", "leading", "sent".
func (p *parser) participle(i int) bool {
	t := p.tokens[i]
	if LikelyVerb(t) || strings.HasSuffix(t.Norm, "ing") {
		return true
	}
	return t.Stem != t.Norm && !IsNominal(t.Norm) && !strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "y") && !strings.HasSuffix(t.Norm, "e")
}
