package ask

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/summary"
)

// latestFirst puts the newest of the passages that answer first, where the question asks for what
// is or was said last.
func (p plan) latestFirst(passages []article.Passage) []article.Passage {
	if !p.question.Latest {
		return passages
	}
	passages = slices.Clone(passages)
	sure := slices.IndexFunc(passages, func(s article.Passage) bool { return !answers([]article.Passage{s}) })
	if sure < 0 {
		sure = len(passages)
	}
	slices.SortStableFunc(passages[:sure], func(a, b article.Passage) int { return newestFirst(a.Article, b.Article) })
	return passages
}

// since returns the sentence that newer articles than the one that answers have on the subject of a
// question about how something is now: what was safe in January may be closed in March.
func (p plan) since(answered article.Passage) (newer article.Passage, ok bool) {
	about := p.question.State()
	if about == "" || p.period != nil {
		return newer, false
	}
	subject := quote.SubjectOf(p.library.Names(), about)
	all := slices.DeleteFunc(p.within(), func(a *article.Article) bool {
		return !a.Published.Day.After(answered.Article.Published.Day) || answered.Article.Published.Day.IsZero()
	})
	speaks := func(s article.Passage) bool { return subject.AllIn(s.Words()) && !p.spoken(s) }
	for _, a := range all {
		if lines := summary.Weigh(p.library).Lines([]*article.Article{a}, summary.Size{Lines: 1, PerArticle: 1, Only: speaks}); len(lines) > 0 {
			return lines[0], true
		}
	}
	return newer, false
}
