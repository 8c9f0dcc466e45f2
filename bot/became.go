package bot

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/page"
)

// became returns what stands in a newer version of an article in the place of what was cited, given where each
// sentence stands there; none where nothing does.
func became(at page.Place, now *article.Article, stands [][]int) (all []page.Place) {
	var sentences []int
	for i := at.First; i <= at.Last; i++ {
		sentences = append(sentences, stands[i]...)
	}
	slices.Sort(sentences)
	for _, k := range slices.Compact(sentences) {
		if last := len(all) - 1; last >= 0 && all[last].Last == k-1 {
			all[last].Last = k
			continue
		}
		all = append(all, page.Place{Article: now, First: k, Last: k})
	}
	return all
}
