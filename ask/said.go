package ask

import (
	"slices"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// saidBy answers a query for what one speaker said. It leaves out the passages that are
// somebody else's words, and those with nothing of what the speaker is to speak about. A
// quote of the speaker that has all of that answers, whatever the search makes of its
// sentence; where one does, passages in which the speaker is not quoted are left out too,
// else they stay: a sentence in which no quotation is found may still tell.
func saidBy(lib *knowledge.Library, query knowledge.Query, passages []knowledge.Passage) []knowledge.Passage {
	q := lib.Analyze(query.Text)
	speaker := asksSpeaker(q)
	if speaker == "" {
		return passages
	}
	about := topic(q, speaker)
	passages = slices.Clone(passages)
	for _, quote := range lib.Quotes(knowledge.QuoteQuery{Speaker: speaker, About: about, Article: query.Article}) {
		passages = raise(passages, closestTo(quote, about))
	}
	var own, others []knowledge.Passage
	for _, p := range passages {
		quotes := lib.QuotesAt(p)
		switch spoken := slices.ContainsFunc(quotes, func(q knowledge.Quote) bool { return speaks(lib.Names(), q, speaker) }); {
		case about != "" && !mentions(lib.Names(), p.Text(), about):
		case spoken && p.Score >= knowledge.Answers:
			own = append(own, p)
		case spoken || len(quotes) == 0:
			others = append(others, p)
		}
	}
	if len(own) > 0 {
		return own
	}
	return others
}

// closestTo returns the sentence of a quote that has the most of the words.
func closestTo(quote knowledge.Quote, words string) knowledge.Passage {
	best, most := knowledge.Passage{}, -1
	for _, p := range quote.Passages() {
		shared := 0
		stems := word.Stems(p.Text())
		for _, s := range word.Stems(words) {
			if slices.Contains(stems, s) {
				shared++
			}
		}
		if shared > most {
			best, most = p, shared
		}
	}
	return best
}

// mentions says whether a text has one of the words, or a name for what they name.
func mentions(names *knowledge.Names, text, words string) bool {
	stems := word.Stems(text)
	if slices.ContainsFunc(word.Stems(words), func(s string) bool { return slices.Contains(stems, s) }) {
		return true
	}
	found := names.Find(text)
	return slices.ContainsFunc(names.Find(words), func(m knowledge.Mention) bool {
		return slices.ContainsFunc(found, func(f knowledge.Mention) bool { return names.Same(f.Name, m.Name) })
	})
}

// raise gives a passage at least a score that answers, and adds it where it is not there.
func raise(passages []knowledge.Passage, p knowledge.Passage) []knowledge.Passage {
	at := slices.IndexFunc(passages, func(q knowledge.Passage) bool { return q.Article == p.Article && q.Index == p.Index })
	if at < 0 {
		at = len(passages)
		passages = append(passages, p)
	}
	passages[at].Score = max(passages[at].Score, knowledge.Answers)
	return passages
}

// topic returns what a question about somebody's words wants them to be about: its words
// without the speaker's name and the verb.
func topic(q knowledge.Question, speaker string) string {
	var words []string
	for _, t := range q.Terms {
		named := slices.ContainsFunc(q.Names, func(m knowledge.Mention) bool {
			return m.Name == speaker && t.Start >= m.Start && t.Start < m.End
		})
		if !named && !telling[t.Stem] && !comments[t.Stem] {
			words = append(words, q.Text[t.Start:t.End])
		}
	}
	return strings.Join(words, " ")
}

// asksSpeaker returns whose words a question asks for: "What did Lavrov say?", "Did
// Grushko comment?". "" is nobody's.
func asksSpeaker(q knowledge.Question) string {
	if q.Kind != knowledge.YesNo || len(q.Names) != 1 {
		return q.Speaker
	}
	for _, t := range word.Tokens(q.Text) {
		if t.Start >= q.Names[0].End && !t.Stop {
			if comments[t.Stem] {
				return q.Names[0].Name
			}
			return ""
		}
	}
	return ""
}

// comments are the stems of verbs that ask whether somebody spoke at all.
var comments = stemsOf("comment speak spoken say said react respond reply answer")

func stemsOf(words string) map[string]bool {
	stems := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		stems[word.Stem(w)] = true
	}
	return stems
}

// speaks says whether a quote may be taken for the speaker's: it is under that name, it is
// of one who speaks for that country or body by office, or it tells in turn what the
// speaker said.
func speaks(names *knowledge.Names, q knowledge.Quote, speaker string) bool {
	if q.Speaker == "" || names.Same(q.Speaker, speaker) {
		return true
	}
	for _, office := range []string{q.Role, q.Speaker, q.Article.Text[q.Written.Start:q.Written.End]} {
		for _, m := range names.Find(office) {
			if names.Same(m.Name, speaker) || m.Of != "" && names.Same(m.Of, speaker) {
				return true
			}
		}
	}
	for _, words := range q.Words() {
		for _, m := range names.Find(words) {
			if names.Same(m.Name, speaker) && tells(words[m.End:]) {
				return true
			}
		}
	}
	return false
}

// tells says whether a text begins with a verb of saying, auxiliaries and such aside.
func tells(text string) bool {
	for _, t := range word.Tokens(text[:min(len(text), 80)]) {
		if !t.Stop {
			return telling[t.Stem]
		}
	}
	return false
}

var telling = stemsOf(`say said tell told ask add warn claim insist argue announce declare promise pledge vow deny denied
	suggest state note stress demand urge call called accuse reject confirm explain comment`)
