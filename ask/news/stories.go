package news

import (
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// aCopy is the share of an article's sentences that another has in the same words, where they are one story.
const aCopy = 0.9

// stories returns the new articles, the newest first, without those whose sentences another of them has, or which have
// another's; these are counted.
func stories(items []Item) []Piece {
	var pieces []Piece
	var told []map[string]bool // of each piece, its sentences
	for _, item := range items {
		said := sentencesOf(item.Article)
		if at := copied(said, told); at >= 0 {
			pieces[at].Copies++
			continue
		}
		pieces, told = append(pieces, Piece{Item: item}), append(told, said)
	}
	return pieces
}

// sentencesOf returns the words of each sentence.
func sentencesOf(a *article.Article) map[string]bool {
	all := map[string]bool{}
	for _, s := range a.Sentences {
		all[strings.Join(english.Norms(s.Of(a.Text)), " ")] = true
	}
	return all
}

// copied returns the place of the first of some articles that shares nearly all sentences of the shorter of the two,
// -1 for none.
func copied(said map[string]bool, told []map[string]bool) int {
	for i, other := range told {
		shared := 0
		for s := range said {
			if other[s] {
				shared++
			}
		}
		if shared > 0 && float64(shared) >= aCopy*float64(min(len(said), len(other))) {
			return i
		}
	}
	return -1
}
