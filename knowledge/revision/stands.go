package revision

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
)

// Stands returns, for each sentence of the older version, the sentences of the newer one that it has become, in
// order: itself where it stands there as it is, several where it was split, none where it is gone.
func Stands(older, newer *article.Article) [][]int {
	known := names.Learn([]*article.Article{older, newer})
	before, after := newText(older, known), newText(newer, known)
	before.other, after.other = after, before
	groups := align(before, after)
	became := make([][]int, len(before.partner))
	for i, partner := range before.partner {
		if partner != alone {
			became[i] = []int{partner}
		}
	}
	for _, g := range groups {
		for _, i := range g.before {
			became[i] = g.after
		}
	}
	return became
}
