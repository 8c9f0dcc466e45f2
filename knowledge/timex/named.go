package timex

import "talksbot/knowledge/english"

// Names and titles that have a date for a part: "The Friday Times", "Lunde Today", the bar “Last Night”.

// named reports whether a phrase is, or belongs to, a name or a title.
func (r *resolver) named(ph *phrase) bool {
	return r.titled(ph) || r.masthead(ph) || r.body(ph)
}

// maxTitle is how many tokens a title in quotation marks has at most.
const maxTitle = 8

// titled reports whether the phrase stands in quotation marks in which all words that matter begin with a
// capital and no sentence ends: a title. What somebody says has a stop or a comma.
func (r *resolver) titled(ph *phrase) bool {
	first, end := ph.start-1, ph.stop
	for ; first >= 0 && ph.start-first <= maxTitle && r.inTitle(first); first-- {
	}
	for ; end < len(r.tokens) && end-ph.stop < maxTitle && r.inTitle(end); end++ {
	}
	opens, closes := r.at(first), r.at(end)
	return openQuotes[opens.text(r.text)] && r.at(first+1).gap == glued && opens.gap != glued &&
		closeQuotes[closes.text(r.text)] && closes.gap == glued && r.tokens[ph.start].shape != lower
}

// inTitle reports whether token i is a word that a title may have.
func (r *resolver) inTitle(i int) bool {
	t := &r.tokens[i]
	return t.gap != broken && (t.shape == capital || t.shape == upper || t.digits > 0 || t.shape == lower && (phraseEnders[t.word] || smallWords[t.word]))
}

var (
	openQuotes  = map[string]bool{"“": true, "\"": true, "«": true, "„": true}
	closeQuotes = map[string]bool{"”": true, "\"": true, "»": true, "“": true}
)

// masthead reports whether the phrase is the "Today" of an outlet's name: a capital in the middle of a
// sentence, behind another. In a headline, where every word has one, it is a day.
func (r *resolver) masthead(ph *phrase) bool {
	t, before, next := &r.tokens[ph.start], r.at(ph.start-1), r.at(ph.stop)
	if !mastheads[t.word] || ph.stop != ph.start+1 || t.shape == lower || t.gap != spaced || before.shape != capital && before.shape != upper {
		return false
	}
	return before.word.classes == 0 && !phraseEnders[before.word] && (next.shape == lower && next.gap == spaced || next.gap == glued)
}

var mastheads = wordsOf("days in the names of outlets")

// body reports whether the phrase is a weekday in the name of a paper or a club: "The Monday Club". In "the
// Monday Senate vote" more of the noun follows.
func (r *resolver) body(ph *phrase) bool {
	t, i := &r.tokens[ph.start], ph.stop
	if !t.word.is(symWeekday) || ph.stop != ph.start+1 || r.at(ph.start-1).word != wordThe || t.shape == lower {
		return false
	}
	for ; i < ph.stop+maxTitle && r.at(i).gap == spaced && r.at(i).shape == capital && !r.at(i).word.is(symMonth); i++ {
	}
	return i > ph.stop && (r.endsNoun(i) || r.at(i).gap == broken || english.FormOf(english.Norm(r.at(i).text(r.text))) != 0)
}
