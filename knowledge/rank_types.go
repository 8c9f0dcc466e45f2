package knowledge

import (
	"slices"

	"talksbot/knowledge/timex"
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
	case When:
		set(typeWhen, lacksWhen, r.dates(s, asked))
	case Who:
		if r.q.Identity {
			set(typeIdentity, lacksIdentity, r.identity(s, found))
			return
		}
		set(typeWho, lacksWho, r.persons(s, asked))
	case Where:
		set(typeWhere, lacksWhere, r.places(s, asked))
	case HowMany:
		set(typeMany, lacksMany, r.numbers(s, asked, found))
	case Why:
		set(typeWhy, lacksWhy, r.cueShare(s, cueReason|cuePurpose))
	case How:
		set(typeHow, lacksHow, r.cueShare(s, cueManner))
	case Said:
		set(typeSaid, lacksSaid, r.said(s, found))
	case What:
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

// gate notes that the question wants something the sentence must have and has not: a
// number for "how many", a named place for "where did it happen".
func (r *ranker) gate(f *features, found []match) {
	closed := func(gate feature, yes bool) {
		if yes {
			f[gate] = 1
		}
	}
	closed(gateName, r.stranger)
	switch r.q.Kind {
	case When, Where, Who, HowMany, Why, How:
		closed(onlyNames, r.namesOnly(found))
	}
	switch r.q.Kind {
	case When:
		closed(gateWhen, f[typeWhen] <= 0.3 || f[onlyNames] > 0)
	case Who:
		closed(gateWho, r.vacant || r.headMissing(found))
	case Where:
		closed(gateWhere, r.q.Event && f[typeWhere] < 0.5 || r.headMissing(found))
	case HowMany:
		closed(gateMany, f[typeMany] < 0.3 || measureCues[r.q.Measure] != 0 && f[typeMany] <= 0.3)
	case Said:
		closed(saidNothing, f[typeSaid] == 0)
	}
}

// namesOnly says whether the sentence has only names of the question and none of what it
// asks of them: of "when was NATO founded" no more than NATO.
func (r *ranker) namesOnly(found []match) bool {
	other := false
	for _, u := range r.units {
		other = other || !u.name && !u.focus
	}
	if !other {
		return false
	}
	for _, m := range found {
		if u := r.units[m.unit]; !u.name && !u.focus {
			return false
		}
	}
	return true
}

// headMissing says whether the sentence lacks what somebody is asked to be: "captain" of
// "who is the captain of the ship".
func (r *ranker) headMissing(found []match) bool {
	if r.q.Head == "" {
		return false
	}
	for _, m := range found {
		u := r.units[m.unit]
		if u.start <= r.headStart() && r.headStart() < u.end {
			return false
		}
	}
	return true
}

func (r *ranker) headStart() int {
	for _, t := range r.q.Terms {
		if t.Stem == r.q.Head {
			return t.Start
		}
	}
	return -1
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
		case Person:
			return 1
		case OtherName, Org:
			best = max(best, 0.7)
		default:
			best = max(best, 0.4)
		}
	}
	return best
}

// places returns how surely the sentence says where: a place the question does not name,
// of the sort asked for, after "in" or "at".
func (r *ranker) places(s uint32, asked []bool) float64 {
	best := 0.0
	for i := range asked {
		at := r.starts[s] + uint32(i)
		c, w := r.concepts[at], r.words[at]
		if c == 0 || asked[i] || i > 0 && r.concepts[at-1] == c {
			continue
		}
		v := 0.0
		switch {
		case w&flagPlace != 0:
			v = 1
		case r.kinds[c] == OtherName && r.after(s, i, cueInside|cueToward):
			v = 0.8
		case r.kinds[c] == Org && r.after(s, i, cueInside) && !r.after(s, i, cueOn):
			v = 0.6
		}
		if cityFocus[r.q.Focus] && w&flagLand != 0 || countryFocus[r.q.Focus] && w&flagCity != 0 {
			v *= 0.2
		}
		switch {
		case !r.after(s, i, cueInside|cueToward), r.topic(s, i):
			v *= 0.4
		case r.after(s, i, cueToward):
			v *= 0.8
		}
		best = max(best, v)
	}
	return best
}

var (
	cityFocus    = stemSet(`city town capital village venue`)
	countryFocus = stemSet(`country nation state`)
)

// topic says whether the place at token i is what something is about rather than where it
// happens: "the situation in Ukraine".
func (r *ranker) topic(s uint32, i int) bool {
	for back := 2; back <= 3 && i-back >= 0; back++ {
		w := r.words[r.starts[s]+uint32(i-back)]
		if w&flagStop == 0 {
			return r.cues[w&termMask]&cueTopic != 0
		}
	}
	return false
}

// after says whether a word with the cue stands right before token i, an article aside.
func (r *ranker) after(s uint32, i int, c cue) bool {
	for back := 1; back <= 2 && i-back >= 0; back++ {
		w := r.words[r.starts[s]+uint32(i-back)]
		if r.cues[w&termMask]&c != 0 {
			return true
		}
		if w&flagStop == 0 {
			return false
		}
	}
	return false
}

// numbers returns how surely the sentence gives a number of what is counted or measured.
func (r *ranker) numbers(s uint32, asked []bool, found []match) float64 {
	want := measureCues[r.q.Measure]
	best := 0.0
	for i := range asked {
		w := r.words[r.starts[s]+uint32(i)]
		number := w&flagNumber != 0
		if asked[i] || !number && r.cues[w&termMask]&cueQuantity == 0 || number && r.inDate(s, i) {
			continue
		}
		v := 0.3
		switch {
		case want != 0 && !r.before(s, i, want):
			v = 0.2
		case want != 0, r.unitAsked != 0 && r.before(s, i, r.unitAsked):
			v = 1
		case r.q.Measure != "many" && r.q.Measure != "much":
			if v = 0.2; r.focus(found) > 0 {
				v = 0.8
			}
		case r.q.Measure == "much" && r.before(s, i, cueMoney|cueShare|cueTime|cueMass|cueLength):
			v = 0.8
		case w&flagStop != 0:
			v = 0.1
		}
		if want == 0 {
			v = max(v, r.countsAsked(found, i))
		}
		if !number && r.q.Measure == "many" {
			v *= 0.7
		}
		best = max(best, v)
	}
	return best
}

// measureCues are what the unit after a number must be for a question "how long".
var measureCues = map[string]cue{
	"long": cueTime | cueLength, "old": cueAge | cueTime, "far": cueLength, "close": cueLength, "near": cueLength,
	"tall": cueLength, "high": cueLength | cueMoney | cueShare, "deep": cueLength, "wide": cueLength, "fast": cueLength | cueMass,
	"quickly": cueTime, "soon": cueTime, "heavy": cueMass, "hot": cueMass, "cold": cueMass, "often": cueOften | cueTime,
	"frequently": cueOften | cueTime, "big": cueLength | cueMass | cueMoney, "large": cueLength | cueMass | cueShare,
	"expensive": cueMoney, "rich": cueMoney, "percentage": cueShare, "percent": cueShare, "share": cueShare,
	"proportion": cueShare, "fraction": cueShare, "price": cueMoney, "cost": cueMoney, "budget": cueMoney,
	"salary": cueMoney, "age": cueAge | cueTime, "duration": cueTime, "distance": cueLength, "temperature": cueMass,
}

// before says whether a word with the cue stands at or soon after token i.
func (r *ranker) before(s uint32, i int, c cue) bool {
	for at := r.starts[s] + uint32(i); at < min(r.starts[s]+uint32(i)+4, r.starts[s+1]); at++ {
		if r.cues[r.words[at]&termMask]&c != 0 {
			return true
		}
	}
	return false
}

// inDate says whether the number at token i is a day or a year.
func (r *ranker) inDate(s uint32, i int) bool {
	at := r.starts[s] + uint32(i)
	if r.words[at]&flagYear != 0 {
		return true
	}
	month := func(at uint32) bool {
		w := r.words[at]
		return r.cues[w&termMask]&cueCalendar != 0 && w&flagUpper != 0
	}
	return i > 0 && month(at-1) || at+1 < r.starts[s+1] && month(at+1)
}

// countsAsked returns how surely the number at token i counts what the question asks the
// number of: the noun stands after it, another of the question's words does, or the noun
// is near.
func (r *ranker) countsAsked(found []match, i int) float64 {
	best := 0.0
	near, _ := slices.BinarySearchFunc(found, i-6, func(m match, token int) int { return m.token - token })
	for _, m := range found[near:] {
		if m.token > i+6 {
			break
		}
		u := r.units[m.unit]
		after := m.token - i
		switch {
		case u.focus && after > 0 && after <= 4:
			return 1
		case u.focus && after >= -6 && after <= 6:
			best = max(best, 0.6)
		case after > 0 && after <= 2 && !u.name:
			best = max(best, 0.7)
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

// otherDay says whether the sentence and those beside it state days, but none that the
// question names.
func (r *ranker) otherDay(s uint32) bool {
	stated := false
	p := r.passage(s)
	for n := -1; n <= 1; n++ {
		near, ok := p.Neighbour(n)
		if !ok {
			continue
		}
		for _, d := range near.Dates() {
			if d.From.IsZero() || d.Type == timex.Duration || d.Type == timex.Set {
				continue
			}
			stated = true
			for _, q := range r.q.Dates {
				if !q.From.IsZero() && !q.From.After(d.To) && !d.From.After(q.To) {
					return false
				}
			}
		}
	}
	return stated
}
