package grammar

import (
	"slices"
	"sort"
	"strings"

	"talksbot/knowledge/english"
)

// findReports finds what a sentence only reports: quotations, "X said (that) ...",
// "..., said X", "according to X", "accuse X of ...", "reportedly".
func findReports(s *Sentence) {
	for i, t := range s.Tokens {
		switch {
		case t.Norm == "according" && i+1 < len(s.Tokens) && s.Tokens[i+1].Norm == "to":
			accordingTo(s, i)
		case hearsay.Has(t.Norm):
			addReport(s, Report{First: s.SegmentStart(i), Last: s.segmentEnd(i+1) - 1})
		case Speaks.Has(t.Stem) && t.Name == 0 && !t.Quoted && !isNoun(s, i):
			spoken(s, i)
		case judges.Has(t.Stem):
			judged(s, i)
		case blames.Has(t.Stem):
			blamed(s, i)
		}
	}
	quoteReports(s)
}

// addReport marks the tokens of a report that no report found before has claimed.
func addReport(s *Sentence, p Report) {
	if p.Last < p.First {
		return
	}
	s.Reports = append(s.Reports, p)
	for k := p.First; k <= p.Last; k++ {
		if s.Tokens[k].Report == 0 {
			s.Tokens[k].Report = len(s.Reports)
		}
	}
}

// quoteReports makes reports of the quotations of three words or more; fewer are often
// names and words held at arm's length.
func quoteReports(s *Sentence) {
	for _, q := range s.Quotes {
		first := s.TokenAt(q.Start)
		last := sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].Start >= q.End }) - 1
		if last-first >= 2 {
			addReport(s, Report{First: first, Last: last})
		}
	}
}

// accordingTo reads "according to X" at token i: at the head of a sentence what follows the
// comma is reported, elsewhere what stands before.
func accordingTo(s *Sentence, i int) {
	end := s.segmentEnd(i + 2)
	if i == 0 || i == 1 {
		addReport(s, Report{First: end, Last: len(s.Tokens) - 1, Source: i + 2, Until: end})
		return
	}
	if Conjunctions.Has(s.Tokens[i-1].Norm) { // "..., and according to reports the council will meet"
		end = min(end, i+3)
		addReport(s, Report{First: end, Last: len(s.Tokens) - 1, Source: i + 2, Until: end})
		return
	}
	addReport(s, Report{First: 0, Last: i - 1, Source: i + 2, Until: end})
}

// spoken reads the verb of speech at token i.
func spoken(s *Sentence, i int) {
	start, end := s.SegmentStart(i), s.segmentEnd(i+1)
	from := start
	if start == i && i <= maxSpeaker {
		from = 0 // "Moscow, however, says ..."
	}
	switch that := thatAfter(s, i); {
	case i+1 < len(s.Tokens) && strings.Contains(s.Gap(i+1), ":"): // "Ms Lind said: ..."
		addReport(s, Report{First: i + 1, Last: len(s.Tokens) - 1, Source: from, Until: i})
	case told(s, i):
	case that > 0:
		addReport(s, Report{First: that + 1, Last: len(s.Tokens) - 1, Source: from, Until: i})
	case start == i && strings.HasSuffix(s.Tokens[i].Norm, "ing"): // "..., warning against ...": said by whoever spoke before
		addReport(s, Report{First: i + 1, Last: len(s.Tokens) - 1})
	case start == i && i > 0 && namesOnly(s, i+1, end): // "..., says Russia's deputy defense minister"
		addReport(s, Report{First: 0, Last: i - 1, Source: i + 1, Until: end})
		if end < len(s.Tokens) && !s.Tokens[end].Quoted && apposes.Has(s.Tokens[end].Norm) {
			end = s.segmentEnd(end + 1) // "said Vera Holt, the head of the mill"
		}
		if end < len(s.Tokens) && !strings.Contains(s.Gap(end), ";") {
			addReport(s, Report{First: end, Last: len(s.Tokens) - 1, Source: i + 1, Until: end})
		}
	case start > 0 && s.Tokens[start-1].Quoted && !s.Tokens[start].Quoted && i-start <= maxSpeaker: // "...," Ek told reporters
		addReport(s, Report{First: 0, Last: start - 1, Source: start, Until: i})
	case start > 0 && !slices.ContainsFunc(s.Tokens[start:i], func(t Token) bool { return t.Speech == Relative }) && (end == i+1 || closes(s, i, end)): // "..., the minister said (on Monday)."
		addReport(s, Report{First: 0, Last: start - 1, Source: start, Until: i})
	case s.Tokens[i].Speech == Verb && !quotedBehind(s, i): // "reported a loss": a thing and no words
	case i+1 < len(s.Tokens):
		addReport(s, Report{First: i + 1, Last: len(s.Tokens) - 1, Source: from, Until: i})
	}
}

// told reports the clauses that stand under the verb of speech at token i.
func told(s *Sentence, i int) bool {
	p := Report{First: len(s.Tokens), Last: -1, Source: i, Until: i}
	under := map[int]bool{}
	for _, t := range s.Ties {
		switch {
		case t.Relation == Under && t.Heads[0] == i && t.Dep > i && hasSubject(s, t.Dep):
			under[t.Dep] = true
		case t.Relation == Agent && t.Heads[0] == i && (p.Until == p.Source || s.Tokens[t.Dep].Name > 0):
			p.Source, p.Until = phraseStart(s, t.Dep), t.Dep+1
		}
	}
	for _, t := range s.Ties { // "its captain, Anna Voss, said"
		if t.Relation == Same && t.Heads[0] == p.Until-1 && t.Dep > p.Until-1 && t.Dep < i && s.Tokens[t.Dep].Name > 0 {
			p.Until = t.Dep + 1
			break
		}
	}
	if len(under) == 0 || p.Until > i {
		return false
	}
	for grown, turn := true, 0; grown && turn < maxUnder; turn++ {
		grown = false
		for _, t := range s.Ties {
			if under[t.Heads[0]] && !under[t.Dep] && t.Dep > i {
				under[t.Dep], grown = true, true
			}
		}
	}
	for k := range under {
		p.First, p.Last = min(p.First, phraseStart(s, k)), max(p.Last, k)
	}
	addReport(s, p)
	return true
}

// hasSubject reports whether a verb has somebody before it who does it, or has it done to them: it is
// no participle.
func hasSubject(s *Sentence, v int) bool {
	for k := max(v-3, 0); k < v; k++ {
		if s.Norm(k) == "there" {
			return true
		}
	}
	return slices.ContainsFunc(s.Ties, func(t Tie) bool {
		return t.Relation <= Patient && t.Heads[0] == v && t.Dep < v && !t.Meant
	})
}

// maxUnder is how deep what was said is followed.
const maxUnder = 8

// phraseStart returns the first token of the noun phrase that token i ends.
func phraseStart(s *Sentence, i int) int {
	for i > 0 && !s.Broken(i) && (s.Tokens[i-1].Speech == Determiner || s.Tokens[i-1].Speech == Noun && s.Tokens[i].Speech != Determiner && s.Tokens[i-1].Date == 0) {
		i--
	}
	return i
}

// quotedBehind reports whether a quotation begins soon behind token i.
func quotedBehind(s *Sentence, i int) bool {
	for k := i + 1; k < len(s.Tokens) && k < i+4; k++ {
		if s.Tokens[k].Quoted {
			return true
		}
	}
	return false
}

// maxSpeaker is how many words a speaker set off by commas may take.
const maxSpeaker = 8

// closes reports whether nothing but the occasion follows the verb of speech at token i to the
// end of the sentence: "on Monday", "in an interview".
func closes(s *Sentence, i, end int) bool {
	return end == len(s.Tokens) && end-i <= 8 && s.Tokens[i+1].Speech != InfinitiveTo && !occasions.Has(s.Tokens[0].Norm) &&
		(occasions.Has(s.Tokens[i+1].Norm) || s.Tokens[i+1].Date > 0) && namesOnly(s, i+1, end)
}

// thatAfter returns the "that" which opens what is said, within reach of the verb at i, or 0.
func thatAfter(s *Sentence, i int) int {
	for k := i + 1; k < len(s.Tokens) && k <= i+18; k++ {
		if Auxiliaries.Has(s.Tokens[k].Norm) {
			return 0 // what is said has begun without a "that"
		}
		if s.Tokens[k].Norm == "that" && !thatOfNoun.Has(s.Tokens[k-1].Norm) {
			return k
		}
		if Speaks.Has(s.Tokens[k].Stem) || strings.ContainsAny(s.Gap(k), "\"“”;:") {
			return 0
		}
	}
	return 0
}

// namesOnly reports whether tokens i to end can be the speaker after an inverted verb: few
// words, none of them an auxiliary.
func namesOnly(s *Sentence, i, end int) bool {
	if end <= i || end-i > 9 {
		return false
	}
	for k := i; k < end; k++ {
		if Auxiliaries.Has(s.Tokens[k].Norm) {
			return false
		}
	}
	return true
}

// isNoun reports whether the word of speech at token i is a noun there: "the report", "a claim".
func isNoun(s *Sentence, i int) bool {
	if i == 0 || s.Broken(i) {
		return false
	}
	that := i+1 < len(s.Tokens) && s.Tokens[i+1].Norm == "that"
	if !that && (s.Tokens[i].Mood != Factual || s.Tokens[i-1].Norm == "to" || s.Tokens[i-1].Norm == "be") {
		return true // "would think twice": nothing is said
	}
	if !that && strings.HasSuffix(s.Tokens[i].Norm, "ing") && !BeForms.Has(s.Tokens[i-1].Norm) {
		return true // "financial reporting"
	}
	return (determiners.Has(s.Tokens[i-1].Norm) || s.Tokens[i].Speech == Noun && isPossessed(s, i)) && !that
}

// isPossessed reports whether a possessive stands before token i with nothing but nouns between them: "the company's
// financial state".
func isPossessed(s *Sentence, i int) bool {
	for k := i - 1; k >= 0 && !s.Broken(k+1) && s.Tokens[k].Speech == Noun; k-- {
		if s.Tokens[k].Possessive(s.String) > 0 {
			return true
		}
	}
	return false
}

// blamed reads "accuse X of Y" and "describe X as Y" at token i: Y is a report.
func blamed(s *Sentence, i int) {
	for k := i + 1; k+1 < len(s.Tokens) && k <= i+10; k++ {
		if blameLinks.Has(s.Tokens[k].Norm) {
			last := k + 1
			for last+1 < len(s.Tokens) && !goesOn(s, last+1) {
				last++
			}
			from, until := s.SegmentStart(i), i
			for _, t := range s.Ties {
				if t.Relation == Agent && t.Heads[0] == i && t.Dep > i { // "was accused by Spain of theft"
					from, until = phraseStart(s, t.Dep), t.Dep+1
				}
			}
			addReport(s, Report{First: k + 1, Last: last, Source: from, Until: until})
			return
		}
	}
}

// goesOn reports whether a sentence goes on at token i with what is no part of a charge: another verb of who
// makes it, or a clause that a comma parts from it.
func goesOn(s *Sentence, i int) bool {
	switch s.Tokens[i].Speech {
	case Coordinator:
		return i+1 < len(s.Tokens) && s.Tokens[i+1].Speech == Verb && isFinite(s, i+1)
	case Subordinator:
		return s.Broken(i)
	}
	return false
}

// judged reads "call X a Y" at token i: what follows is an opinion. Names by which things are
// called and calls for something are none.
func judged(s *Sentence, i int) {
	if i == 0 || s.Broken(i) || BeForms.Has(s.Tokens[i-1].Norm) || i+1 >= len(s.Tokens) || occasions.Has(s.Tokens[i+1].Norm) || callLinks.Has(s.Tokens[i+1].Norm) {
		return
	}
	last := s.segmentEnd(i+1) - 1
	for k := i + 1; k <= last; k++ {
		if s.Tokens[k].Norm == "and" {
			last = k - 1
		}
	}
	addReport(s, Report{First: i + 1, Last: last, Source: s.SegmentStart(i), Until: i})
}

var (
	blames     = english.Stems("verbs of blame")
	callLinks  = english.Class("after a call that judges nothing")
	blameLinks = english.Class("blame links")
	hearsay    = english.Class("hearsay")
	apposes    = english.Class("appositions")
	thatOfNoun = english.Class("before a that of its own")
)
