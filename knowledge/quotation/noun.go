package quotation

// noun reads the nouns of saying that have an owner: "Trump's claim that …",
// "his pledge to …", "in Lavrov's view, …".
func noun(s sentence, from, i int) (attribution, int, bool) {
	low := s.low(i)
	if i+2 < s.last && cries[low] && s.low(i+1) == "of" && s.is(i+2, quoted) {
		return cry(s, from, i)
	}
	if i == s.first || i+1 >= s.last || !nouns[low] && !views[low] {
		return attribution{}, 0, false
	}
	owner, ok := ownerOf(s, i)
	if !ok && nouns[low] {
		if a, next, ok := claimFrom(s, i); ok {
			return a, next, ok
		}
		return voicedNoun(s, from, i)
	}
	if !ok || owner.first < from {
		return attribution{}, 0, false
	}
	if link := matters[low]; link != "" && s.low(i+1) == link {
		c := phrase{i + 2, phraseAfter(s, i+2)}
		return attribution{content: []phrase{c}, cue: phrase{i, i + 2}, speaker: owner}, c.last, c.ok()
	}
	if next := &s.toks[i+1]; nouns[low] && (next.has(that) || next.has(to) && intents[low] && i+2 < s.last && !s.is(i+2, det|possessive|upper|object)) {
		return claim(s, owner, i)
	}
	if views[low] && s.is(i+1, comma|stop) {
		return inView(s, owner, from, i)
	}
	return attribution{}, 0, false
}

// cries are nouns whose words follow "of": "chants of “shame”".
var cries = set("chant chants cry cries shout shouts scream screams call calls yells slogans choruses")

// cry reads the words behind the noun at i; who cries is its owner or the clause's subject.
func cry(s sentence, from, i int) (attribution, int, bool) {
	owner, ok := ownerOf(s, i)
	for k := max(from, i-reach); !ok && k < i; k++ {
		t := &s.toks[k]
		if t.has(be) {
			break // was greeted with chants of: not by its subject
		}
		if t.has(finite) || t.has(cue) && t.form&(past|present) != 0 {
			owner = subjectBefore(s, k)
			break
		}
	}
	if owner.first < from {
		owner = phrase{}
	}
	c := quotedRun(s, i+2)
	return attribution{content: []phrase{c}, cue: phrase{i, i + 2}, speaker: owner, direct: true}, c.last, true
}

// claimFrom reads "warnings from his lawyer that …", "a claim by the army that …".
func claimFrom(s sentence, i int) (attribution, int, bool) {
	if low := s.low(i + 1); low != "from" && low != "by" {
		return attribution{}, 0, false
	}
	owner := phrase{i + 2, phraseAfter(s, i+2)}
	if !owner.ok() || owner.last+1 >= s.last || !s.is(owner.last, that) {
		return attribution{}, 0, false
	}
	c := s.trim(phrase{owner.last, s.clauseEnd(owner.last, contentEnd(s, owner.last))})
	return attribution{content: []phrase{c}, cue: phrase{i, i + 1}, speaker: owner}, c.last, c.last-c.first > 2
}

// matters gives nouns of saying and the preposition that ties to them what was
// asked for or spoken of: "his call for talks", "their warnings of war".
var matters = map[string]string{"call": "for", "calls": "for", "demand": "for", "demands": "for", "request": "for", "plea": "for", "appeal": "for",
	"warning": "of", "warnings": "of", "threat": "of", "threats": "of", "promise": "of", "promises": "of", "claims": "of", "claim": "of",
	"accusation": "of", "accusations": "of", "allegations": "of", "criticism": "of", "announcement": "of", "description": "of"}

// voiced reads "She voiced the hope that …", "they made the case that …": the
// noun has no owner, but the verb before it has a subject.
func voicedNoun(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	if i+2 >= s.last || !s.is(i+1, that) {
		return none, 0, false
	}
	k := i - 1
	for k > from && i-k < 4 && (s.is(k, det) || s.toks[k].is == 0 && !voicing[s.low(k)]) {
		k--
	}
	if !voicing[s.low(k)] || k <= s.first {
		return none, 0, false
	}
	start := k
	for start > from && s.is(start-1, auxiliary|adverb) {
		if s.is(start-1, modal|negative) {
			return none, 0, false
		}
		start--
	}
	np := subjectBefore(s, start)
	c := s.trim(phrase{i + 1, contentEnd(s, i+1)})
	if !np.ok() || np.first < from || c.last-c.first < 3 || governed(s, np.first) || hypothetical(s, np.first, false) {
		return none, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{start, i + 1}, speaker: np}, c.last, true
}

// voicing verbs put a noun of saying forward.
var voicing = set("expressed expresses voiced voices made makes issued issues raised raises repeated repeats gave gives offered offers drew " +
	"sent sends delivered delivers reiterated reiterates rejected rejects dismissed dismisses denied denies disputed disputes backed " +
	"underlined conveyed shared shares echoed echoes announced announces advanced advances put dropped")

// claim reads the clause behind the noun at i.
func claim(s sentence, owner phrase, i int) (attribution, int, bool) {
	end := s.clauseEnd(i+1, contentEnd(s, i+1))
	if clauseStart(s, owner.first) {
		end = s.secondVerb(i+1, end)
	}
	c := s.trim(phrase{i + 1, end})
	if c.last-c.first < 3 {
		return attribution{}, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{i, i + 1}, speaker: owner, stance: leanings[s.low(i)]}, c.last, true
}

// leanings are the nouns that tell an attitude rather than words said.
var leanings = set("plan plans decision intention desire determination willingness belief hope hopes fear fears worries doubt doubts confidence view opinion")

// secondVerb returns where the verb of the outer clause stands when the clause
// from start on is part of its subject: "his claim that he won | is false".
func (d *doc) secondVerb(start, end int) int {
	verbs := 0
	for k := start; k < end; k++ {
		t := &d.toks[k]
		if !t.has(auxiliary) || t.has(date|upper) || d.is(k-1, auxiliary|conj|adverb|to) {
			continue
		}
		if verbs++; verbs == 2 && !d.is(k-1, subject|that|wh) {
			return k
		}
	}
	return end
}

// intents are the nouns that take an infinitive of what was said.
var intents = set("plan plans proposal proposals decision intention desire determination willingness pledge promise vow threat threats offer call calls demand demands promises pledges commitment refusal")

// owner returns whose the noun at i is: the name before 's, or the possessive pronoun.
// What looks like a noun is a verb behind a body or an office: "the teachers' union demands".
func ownerOf(s sentence, i int) (phrase, bool) {
	if t := &s.toks[i]; i-1 > s.first && t.has(cue) && t.form&present != 0 && (bodyWords[s.low(i-1)] || s.isTitle(i-1)) {
		return phrase{}, false
	}
	for k := i - 1; k >= s.first && k >= i-4; k-- {
		t := &s.toks[k]
		if t.low == "'s" {
			np := phraseBefore(s, k)
			return np, np.ok()
		}
		if t.has(possessive) {
			return phrase{k, k + 1}, t.low != "my" && t.low != "our" && t.low != "your" && t.low != "whose"
		}
		if t.has(det | prep | comma | conj | auxiliary | finite | quoted | stop | that | subject) {
			break
		}
	}
	return phrase{}, false
}

// views are the nouns of "in X's view, …", "by his own account, …".
var views = set("view opinion words account estimate admission telling estimation reckoning assessment")

// inView reads "in X's view, …" and "…, in X's view".
func inView(s sentence, owner phrase, from, i int) (attribution, int, bool) {
	none := attribution{}
	in := owner.first - 1
	if in < from {
		return none, 0, false
	}
	if p := s.low(in); p != "in" && p != "by" {
		return none, 0, false
	}
	a := attribution{cue: phrase{i, i + 1}, speaker: owner}
	next := i + 1
	if before := s.trim(phrase{from, in}); before.ok() && s.speech(before) && s.is(in-1, comma|quoted) {
		a.content = []phrase{before}
	} else if in == s.first && s.is(i+1, comma) {
		c := s.trim(phrase{i + 2, contentEnd(s, i+2)})
		if !c.ok() {
			return none, 0, false
		}
		a.content, next = []phrase{c}, c.last
	} else {
		return none, 0, false
	}
	a.direct = s.allQuoted(a.content[0])
	return a, next, true
}
