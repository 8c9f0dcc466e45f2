package bot

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/page"
)

// alike is how much of their words two sentences share at least, of which one stands in the place of the other: twice
// those they share, by all they have.
const alike = 0.5

// became returns what stands in a newer version of an article in the place of what was cited, sentence by sentence and
// each once; none where nothing does.
func became(at page.Place, now *article.Article) (all []page.Place) {
	for i := at.First; i <= at.Last; i++ {
		k := nearest(article.Passage{Article: at.Article, Index: i}.Text(), now)
		last := len(all) - 1
		switch {
		case k < 0, last >= 0 && all[last].First <= k && k <= all[last].Last:
		case last >= 0 && all[last].Last == k-1:
			all[last].Last = k
		default:
			all = append(all, page.Place{Article: now, First: k, Last: k})
		}
	}
	return all
}

// nearest returns which sentence of an article is the most like another, -1 where none is like it.
func nearest(text string, in *article.Article) int {
	words, at, most := english.Norms(text), -1, alike
	for i := range in.Sentences {
		one := article.Passage{Article: in, Index: i}.Text()
		if one == text {
			return i
		}
		if share := shared(words, english.Norms(one)); share > most {
			at, most = i, share
		}
	}
	return at
}

// shared returns how much of their words two texts share, 0..1.
func shared(a, b []string) float64 {
	left := map[string]int{}
	for _, w := range a {
		left[w]++
	}
	n := 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(a)+len(b)))
}
