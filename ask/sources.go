package ask

import (
	"slices"

	"talksbot/knowledge/article"
)

// Sources returns the passages that the claims cite, each once, in the order in which
// they are first cited: number n in the answer is Sources()[n-1].
func (a Answer) Sources() []article.Passage {
	var sources []article.Passage
	for _, c := range a.Claims {
		for _, p := range c.Cites {
			if Number(sources, p) == 0 {
				sources = append(sources, p)
			}
		}
	}
	return sources
}

// Number returns the place of a passage among sources, from 1, or 0 if it is not there.
func Number(sources []article.Passage, p article.Passage) int {
	return 1 + slices.IndexFunc(sources, func(q article.Passage) bool {
		return q.Article == p.Article && q.Index == p.Index
	})
}
