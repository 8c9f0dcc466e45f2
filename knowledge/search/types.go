package search

import (
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// types notes whether the sentence holds what the question wants: a date for "when", a
// person for "who". What the question itself names does not count.
func (r *ranker) types(f *features, s uint32, found []match) {
	set := func(has, lacks feature, v float64) {
		f[has] = v
		if v == 0 {
			f[lacks] = 1
		}
	}
	asked := r.asked(s, found)
	defer r.gate(f, found)
	switch r.q.Kind {
	case question.When:
		set(typeWhen, lacksWhen, r.dates(s, asked))
	case question.Who:
		if r.q.Identity {
			set(typeIdentity, lacksIdentity, r.identity(s, found))
			return
		}
		set(typeWho, lacksWho, r.persons(s, asked))
	case question.Where:
		set(typeWhere, lacksWhere, r.places(s, asked, found))
	case question.HowMany:
		set(typeMany, lacksMany, r.numbers(s, asked, found))
	case question.Why:
		set(typeWhy, lacksWhy, r.cueShare(s, cueReason|cuePurpose))
	case question.How:
		set(typeHow, lacksHow, r.cueShare(s, cueManner))
	case question.Said:
		set(typeSaid, lacksSaid, r.said(s, found))
	case question.What:
		switch {
		case r.q.Identity:
			set(typeIdentity, lacksIdentity, r.identity(s, found))
		case r.q.About:
			set(typeFocus, lacksFocus, r.about(s, found))
		case r.q.Focus != "":
			set(typeFocus, lacksFocus, r.focus(found))
		}
	}
}

// asked marks the tokens of the sentence that the question has itself.
func (r *ranker) asked(s uint32, found []match) []bool {
	marks := make([]bool, r.starts[s+1]-r.starts[s])
	for _, m := range found {
		marks[m.token] = true
		c := r.concepts[r.starts[s]+uint32(m.token)]
		for i := m.token + 1; c != 0 && i < len(marks) && !marks[i] && r.concepts[r.starts[s]+uint32(i)] == c; i++ {
			marks[i] = true
		}
	}
	return marks
}

// dates returns how surely the sentence states a time that the question does not, as
// precisely as it is asked for.
func (r *ranker) dates(s uint32, asked []bool) float64 {
	best := 0.0
	clock := r.q.Focus == "time" || r.q.Focus == "hour"
	for i := range asked {
		if asked[i] {
			continue
		}
		w := r.words[r.starts[s]+uint32(i)]
		c := r.cues[w&termMask]
		switch {
		case c&cueClock != 0:
			return 1
		case clock:
			best = max(best, 0.2)
		case c&cueCalendar != 0 && w&flagUpper != 0, w&flagYear != 0:
			return 1
		case c&cueYear != 0:
			best = max(best, 0.6)
		case c&cueTime != 0:
			best = max(best, 0.3)
		}
	}
	return best
}

// persons returns how surely the sentence names somebody the question does not.
func (r *ranker) persons(s uint32, asked []bool) float64 {
	best := 0.0
	for i := range asked {
		c := r.concepts[r.starts[s]+uint32(i)]
		if c == 0 || asked[i] {
			continue
		}
		switch r.kinds[c] {
		case names.Person:
			return 1
		case names.Other, names.Org:
			best = max(best, 0.7)
		default:
			best = max(best, 0.4)
		}
	}
	return best
}

func (r *ranker) cueShare(s uint32, c cue) float64 {
	if r.has(s, c) {
		return 1
	}
	return 0
}

// said returns how surely the sentence reports the words of the speaker asked about.
func (r *ranker) said(s uint32, found []match) float64 {
	if !r.has(s, cueSpeech) {
		return 0
	}
	if r.q.Speaker == "" {
		return 0.5
	}
	v := 0.0
	if r.mentions(s, r.speaker) {
		v = 1
	} else if s > r.first[r.owner[s]] && r.opensBack(s) && r.mentions(s-1, r.speaker) {
		v = 0.7
	}
	if r.q.Head != "" && r.headMissing(found) {
		v /= 2 // who warned has not promised
	}
	return v
}

// names1 says whether the sentence names what the term stands for.
func (r *ranker) mentions(s, term uint32) bool {
	for i := r.starts[s]; term != 0 && i < r.starts[s+1]; i++ {
		if r.concepts[i] == term {
			return true
		}
	}
	return false
}

// identity returns how surely the sentence says who or what the thing asked about is.
func (r *ranker) identity(s uint32, found []match) float64 {
	for _, m := range found {
		at := r.starts[s] + uint32(m.token)
		for i := at; i < r.starts[s+1] && i < at+5; i++ {
			if r.cues[r.words[i]&termMask]&cueBe != 0 {
				return 1
			}
		}
		for i := at; i > r.starts[s] && i+4 > at; i-- {
			if r.cues[r.words[i]&termMask]&cueRole != 0 {
				return 1
			}
		}
	}
	return 0
}

func (r *ranker) focus(found []match) float64 {
	for _, m := range found {
		if r.units[m.unit].focus {
			return 1
		}
	}
	return 0
}

// about returns how surely the sentence says what the thing asked about deals with: "talks
// on arms control".
func (r *ranker) about(s uint32, found []match) float64 {
	for _, m := range found {
		at := r.starts[s] + uint32(m.token)
		for i := at + 1; i < min(at+7, r.starts[s+1]); i++ {
			if r.cues[r.words[i]&termMask]&cueAbout != 0 && (i+1 == r.starts[s+1] || r.cues[r.words[i+1]&termMask]&cueCalendar == 0) {
				return 1
			}
		}
	}
	return 0
}
