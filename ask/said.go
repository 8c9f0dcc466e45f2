package ask

import (
	"slices"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// saidBy narrows what was found to what one speaker said, where the query asks for that. It
// leaves out the passages that are only somebody else's words. A quote of the speaker that
// has all the query wants it to be about answers, whatever the search makes of its
// sentence. Where passages that answer are close to the question, by their own words or,
// if it names no subject, by being the speaker's, the rest is left out; else those stay
// whose surroundings speak of the subject.
func saidBy(lib *knowledge.Library, query knowledge.Query, passages []knowledge.Passage) []knowledge.Passage {
	q := lib.Analyze(query.Text)
	at := asksSpeaker(q)
	if at.Start == at.End {
		return passages
	}
	who := q.Text[at.Start:at.End]
	voices := []string{who}
	for _, s := range lib.Speakers(who) {
		voices = append(voices, s.Name)
	}
	if q.Speaker == "" && q.Kind == knowledge.Said && len(voices) == 1 {
		return passages // words that may be no speaker at all
	}
	about := topic(q, at)
	passages = slices.Clone(passages)
	for _, quote := range lib.Quotes(knowledge.QuoteQuery{Speaker: who, About: about, Article: query.Article}) {
		passages = raise(passages, closestTo(quote, about))
	}
	var near, far []knowledge.Passage
	for _, p := range passages {
		spoken := isSpoken(lib, p, who, voices)
		switch {
		case !spoken && len(lib.QuotesAt(p)) > 0: // somebody else's words
		case about == "" && spoken || about != "" && mentions(lib.Names(), p.Text(), about):
			near = append(near, p)
		case about == "" || mentions(lib.Names(), surroundings(p), about):
			far = append(far, p)
		}
	}
	if len(near) > 0 && near[0].Score >= knowledge.Answers {
		return near
	}
	return append(near, far...)
}

// isSpoken reports whether a passage gives a speaker's words, or what the speaker does in it is
// told outside anybody's words.
func isSpoken(lib *knowledge.Library, p knowledge.Passage, who string, voices []string) bool {
	quotes := lib.QuotesAt(p)
	return slices.ContainsFunc(quotes, func(q knowledge.Quote) bool { return speaks(lib.Names(), q, voices) }) ||
		len(quotes) > 0 && namedOutside(quotes, p, who)
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

// mentions reports whether a text has one of the words, or a name for what they name.
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

// surroundings returns a passage with the two before and the two after it: what somebody
// speaks about is often said once.
func surroundings(p knowledge.Passage) string {
	var texts []string
	for n := -2; n <= 2; n++ {
		if near, ok := p.Neighbour(n); ok {
			texts = append(texts, near.Text())
		}
	}
	return strings.Join(texts, " ")
}

// namedOutside reports whether the words for a speaker stand in the passage outside all that
// is quoted in it.
func namedOutside(quotes []knowledge.Quote, p knowledge.Passage, who string) bool {
	at := p.Span().Start
	outside := map[string]bool{}
	for _, t := range word.Tokens(p.Text()) {
		quoted := slices.ContainsFunc(quotes, func(q knowledge.Quote) bool {
			return slices.ContainsFunc(q.Spans, func(s knowledge.Span) bool { return s.Start <= at+t.Start && at+t.Start < s.End })
		})
		if !quoted {
			outside[t.Norm] = true
		}
	}
	words := word.Tokens(who)
	return len(words) > 0 && !slices.ContainsFunc(words, func(t word.Token) bool { return !outside[t.Norm] })
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
