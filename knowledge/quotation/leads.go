package quotation

// leads reads a cue that comes before what was said: X said that …; X told Y, “…”;
// X accused Y of …; and the participles that go on a clause: …, adding that ….
func (d *doc) leads(s sentence, p predicate, prev phrase, before []attribution) (attribution, int, bool) {
	none := attribution{}
	if p.unreal || p.negated || p.passive {
		return none, 0, false
	}
	var speaker phrase
	if p.start == s.first {
		return d.opens(s, p, prev)
	}
	if p.participial {
		speaker = d.sharedSubject(s, p, before)
	} else {
		speaker = d.subjectBefore(s, p.start)
		if speaker.ok() && d.toks[speaker.first].has(that|wh) && !d.toks[speaker.first].has(subject) {
			return none, 0, false
		}
		if !speaker.ok() {
			speaker = d.sharedSubject(s, p, before)
		}
		if speaker.ok() && d.governed(s, speaker.first) {
			speaker = d.headSubject(s, speaker)
		}
		if speaker.ok() && d.hypothetical(s, speaker.first) {
			return none, 0, false
		}
	}
	if !speaker.ok() || !d.agrees(p, speaker) || d.generic(s, speaker) {
		return none, 0, false
	}
	start := d.complement(s, p)
	if start <= 0 || start >= s.last {
		return none, 0, false
	}
	end := d.contentEnd(s, start)
	if d.toks[speaker.last-1].has(wh) || p.aside {
		end = d.clauseEnd(start, end)
	}
	c := d.trim(phrase{start, end})
	if d.toks[start].has(quoted) && start > p.end && d.toks[start-1].has(comma|colon) {
		c = d.quotedRun(s, start)
	}
	if !c.ok() {
		return none, 0, false
	}
	a := attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: d.allQuoted(c)}
	if c.first == start && d.toks[start-1].has(prep) && d.toks[p.verb].verb.after[d.toks[start-1].low] {
		a.cue.last = start // warned against, called on
	}
	return a, c.last, true
}

// opens reads a cue at the very start of a sentence: "Adding, “…”" goes on with the
// last speaker; "Said Lavrov: “…”" names one.
func (d *doc) opens(s sentence, p predicate, prev phrase) (attribution, int, bool) {
	speaker, i := prev, p.end
	if !p.participial {
		speaker = phrase{p.end, d.phraseAfter(s, p.end)}
		i = speaker.last
	}
	if !speaker.ok() {
		return attribution{}, 0, false
	}
	j := d.quoteAhead(s, i)
	if j == 0 || !d.toks[p.verb].verb.has(quoting) {
		return attribution{}, 0, false
	}
	c := d.quotedRun(s, j)
	return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: true}, c.last, true
}

// clauseEnd returns where a clause set into another one ends: at the first comma
// behind which the outer clause goes on with its verb or its subject.
func (d *doc) clauseEnd(start, end int) int {
	for k := start; k+1 < end; k++ {
		if t := &d.toks[k+1]; d.toks[k].has(comma) && (t.has(finite|auxiliary|subject) || t.has(cue) && t.form&(past|present) != 0) {
			return k
		}
	}
	return end
}

// quotedRun is the quoted stretch at i with those that follow it at once.
func (d *doc) quotedRun(s sentence, i int) phrase {
	j := i + 1
	for j < s.last && (d.toks[j].has(quoted) || d.toks[j].has(comma|conj|stop) && j+1 < s.last && d.toks[j+1].has(quoted)) {
		j++
	}
	return phrase{i, j}
}

// governed reports whether the phrase that begins at i hangs on a preposition or
// on a verb like let: it is not the subject of the verb behind it.
func (d *doc) governed(s sentence, i int) bool {
	if i <= s.first {
		return false
	}
	t := &d.toks[i-1]
	return t.has(prep) && !t.has(sub) && !d.toks[i].has(wh) && t.low != "about" && t.low != "over" && t.low != "than" || causes[t.low]
}

// headSubject looks for the subject when np, right before the verb, hangs on a
// preposition: the phrase that begins the clause ("Protesters marching through
// the streets chanted"), or a name at np's end ("In an interview Trump declared").
func (d *doc) headSubject(s sentence, np phrase) phrase {
	k := np.first - 1
	if causes[d.toks[k].low] {
		return phrase{}
	}
	for k > s.first && np.first-k < reach && !d.toks[k-1].has(comma|brk|conj|sub|quoted|colon|stop) {
		k--
	}
	for k < np.first && d.toks[k].has(adverb) && !d.toks[k].has(det) {
		k++
	}
	if !d.toks[k].has(prep | sub | cue | finite) {
		if e := d.phraseAfter(s, k); e > k && e < np.first && !d.toks[e].has(auxiliary) {
			return phrase{k, e}
		}
		return phrase{}
	}
	for k := np.last - 1; k > np.first; k-- {
		if !d.toks[k].has(upper) && !d.isTitle(k) && d.toks[k].low != "'s" {
			return phrase{k + 1, np.last}
		}
	}
	return phrase{}
}

// causes are verbs that take a bare infinitive with its subject: "let editorials tell".
var causes = set("let lets letting help helps helped helping make makes made making")

// hypothetical reports whether the clause whose subject begins at i tells of no
// saying: "if he says", "neither of them has said", "did he say?".
func (d *doc) hypothetical(s sentence, i int) bool {
	if i > s.first && d.toks[i-1].has(auxiliary) && d.toks[s.last-1].low == "?" {
		return true
	}
	for k := min(i, s.last-1); k >= s.first && k >= i-2; k-- {
		switch d.toks[k].low {
		case "neither", "nor", "no", "none", "nobody":
			return true
		}
		if k == i {
			continue
		}
		switch d.toks[k].low {
		case "if", "whether", "unless", "until", "what", "suppose":
			return true
		}
	}
	return false
}

// agrees reports whether subject and verb fit: bare forms want a plural or a
// pronoun before them, and nobody is told what "you" say.
func (d *doc) agrees(p predicate, np phrase) bool {
	last := &d.toks[np.last-1]
	if np.last-np.first == 1 && (last.low == "you" || last.low == "that" || last.low == "anyone") {
		return false
	}
	t := &d.toks[p.verb]
	if np.last-np.first == 1 && (last.low == "i" || last.low == "we") && !t.verb.has(quoting) {
		return false // what the writer knows or hopes is no reported speech
	}
	if p.start < p.verb || t.form&(past|ing|present) != 0 {
		return true
	}
	switch last.low {
	case "he", "she", "it":
		return false
	case "they", "we", "i", "who", "police", "data", "most":
		return true
	}
	if last.has(upper) && t.verb.lemma == "say" {
		return true // a team or a country may take the plural: Russia say
	}
	return len(last.low) > 2 && last.low[len(last.low)-1] == 's' || last.low == "people" || last.low == "men" || last.low == "women" || last.low == "media" ||
		d.coordinated(np)
}

// generic reports whether np is a "who" that picks out the subject of the
// sentence ("voters who say so are few"): nobody in particular speaks.
func (d *doc) generic(s sentence, np phrase) bool {
	if np.last-np.first != 1 || !d.toks[np.first].has(wh) || np.first == s.first || d.toks[np.first-1].has(comma) {
		return false
	}
	ante := d.phraseBefore(s, np.first)
	return !ante.ok() || d.clauseStart(s, ante.first)
}

func (d *doc) coordinated(np phrase) bool {
	for i := np.first; i < np.last; i++ {
		if d.toks[i].low == "and" {
			return true
		}
	}
	return false
}

// sharedSubject is the subject a verb without one of its own shares with the
// cue before it: "said … and added that …", "…, warning against …".
func (d *doc) sharedSubject(s sentence, p predicate, before []attribution) phrase {
	if p.aside && p.start-1 == s.first {
		return d.subjectAhead(s, p.end)
	}
	if d.toks[p.start-1].low == "as" {
		return d.phraseBefore(s, p.start-1) // quoted him as saying
	}
	if p.aside {
		before = nil // by saying: the subject of its own clause
	}
	if !p.participial && !d.toks[p.start-1].has(conj|comma) {
		return phrase{}
	}
	k := p.start - 1
	for k > s.first && d.toks[k].has(adverb) && !d.toks[k].has(date) {
		k--
	}
	setOff := d.toks[k].has(conj | comma | brk | quoted | paren)
	if n := len(before); n > 0 && (!p.participial || setOff) {
		return before[n-1].speaker
	}
	if p.participial && !p.aside && !setOff {
		np := d.phraseBefore(s, p.start) // a statement saying that
		if np.ok() && np.first > s.first && d.toks[np.first-1].has(be) {
			return phrase{}
		}
		if np.ok() {
			return np
		}
	}
	// The clause's own subject: the phrase before its first finite verb.
	for i := s.first; i < p.start && i < s.first+2*reach; i++ {
		t := &d.toks[i]
		if t.has(auxiliary|finite) && !t.has(upper) || t.has(cue) && t.form&(past|present) != 0 {
			return d.subjectBefore(s, i)
		}
	}
	return phrase{}
}

// subjectAhead returns the subject of the clause that follows one set before it:
// "After saying no, she left".
func (d *doc) subjectAhead(s sentence, i int) phrase {
	for k := i; k+1 < s.last && k < i+reach; k++ {
		if !d.toks[k].has(comma|quoted) || d.toks[k+1].has(quoted|comma) {
			continue
		}
		if e := d.phraseAfter(s, k+1); e > k+1 && e < s.last && (d.toks[e].has(finite|auxiliary) || d.toks[e].has(cue)) {
			return phrase{k + 1, e}
		}
	}
	return phrase{}
}

// complement returns the token at which what was said begins, by the verb's frames, or 0.
func (d *doc) complement(s sentence, p predicate) int {
	v := d.toks[p.verb].verb
	i := p.end
	for i < s.last && d.toks[i].has(adverb) && !d.toks[i].has(upper|date) && !v.after[d.toks[i].low] {
		i++
	}
	if i >= s.last {
		return 0
	}
	t := &d.toks[i]
	if v.has(quoting | told | naming) {
		if j := d.quoteAhead(s, i); j > 0 {
			return j
		}
	}
	switch {
	case t.has(comma) && d.asSaid(s, p):
		return i + 1
	case t.has(that) && v.has(clausal):
		return i
	case t.has(wh) && v.has(question):
		return i
	case t.has(to) && v.has(toDo), t.has(negative) && v.has(toDo) && i+1 < s.last && d.toks[i+1].has(to):
		if withholding[v.lemma] && i+1 < s.last && d.toks[i+1].verb != nil && d.toks[i+1].verb.has(quoting|question) {
			return 0 // refused to say when
		}
		return i
	case v.after[t.low]:
		if v.preps[t.low] { // warned of … and warned X of …: the object comes first
			return i + 1
		}
		return d.afterPreposition(s, i)
	case v.has(told) && d.phraseAfter(s, i) > i:
		if j := d.toldWhat(s, v, d.phraseAfter(s, i)); j > 0 {
			return j
		}
	}
	if len(v.preps) > 0 {
		if j := d.objectThen(s, v, i); j > 0 {
			return j
		}
	}
	if v.has(askToDo) && d.objectToDo(s, i) {
		return i
	}
	if v.has(clausal) {
		if j := d.thatAhead(s, i); j > 0 {
			return j
		}
	}
	if v.has(naming) && !t.has(prep|comma|stop|colon|brk|conj|sub) {
		return i
	}
	if v.has(bare) {
		if j := d.bareClause(s, i); j > 0 {
			return j
		}
	}
	if v.has(topic) && (t.low == "what" || !t.has(prep|comma|stop|colon|brk|conj|sub|to|auxiliary|adverb|finite|wh)) {
		return i
	}
	return 0
}

// withholding verbs deny that anything was said: "declined to comment".
var withholding = set("refuse decline hesitate")

// asSaid reports whether a predicate stands in "As X said, …" at the start of a clause.
func (d *doc) asSaid(s sentence, p predicate) bool {
	np := d.subjectBefore(s, p.start)
	return np.ok() && np.first > s.first && d.toks[np.first-1].low == "as" && d.toks[p.verb].verb.has(clausal) &&
		(np.first-1 == s.first || d.toks[np.first-2].has(conj|comma|brk|adverb))
}

func (d *doc) afterPreposition(s sentence, i int) int {
	if i+1 < s.last && !d.toks[i+1].has(comma|stop|colon|brk) {
		return i + 1
	}
	return 0
}

// quoteAhead returns a quoted stretch that a cue introduces: behind a comma or
// colon, or at once; hearers, times and places may stand between.
func (d *doc) quoteAhead(s sentence, i int) int {
	j := d.adverbials(s, i)
	for k := j; k < s.last && k < i+24; k++ {
		t := &d.toks[k]
		if t.has(quoted) {
			if k == i || k == j || d.toks[k-1].has(comma|colon) {
				return k
			}
			return 0
		}
		if t.has(that|stop|brk|wh) || t.has(subject) || t.has(auxiliary) && !t.has(date) {
			return 0
		}
	}
	return 0
}

// thatAhead returns the "that" that begins the content behind hearers, times
// and places: "said in an interview on Monday that". A verb in between ends the search.
func (d *doc) thatAhead(s sentence, i int) int {
	if !d.toks[i].has(prep|date|adverb|object|comma) && !hearers[d.toks[i].low] {
		return 0
	}
	for k := i; k < s.last && k < i+24; k++ {
		t := &d.toks[k]
		if t.has(that) {
			return k
		}
		if t.has(stop|brk|colon|quoted|wh|auxiliary) && !t.has(date) || t.has(subject) || t.has(cue) && t.form&(past|present) != 0 && !d.precededBy(s, k, det|possessive) && t.verb.has(quoting) {
			return 0
		}
	}
	return 0
}

// bareClause returns the start of a clause without "that", times and places stepped over.
func (d *doc) bareClause(s sentence, i int) int {
	j := d.adverbials(s, i)
	if j >= s.last {
		return 0
	}
	t := &d.toks[j]
	if t.has(comma|stop|brk|conj|quoted|to|auxiliary|finite|unparen) || t.has(sub) && !t.has(upper) && j == i {
		return 0
	}
	if t.has(colon) {
		return j + 1
	}
	for k := j; k < s.last && k < j+30; k++ {
		u := &d.toks[k]
		if u.has(stop | brk) {
			break
		}
		if u.has(auxiliary|finite) || k > j && (u.has(quoted) || u.has(cue) && u.form&(past|present) != 0 && !d.precededBy(s, k, det|possessive|prep|comma)) {
			return j // a verb, or a quoted predicate: says fraud “would be …”
		}
	}
	if d.toks[i-1].verb != nil && d.toks[i-1].verb.lemma == "say" && s.last-j > 3 && j == i {
		return j
	}
	return 0
}

// toldWhat returns where the content of "told X …" begins; j is the end of X.
func (d *doc) toldWhat(s sentence, v *verb, j int) int {
	if j < s.last && v.preps[d.toks[j].low] {
		return 0
	}
	k := d.adverbials(s, j)
	if k >= s.last {
		return 0
	}
	t := &d.toks[k]
	switch {
	case t.has(that), t.has(wh) && t.low != "if":
		return k
	case t.has(to) && v.has(askToDo):
		return 0 // asked X to …: the whole is the content
	case t.has(colon) && k+1 < s.last:
		return k + 1
	case t.has(comma | stop | brk | conj | sub | quoted | auxiliary | finite):
		return 0
	}
	if v.preps[t.low] {
		return 0
	}
	if d.clauseAfter(s, k) || t.has(subject|det|upper) && v.lemma == "tell" {
		return k
	}
	return 0
}

// objectThen returns where the content begins in "accused X of …": behind the
// preposition, but for "described X as …", where X belongs to what was said.
func (d *doc) objectThen(s sentence, v *verb, i int) int {
	j := d.phraseAfter(s, i)
	if j <= i {
		return 0
	}
	for k := i + 1; k < s.last && k < j+6; k++ {
		t := &d.toks[k]
		if t.has(comma) && k == j { // the North's leader, Kim Jong Un, of
			if e := d.phraseAfter(s, k+1); e > k+1 && e+1 < s.last && d.toks[e].has(comma) && v.preps[d.toks[e+1].low] {
				return i
			}
		}
		if t.has(comma | stop | brk | quoted | auxiliary) {
			return 0
		}
		if v.preps[t.low] {
			if k+1 >= s.last {
				return 0
			}
			return i
		}
	}
	return 0
}

// objectToDo reports whether "X to do" follows at i.
func (d *doc) objectToDo(s sentence, i int) bool {
	if d.toks[i].low == "on" || d.toks[i].low == "for" {
		i++
	}
	j := d.phraseAfter(s, i)
	if j <= i {
		return false
	}
	for k := j; k < s.last && k < j+8; k++ {
		t := &d.toks[k]
		if t.has(to) && k+1 < s.last && !d.toks[k+1].has(det|possessive|upper|date) {
			return true
		}
		if t.has(comma|stop|brk|auxiliary|that) || t.has(cue) && t.form&past != 0 {
			return false
		}
	}
	return false
}

// contentEnd returns where what was said from token i on ends: at the
// sentence's end, or where the writer's own clause or the next cue begins.
func (d *doc) contentEnd(s sentence, i int) int {
	for k := i + 1; k < s.last; k++ {
		t := &d.toks[k]
		if !t.has(comma|conj|brk) && !(t.has(sub) && t.low != "so") {
			continue
		}
		if d.breaksOff(s, k, i) {
			return k
		}
	}
	return s.last
}

// breaksOff reports whether at the comma or joining word k the content ends.
func (d *doc) breaksOff(s sentence, k, start int) bool {
	j := k
	marked := false
	for j < s.last && d.toks[j].has(comma|brk) {
		j++
		marked = true
	}
	if j >= s.last {
		return true
	}
	if d.toks[j].low == "according" {
		return true
	}
	joined := false
	if d.toks[j].has(conj|sub) && !d.toks[j].has(that) {
		joined = true
		j++
	}
	if j >= s.last {
		return false
	}
	t := &d.toks[j]
	if marked && t.has(cue) && t.form&ing != 0 && t.verb.has(clausal|naming) {
		return true // …, adding that
	}
	if !marked && !joined {
		return false
	}
	// … and called / …, but he said: another cue with its own frame.
	for n := j; n < s.last && n < j+14; n++ {
		u := &d.toks[n]
		if u.has(comma | brk | stop | quoted | that) {
			return false
		}
		if u.has(cue) && !u.has(upper) && u.verb.has(quoting|told) && u.form&past != 0 {
			p, ok := d.predicate(s, n)
			return ok && !p.passive && (joined && p.start == j || marked && d.phraseBefore(s, p.start).first == j)
		}
		if u.has(finite|auxiliary) && n > j+8 {
			return false
		}
	}
	return false
}
