package ask

import (
	"cmp"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/search"
)

// maxClaims is the most sentences an extract has.
const maxClaims = 3

// extract answers in the articles' own sentences: the best one, and another only where it
// is nearly as sure and has a name of the question that those before it have not: other words
// are too weak a reason to show another sentence. Where the question lists, the first few all
// answer.
func (p plan) extract(passages []article.Passage) []Claim {
	open := uncovered{names: p.library.Names()}
	for _, m := range p.question.Names {
		open.named = append(open.named, m.Name)
	}
	var chosen []article.Passage
	for _, s := range passages {
		if len(chosen) == cmp.Or(p.show, maxClaims) || s.Score < search.Answers {
			break
		}
		if adds := open.cover(s.Words()); len(chosen) < max(p.show, 1) || p.lists() || adds && s.Score >= 0.8*passages[0].Score {
			chosen = append(chosen, s)
		}
	}
	if p.show == 0 && !p.question.Latest {
		slices.SortFunc(chosen, article.Passage.Compare)
	}
	claims := make([]Claim, len(chosen))
	for i, s := range chosen {
		claims[i] = p.claim(s)
	}
	return claims
}

// claim is a sentence, with the words that answer marked.
func (p plan) claim(s article.Passage) Claim {
	shown := marks(p.library, p.question, s)
	if p.show > 0 {
		shown = notes(s.Text(), s.Dates())
		if role := roleIn(p, s); role.Start < role.End {
			shown = merge(append(shown, Mark{Start: role.Start, End: role.End, Bold: true}))
		}
	}
	return attributed(p.library, Claim{Text: s.Text(), Marks: shown, Cites: []article.Passage{s}}, s)
}

// plainly returns sentences as claims, each once: with the days that their relative dates mean,
// and whose words they are.
func (p plan) plainly(found []article.Passage) []Claim {
	var claims []Claim
	var done []article.Passage
	for _, s := range found {
		if Number(done, s) > 0 {
			continue
		}
		done = append(done, s)
		claims = append(claims, attributed(p.library, Claim{Text: s.Text(), Marks: merge(notes(s.Text(), s.Dates())), Cites: []article.Passage{s}}, s))
	}
	return claims
}

// uncovered are the names of a question that no chosen sentence has yet.
type uncovered struct {
	names *names.Names
	named []string
}

// cover takes away the names that text has, and reports whether there were any.
func (u *uncovered) cover(text english.Text) bool {
	before := len(u.named)
	for _, m := range u.names.FindIn(text) {
		u.named = slices.DeleteFunc(u.named, func(n string) bool { return u.names.Same(n, m.Name) })
	}
	return len(u.named) < before
}

// marks returns what to show in an extracted sentence: the words that answer, and the
// days its relative dates mean.
func marks(lib *knowledge.Library, q question.Question, p article.Passage) []Mark {
	var all []Mark
	for _, s := range lib.AnswerSpans(q, p) {
		all = append(all, Mark{Start: s.Start, End: s.End, Bold: true})
	}
	return merge(append(all, notes(p.Text(), p.Dates())...))
}
