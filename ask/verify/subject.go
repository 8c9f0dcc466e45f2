package verify

import (
	"fmt"
	"strings"

	"talksbot/knowledge"
)

// findSubjects notes for each token the name its clause speaks of, where that is plain: a
// name at the head of a stretch between punctuation, with nothing but a title before it,
// and what goes on from there. Infinitives and participles have the subject of the clause
// they hang on: "Halden beat Brora to win". A possessor is no subject, and a name by itself
// between commas stands for what is before it: "Palek's predecessor, Vera Dolan, resigned".
func (r *reading) findSubjects() {
	current := 0
	for i := 0; i < len(r.tokens); {
		end := i + 1
		for end < len(r.tokens) && !r.broken(end) && !clauseOpeners[r.tokens[end].Norm] {
			end++
		}
		current = r.subjectOf(i, end, current)
		for k := i; k < end; k++ {
			r.tokens[k].subject = current
		}
		i = end
	}
}

// subjectOf returns the subject of a stretch of tokens, one too high like all indexes in
// tokens; before is that of the stretch before it, and 0 is unknown.
func (r *reading) subjectOf(i, end, before int) int {
	first := r.tokens[i]
	switch {
	case first.Norm == "who" && i > 0:
		return r.tokens[i-1].name
	case first.Norm == "and" && i+1 < end && r.tokens[i+1].name > 0:
		return 0 // the last of a list, or a new clause
	case first.Norm != "a" && r.continues(i):
		return before
	case (first.Norm == "a" || first.Norm == "an") && before > 0 && r.onlyNoun(i, end):
		return before // "Mia Ek, a nurse"
	case first.number > 0 && end == i+1:
		return before // "Mia Ek, 44"
	}
	at := r.headName(i, end)
	if at < 0 {
		return 0
	}
	name := r.tokens[at].name
	last := at
	for last+1 < end && r.tokens[last+1].name == name {
		last++
	}
	switch {
	case strings.HasPrefix(r.text[r.names[name-1].End:], "'s") || strings.HasPrefix(r.text[r.names[name-1].End:], "’s"):
		return 0
	case last+1 < end && (listing[r.tokens[last+1].Norm] || r.tokens[last+1].name > 0):
		return 0
	case last+1 == end && before > 0:
		return 0 // a list, or somebody else named in passing
	}
	return name
}

// headName returns the token where a name begins at the head of a stretch, or -1.
func (r *reading) headName(i, end int) int {
	for k := i; k < end && k <= i+maxTitle; k++ {
		t := r.tokens[k]
		switch {
		case t.name > 0 && t.date == 0:
			return k
		case t.date > 0 || k == i && (clauseOpeners[t.Norm] || conjunctions[t.Norm] || t.Norm == "on" && k+1 < end && r.tokens[k+1].date > 0):
		case t.Stop && !determiners[t.Norm], r.verbal(k):
			return -1
		}
	}
	return -1
}

// maxTitle is how many words a title before a name has at most.
const maxTitle = 5

// continues says whether what begins at token i hangs on the clause before it: a verb, an
// infinitive, a participle.
func (r *reading) continues(i int) bool {
	if i == 0 {
		return false
	}
	if conjunctions[r.tokens[i].Norm] && i+1 < len(r.tokens) {
		i++
	}
	t := r.tokens[i]
	return t.name == 0 && (t.Norm == "to" || auxiliaries[t.Norm] || r.verbal(i) || strings.HasSuffix(t.Norm, "ing") || speaks[t.Stem])
}

// verbal says whether a word is a verb in the past tense by its form, as far as that tells.
func (r *reading) verbal(i int) bool {
	t := r.tokens[i]
	return t.name == 0 && !t.Upper && (strings.HasSuffix(t.Norm, "ed") || isIrregular(t.Norm) && t.Norm == r.lower(i))
}

func (r *reading) lower(i int) string { return strings.ToLower(r.written(i)) }

// onlyNoun says whether tokens i to end are a noun with its adjectives: no verb, no preposition.
func (r *reading) onlyNoun(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if t := r.tokens[k]; auxiliaries[t.Norm] || t.name > 0 {
			return false
		}
	}
	return true
}

// subject reports a claim of which the head verb is said of somebody else in the article.
func (c *comparison) subject() []Reason {
	who, v := 0, -1
	for i, t := range c.claim.tokens {
		if t.key != "" && t.name == 0 && t.date == 0 && t.number == 0 && t.subject > 0 && i > 0 && t.subject != who {
			who, v = t.subject, i
			if text := c.saidOfAnother(who-1, v); text != "" {
				return []Reason{{Joined, text}}
			}
		}
	}
	return nil
}

// saidOfAnother says in words of whom the article says the word at token v of the claim, if
// not of name k.
func (c *comparison) saidOfAnother(k, v int) string {
	l := c.links[v]
	if !l.found() || c.claim.isBe(v) || mutual[c.claim.tokens[v].key] || c.claim.tokenAt(c.claim.names[k].Start) > v {
		return ""
	}
	e, own := c.evidence[l.sentence], c.claim.names[k]
	if e.isBe(l.token) || e.passive(l.token) {
		return ""
	}
	if m := e.possessorBefore(l.token); m >= 0 && own.Kind == knowledge.Person && c.isSame(own, e.names[m]) {
		return fmt.Sprintf("the article says this of %q, not of %q", e.phrase(e.tokenAt(e.names[m].Start), l.token-1), c.claim.text[own.Start:own.End])
	}
	s := e.tokens[l.token].subject
	if s == 0 || e.tokenAt(e.names[s-1].Start) > l.token || e.nearName(l.token) {
		return ""
	}
	theirs := e.names[s-1]
	if c.isSame(own, theirs) || own.Kind != theirs.Kind && own.Kind != knowledge.OtherName && theirs.Kind != knowledge.OtherName || theirs.Of == own.Name || own.Of == theirs.Name {
		return ""
	}
	if c.governs(l, s) {
		return ""
	}
	return fmt.Sprintf("the article says %q of %q, not of %q", e.written(l.token), e.text[theirs.Start:theirs.End], c.claim.text[own.Start:own.End])
}

// governs says whether a verb between the subject and the word hands the word to somebody
// else: "Veltra asked Onix to sell".
func (c *comparison) governs(l link, s int) bool {
	e := c.evidence[l.sentence]
	for i := l.token - 1; i > e.tokenAt(e.names[s-1].Start); i-- {
		if t := e.tokens[i]; intentions[t.key] || handsOn[t.key] || speaks[t.Stem] {
			return true
		}
	}
	return false
}

// nearName says whether a name stands right before token i, auxiliaries and adverbs aside,
// so that it may be the subject whatever stands at the head.
func (r *reading) nearName(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if r.tokens[k].name > 0 {
			return r.tokens[k].name != r.tokens[i].subject
		}
		if !r.ofVerb(k) {
			return false
		}
	}
	return false
}

// possessorBefore returns the name whose thing it is that does what token i says: "Palek's
// predecessor resigned"; -1 when there is none.
func (r *reading) possessorBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-3 && r.tokens[k].clause == r.tokens[i].clause; k-- {
		n := r.tokens[k].name
		if n == 0 {
			if r.tokens[k].Stop && !auxiliaries[r.tokens[k].Norm] {
				return -1
			}
			continue
		}
		after := r.text[r.names[n-1].End:]
		if k < i-1 && (strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s")) && r.tokens[i-1].key != "" {
			return n - 1
		}
		return -1
	}
	return -1
}

var handsOn = keys(`help let enable cause lead send leave see watch hear find show elect appoint choose make`)
