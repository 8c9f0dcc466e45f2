package verify

import (
	"fmt"
	"strings"
)

// A mood is what the words before a verb make of it.
type mood int

const (
	factual  mood = iota
	future        // will, would, is to, is due to
	possible      // may, might, could, can, perhaps
	bound         // must, should, has to
	intended      // to V or V-ing after a word of intention: asked to, plans to, accused of
	alleged       // the same after "accused of"
	settled       // the same after "decided to", "agreed to": will do as good as
)

var moodNames = map[mood]string{
	factual: "as a fact", future: "of what will be", possible: "as possible", bound: "as a duty",
	intended: "as wanted, asked or tried", alleged: "as an accusation", settled: "as decided",
}

// markMood finds modal verbs and words of intention, and marks the verb they govern: the
// first token with a key after them in the clause.
func (r *reading) markMood() {
	for i, t := range r.tokens {
		if m := modals[t.Norm]; m != factual && !r.monthMay(i) {
			r.setMood(i+1, m)
		}
		switch {
		case intentions[t.key]:
			r.markGoverned(i, intended)
		case charges[t.key]:
			r.markGoverned(i, alleged)
		case decisions[t.key]:
			r.markGoverned(i, settled)
		}
	}
}

// markGoverned marks the infinitive or gerund that token i governs: "asked NATO to offer",
// "accused of preparing", "considering leaving".
func (r *reading) markGoverned(i int, m mood) {
	for j := i + 1; j < len(r.tokens) && j <= i+governReach && r.tokens[j].clause == r.tokens[i].clause; j++ {
		t := r.tokens[j]
		switch {
		case t.Norm == "to" && j+1 < len(r.tokens) && (determiners[r.tokens[j+1].Norm] || r.tokens[j+1].name > 0):
			if k := r.next(j + 1); k >= 0 && k <= j+3 && strings.HasSuffix(r.tokens[k].Norm, "ing") {
				r.tokens[k].mood = m // "invited to a meeting"
			}
			continue
		case t.Norm == "to":
			r.setMood(j+1, m)
			return
		case gerundLeads[t.Norm] && j+1 < len(r.tokens) && strings.HasSuffix(r.tokens[j+1].Norm, "ing"):
			r.setMood(j+1, m)
			return
		case j == i+1 && strings.HasSuffix(t.Norm, "ing") && t.key != "":
			r.setMood(j, m)
			return
		}
	}
}

// governReach is how many tokens may stand between a word of intention and its infinitive:
// "asked the United States and its NATO allies to offer".
const governReach = 10

func (r *reading) setMood(from int, m mood) {
	if from >= len(r.tokens) {
		return
	}
	if k := r.next(from); k >= 0 && k <= from+3 {
		r.tokens[k].mood = m
	}
}

// monthMay says whether token i is the month of May: part of a date, or capitalised within
// a sentence.
func (r *reading) monthMay(i int) bool {
	t := r.tokens[i]
	return t.Norm == "may" && (t.date > 0 || t.Upper && i > 0)
}

var modals = map[string]mood{
	"will": future, "would": future, "shall": future, "'ll": future,
	"may": possible, "might": possible, "could": possible, "can": possible,
	"possibly": possible, "perhaps": possible, "maybe": possible, "likely": possible, "probably": possible,
	"should": bound, "must": bound, "ought": bound,
}

var (
	intentions = keys(`ask urge want plan intend hope seek try attempt effort threaten promise pledge vow
		propose offer consider demand call request order expect suppose aim prepare ready willing warn invite encourage
		persuade convince refuse decline fail mean desire wish bid ambition proposal threat
		eager keen reluctant allow able entitle force oblige require recommend advise`)
	charges     = keys(`accuse suspect allege`)
	decisions   = keys(`decide agree schedule due set`)
	gerundLeads = set(`of for against about on from at in with`)
)

// modality reports a verb that the article has in another mood than the claim: planned,
// possible or asked for where the claim has it done, or the other way round.
func (c *comparison) modality() []Reason {
	for i, t := range c.claim.tokens {
		j := c.links[i]
		if t.key == "" || !j.found() || t.name > 0 || t.date > 0 {
			continue
		}
		e := c.token(j)
		if w := c.unhedged(i, j); w != "" {
			return []Reason{{Modality, fmt.Sprintf("the article says %q, the claim drops %q", w+" "+c.evidence[j.sentence].written(j.token), w)}}
		}
		if t.mood != e.mood && !c.moodsAgree(i, j) {
			return []Reason{{Modality, fmt.Sprintf("the article puts %q %s, the claim %s", c.claim.written(i), moodNames[e.mood], moodNames[t.mood])}}
		}
	}
	if w := c.supposed(); w != "" {
		return []Reason{{Modality, fmt.Sprintf("the article says %q only as a condition", w)}}
	}
	return c.unconditional()
}

// supposed returns the condition of which the claim makes a fact: "a court bans it" of
// "unless a court bans it".
func (c *comparison) supposed() string {
	linked, within := 0.0, 0.0
	var where link
	for i, t := range c.claim.tokens {
		l := c.links[i]
		if t.key == "" || !l.found() || t.mood == possible {
			continue
		}
		linked += t.weight
		if c.token(l).supposed && !t.supposed {
			within += t.weight
			where = l
		}
	}
	if within <= maxSupposed*linked || within == 0 {
		return ""
	}
	e := c.evidence[where.sentence]
	first, last := where.token, where.token
	for first > 0 && e.tokens[first-1].supposed && e.tokens[first-1].clause == e.tokens[first].clause {
		first--
	}
	for last+1 < len(e.tokens) && e.tokens[last+1].supposed && e.tokens[last+1].clause == e.tokens[last].clause {
		last++
	}
	return e.phrase(first, min(last, first+8))
}

// maxSupposed is the share of a claim that may stand in a condition.
const maxSupposed = 0.5

// markSupposed notes the tokens of conditions: what stands after "if", "unless", "until" and
// "in case" to the end of the clause. A day after "until" is a time and no condition.
func (r *reading) markSupposed() {
	for i, t := range r.tokens {
		if !r.supposes(i) {
			continue
		}
		for k := i; k < len(r.tokens) && r.tokens[k].clause == t.clause; k++ {
			r.tokens[k].supposed = r.tokens[k].date == 0
		}
	}
}

func (r *reading) supposes(i int) bool {
	t := r.tokens[i]
	switch {
	case i > 0 && notConditions[r.tokens[i-1].Norm]:
		return false
	case conditions[t.Norm]:
		return true
	case t.Norm == "until" || t.Norm == "till":
		return i+1 < len(r.tokens) && r.tokens[i+1].date == 0 && !r.past(i+2)
	}
	return t.Norm == "case" && i > 0 && r.tokens[i-1].Norm == "in" && i+1 < len(r.tokens) && r.tokens[i+1].Norm != "of"
}

// unconditional reports that the claim states without its condition what the article says
// only holds "unless" or "if" something is so.
func (c *comparison) unconditional() []Reason {
	for _, t := range c.claim.tokens {
		if conditions[t.Norm] {
			return nil
		}
	}
	for s, e := range c.evidence {
		for k, t := range e.tokens {
			if !conditions[t.Norm] || k > 0 && notConditions[e.tokens[k-1].Norm] {
				continue
			}
			main := t.clause - 1
			if k == 0 {
				main = t.clause + 1
			}
			if c.holdsOf(s, main) > 0.4 && c.holdsOf(s, t.clause) == 0 {
				return []Reason{{Modality, fmt.Sprintf("the article says this only with the condition %q", e.phrase(k, min(k+6, len(e.tokens)-1)))}}
			}
		}
	}
	return nil
}

// holdsOf returns the share of a clause of the evidence that the claim holds.
func (c *comparison) holdsOf(sentence, clause int) float64 {
	all, held := 0.0, 0.0
	for k, t := range c.evidence[sentence].tokens {
		if t.clause != clause || t.key == "" {
			continue
		}
		all += t.weight
		if c.linkedTo[place{sentence, k}] {
			held += t.weight
		}
	}
	return held / max(all, 1)
}

var (
	conditions    = set(`if unless provided lest`)
	notConditions = set(`as even what only`)
)

// unhedged returns a word before the article's token that takes back part of what it says,
// "possible", "former", "alleged", if the claim leaves it out.
func (c *comparison) unhedged(i int, j link) string {
	e := c.evidence[j.sentence]
	for k := j.token - 1; k >= 0 && k >= j.token-2 && e.tokens[k].clause == e.tokens[j.token].clause; k-- {
		if takesBack[e.tokens[k].Stem] && !c.linkedTo[place{j.sentence, k}] && !c.claim.takesBackBefore(i) {
			return e.written(k)
		}
	}
	return ""
}

func (r *reading) takesBackBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if takesBack[r.tokens[k].Stem] || r.tokens[k].mood == possible || modals[r.tokens[k].Norm] == possible {
			return true
		}
	}
	return false
}

var takesBack = stemSet(`possible potential alleged suspected attempted planned proposed would-be former formerly fake
	so-called purported apparent failed aborted mock unofficial unconfirmed disputed hypothetical self-proclaimed self-styled
	ex likely supposed`)

// moodsAgree says whether two different moods come to the same: what is decided will be,
// and the present tense may stand for the future.
func (c *comparison) moodsAgree(i int, j link) bool {
	claim, evidence := c.claim.tokens[i], c.token(j)
	switch {
	case c.evidence[j.sentence].isNamed(j.token):
		return !c.claim.past(i) // "invited to a meeting" is not "met"
	case claim.mood == factual && c.claim.infinitive(i):
		return true // its governor is another word, which has to be explained itself
	case evidence.mood == factual && c.evidence[j.sentence].infinitive(j.token):
		return claim.mood != possible
	case claim.mood == factual && evidence.mood == future:
		return !c.claim.past(i)
	case claim.mood == future && evidence.mood == factual:
		return !c.evidence[j.sentence].past(j.token)
	case claim.mood == factual && evidence.mood == intended && claim.negated && evidence.negated:
		return true // what it refused to do it did not do
	case claim.mood == future && evidence.mood == settled, claim.mood == settled && evidence.mood == future:
		return true
	case claim.mood == alleged && evidence.mood == factual && claim.report > 0 && evidence.report > 0:
		return true // "accuse Moscow of amassing": the claim has it no surer than the article
	case claim.mood == intended && evidence.mood == settled, claim.mood == settled && evidence.mood == intended:
		return true // the governors themselves are compared as words
	}
	return false
}

// isNamed says whether the token is a noun by the article before it.
func (r *reading) isNamed(i int) bool { return i > 0 && determiners[r.tokens[i-1].Norm] }

// infinitive says whether "to" stands before the verb, an adverb between them at most.
func (r *reading) infinitive(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if r.tokens[k].Norm == "to" {
			return true
		}
	}
	return false
}

// past says whether a verb is in the past tense or in a perfect form, by its ending or the
// auxiliary before it.
func (r *reading) past(i int) bool {
	if i >= len(r.tokens) {
		return false
	}
	t := r.tokens[i]
	if strings.HasSuffix(t.Norm, "ed") || isIrregular(t.Norm) {
		return true
	}
	return i > 0 && pastAuxiliaries[r.tokens[i-1].Norm]
}

var pastAuxiliaries = set(`was were had has have did been`)
