package timex

import "talksbot/knowledge/english"

// Names and titles that have a date for a part: "The Friday Times", "Lunde Today", the bar “Last Night”.

// named reports whether a phrase is, or belongs to, a name or a title.
func (p *parser) named(ph *phrase) bool {
	return p.titled(ph) || p.masthead(ph) || p.body(ph)
}

// maxTitle is how many tokens a title in quotation marks has at most.
const maxTitle = 8

// titled reports whether the phrase stands in quotation marks in which all words that matter begin with a
// capital and no sentence ends: a title. What somebody says has a stop or a comma.
func (p *parser) titled(ph *phrase) bool {
	first, end := ph.start-1, ph.stop
	for ; first >= 0 && ph.start-first <= maxTitle && p.inTitle(first); first-- {
	}
	for ; end < len(p.tokens) && end-ph.stop < maxTitle && p.inTitle(end); end++ {
	}
	opens, closes := p.at(first), p.at(end)
	return openQuotes[opens.text(p.text)] && p.at(first+1).gap == glued && opens.gap != glued &&
		closeQuotes[closes.text(p.text)] && closes.gap == glued && p.tokens[ph.start].shape != lower
}

// inTitle reports whether token i is a word that a title may have.
func (p *parser) inTitle(i int) bool {
	t := &p.tokens[i]
	return t.gap != broken && (t.shape == capital || t.shape == upper || t.digits > 0 || t.shape == lower && (phraseEnders[t.word] || smallWords[t.word]))
}

var (
	openQuotes  = map[string]bool{"“": true, "\"": true, "«": true, "„": true}
	closeQuotes = map[string]bool{"”": true, "\"": true, "»": true, "“": true}
)

// masthead reports whether the phrase is the "Today" of an outlet's name: a capital in the middle of a
// sentence, behind another. In a headline, where every word has one, it is a day.
func (p *parser) masthead(ph *phrase) bool {
	t, before, next := &p.tokens[ph.start], p.at(ph.start-1), p.at(ph.stop)
	if !mastheads[t.word] || ph.stop != ph.start+1 || t.shape == lower || t.gap != spaced || before.shape != capital && before.shape != upper {
		return false
	}
	return before.word.classes == 0 && !phraseEnders[before.word] && (next.shape == lower && next.gap == spaced || next.gap == glued)
}

var mastheads = wordsOf("days in the names of outlets")

// body reports whether the phrase is a weekday in the name of a paper or a club: "The Monday Club". In "the
// Monday Senate vote" more of the noun follows.
func (p *parser) body(ph *phrase) bool {
	t, i := &p.tokens[ph.start], ph.stop
	if !t.word.is(symWeekday) || ph.stop != ph.start+1 || p.at(ph.start-1).word != wordThe || t.shape == lower {
		return false
	}
	for ; i < ph.stop+maxTitle && p.at(i).gap == spaced && p.at(i).shape == capital && !p.at(i).word.is(symMonth); i++ {
	}
	return i > ph.stop && (p.endsNoun(i) || p.at(i).gap == broken || english.FormOf(english.Norm(p.at(i).text(p.text))) != 0)
}
