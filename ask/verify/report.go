package verify

import (
	"strings"
)

// A report is a part of a sentence that it gives as somebody's words or opinion.
type report struct {
	first, last   int // the tokens reported, both included
	source, until int // the tokens that say whose words they are, until exclusive; equal when unsaid
}

// findReports finds what a sentence only reports: quotations, "X said (that) ...",
// "..., said X", "according to X", "accuse X of ...", "reportedly".
func (r *reading) findReports() {
	for i, t := range r.tokens {
		switch {
		case t.Norm == "according" && i+1 < len(r.tokens) && r.tokens[i+1].Norm == "to":
			r.accordingTo(i)
		case hearsay[t.Norm]:
			r.addReport(report{first: r.segmentStart(i), last: r.segmentEnd(i+1) - 1})
		case speaks[t.Stem] && t.name == 0 && !t.quoted && !r.isNoun(i):
			r.spoken(i)
		case judges[t.Stem]:
			r.judged(i)
		case blames[t.Stem]:
			r.blamed(i)
		}
	}
	r.quoteReports()
}

// addReport marks the tokens of a report that no report found before has claimed.
func (r *reading) addReport(p report) {
	if p.last < p.first {
		return
	}
	r.reports = append(r.reports, p)
	for k := p.first; k <= p.last; k++ {
		if r.tokens[k].report == 0 {
			r.tokens[k].report = len(r.reports)
		}
	}
}

// quoteReports makes reports of the quotations of three words or more; fewer are often
// names and words held at arm's length.
func (r *reading) quoteReports() {
	for _, q := range r.quotes {
		first := r.tokenAt(q.Start)
		last := first - 1
		for last+1 < len(r.tokens) && r.tokens[last+1].Start < q.End {
			last++
		}
		if last-first >= 2 {
			r.addReport(report{first: first, last: last})
		}
	}
}

// accordingTo reads "according to X" at token i: at the head of a sentence what follows the
// comma is reported, elsewhere what stands before.
func (r *reading) accordingTo(i int) {
	end := r.segmentEnd(i + 2)
	if i == 0 || i == 1 {
		r.addReport(report{first: end, last: len(r.tokens) - 1, source: i + 2, until: end})
		return
	}
	if conjunctions[r.tokens[i-1].Norm] { // "..., and according to reports the council will meet"
		end = min(end, i+3)
		r.addReport(report{first: end, last: len(r.tokens) - 1, source: i + 2, until: end})
		return
	}
	r.addReport(report{first: 0, last: i - 1, source: i + 2, until: end})
}

// segmentEnd returns the token at or after i that punctuation stands before, or the end.
func (r *reading) segmentEnd(i int) int {
	for i < len(r.tokens) && !r.broken(i) {
		i++
	}
	return min(i, len(r.tokens))
}

// segmentStart returns the first token of the stretch without punctuation that i stands in.
func (r *reading) segmentStart(i int) int {
	for i > 0 && !r.broken(i) {
		i--
	}
	return i
}

// spoken reads the verb of speech at token i.
func (r *reading) spoken(i int) {
	start, end := r.segmentStart(i), r.segmentEnd(i+1)
	from := start
	if start == i && i <= maxSpeaker {
		from = 0 // "Moscow, however, says ..."
	}
	switch that := r.thatAfter(i); {
	case that > 0:
		r.addReport(report{first: that + 1, last: len(r.tokens) - 1, source: from, until: i})
	case start == i && strings.HasSuffix(r.tokens[i].Norm, "ing"): // "..., warning against ...": said by whoever spoke before
		r.addReport(report{first: i + 1, last: len(r.tokens) - 1})
	case start == i && i > 0 && r.namesOnly(i+1, end): // "..., says Russia's deputy defense minister"
		r.addReport(report{first: 0, last: i - 1, source: i + 1, until: end})
		if end < len(r.tokens) && !r.tokens[end].quoted && apposes[r.tokens[end].Norm] {
			end = r.segmentEnd(end + 1) // "said Vera Holt, the head of the mill"
		}
		r.addReport(report{first: end, last: len(r.tokens) - 1, source: i + 1, until: end})
	case start > 0 && (end == i+1 || r.closes(i, end)): // "..., the minister said (on Monday)."
		r.addReport(report{first: 0, last: start - 1, source: start, until: i})
	case i+1 < len(r.tokens):
		r.addReport(report{first: i + 1, last: len(r.tokens) - 1, source: from, until: i})
	}
}

// maxSpeaker is how many words a speaker set off by commas may take.
const maxSpeaker = 8

// closes says whether nothing but the occasion follows the verb of speech at token i to the
// end of the sentence: "on Monday", "in an interview".
func (r *reading) closes(i, end int) bool {
	return end == len(r.tokens) && end-i <= 8 && !occasions[r.tokens[0].Norm] &&
		(occasions[r.tokens[i+1].Norm] || r.tokens[i+1].date > 0) && r.namesOnly(i+1, end)
}

// thatAfter returns the "that" which opens what is said, within reach of the verb at i, or 0.
func (r *reading) thatAfter(i int) int {
	for k := i + 1; k < len(r.tokens) && k <= i+18; k++ {
		if auxiliaries[r.tokens[k].Norm] {
			return 0 // what is said has begun without a "that"
		}
		if r.tokens[k].Norm == "that" && !thatOfNoun[r.tokens[k-1].Norm] {
			return k
		}
		if speaks[r.tokens[k].Stem] || strings.ContainsAny(r.gap(k), "\"“”;:") {
			return 0
		}
	}
	return 0
}

// namesOnly says whether tokens i to end can be the speaker after an inverted verb: few
// words, none of them an auxiliary.
func (r *reading) namesOnly(i, end int) bool {
	if end <= i || end-i > 9 {
		return false
	}
	for k := i; k < end; k++ {
		if auxiliaries[r.tokens[k].Norm] {
			return false
		}
	}
	return true
}

// isNoun says whether the word of speech at token i is a noun there: "the report", "a claim".
func (r *reading) isNoun(i int) bool {
	if i == 0 || r.broken(i) {
		return false
	}
	that := i+1 < len(r.tokens) && r.tokens[i+1].Norm == "that"
	if !that && (r.tokens[i].mood != factual || r.tokens[i-1].Norm == "to" || r.tokens[i-1].Norm == "be") {
		return true // "would think twice": nothing is said
	}
	if !that && strings.HasSuffix(r.tokens[i].Norm, "ing") && !beForms[r.tokens[i-1].Norm] {
		return true // "financial reporting"
	}
	return determiners[r.tokens[i-1].Norm] && !that
}

// blamed reads "accuse X of Y" and "describe X as Y" at token i: Y is a report.
func (r *reading) blamed(i int) {
	for k := i + 1; k < len(r.tokens) && k <= i+10; k++ {
		if blameLinks[r.tokens[k].Norm] {
			r.addReport(report{first: k + 1, last: len(r.tokens) - 1, source: r.segmentStart(i), until: i})
			return
		}
	}
}

// judged reads "call X a Y" at token i: what follows is an opinion. Names by which things are
// called and calls for something are none.
func (r *reading) judged(i int) {
	if i == 0 || r.broken(i) || beForms[r.tokens[i-1].Norm] || i+1 >= len(r.tokens) || occasions[r.tokens[i+1].Norm] || callLinks[r.tokens[i+1].Norm] {
		return
	}
	last := r.segmentEnd(i+1) - 1
	for k := i + 1; k <= last; k++ {
		if r.tokens[k].Norm == "and" {
			last = k - 1
		}
	}
	r.addReport(report{first: i + 1, last: last, source: r.segmentStart(i), until: i})
}

func stemSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[stemOf(w)] = true
	}
	return m
}

var (
	speaks = stemSet(`say said says saying tell told claim insist argue allege assert warn add added stress believe think thought
		suggest predict fear contend complain estimate explain note reveal report announce declare state testify
		maintain speculate conclude feel felt comment remark quip recall confirm acknowledge admit promise vow`)
	blames      = stemSet(`accuse blame describe portray depict characterise characterize suspect criticise criticize condemn praise`)
	judges      = stemSet(`call label brand dub deem`)
	callLinks   = set(`for off up upon out to`)
	blameLinks  = set(`of for as`)
	hearsay     = set(`reportedly allegedly supposedly purportedly apparently alleged rumored rumoured`)
	auxiliaries = set(`is are was were will would has have had can could may might should must do does did`)
	determiners = set(`a an the this that his her its their our no any some another of new`)
	occasions   = set(`on in at during after before to while when from`)
	apposes     = set(`a an the who whose`)
	thatOfNoun  = set(`so such now given all is was than of in`)
)
