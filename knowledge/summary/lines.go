// Package summary finds the few sentences that carry articles, and tells whether two sentences
// say the same.
package summary

import (
	"cmp"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// How a sentence is weighed. Its salience is that of MEAD (Radev et al., Centroid-based
// summarization of multiple documents, 2004): how close it is to the centre of its article,
// how early it stands, how much it shares with the headline and the first sentence. Lines are
// then chosen one after the other for salience less likeness to those chosen before: maximal
// marginal relevance (Carbonell and Goldstein, 1998).
const (
	byCentre = 0.4
	byPlace  = 0.4
	byHead   = 0.2

	relevance = 0.7  // against novelty, when a line is chosen
	worth     = 0.55 // of its article's best salience: what a second line needs
)

// TooLike is the likeness from which a line says what another says.
const TooLike = 0.45

// sameMatter is the cosine of meaning from which a line says what another says. Of pairs of news
// sentences that we made, those that tell one thing in two ways have .75 to .94, most .86 and more;
// those that tell two things of one matter have up to .74.
const sameMatter = 0.8

// A candidate is a sentence that may become a line.
type candidate struct {
	article.Passage
	vector   Vector
	salience float64
	rank     int // of its article: 0 is the newest
}

// A Size is how long a summary is to be, and what of.
type Size struct {
	Lines      int                        // sentences at most
	PerArticle int                        // of one article
	Words      int                        // words at most, but one sentence at least; 0 leaves that open
	Only       func(article.Passage) bool // the sentences that may be taken; nil: all
	Aside      bool                       // also what carries little of its article
}

// Lines returns the sentences that carry the articles, which are given the newest first: one of
// each while there is room, then seconds. Of one article they are in the order they are read.
func (w Weights) Lines(articles []*article.Article, size Size) []article.Passage {
	p := picking{size: size, best: map[int]float64{}}
	for rank, a := range articles[:min(len(articles), size.Lines)] {
		p.open = append(p.open, w.candidates(a, rank, size)...)
	}
	for _, c := range p.open {
		p.best[c.rank] = max(p.best[c.rank], c.salience)
	}
	for round := range size.PerArticle {
		for rank := range articles {
			if len(p.chosen) == size.Lines {
				break
			}
			if c, ok := p.next(rank, round); ok && (round == 0 || c.salience >= worth*p.best[rank]) {
				p.chosen = append(p.chosen, c)
				p.words += len(c.Words().Tokens)
			}
		}
	}
	slices.SortFunc(p.chosen, func(a, b candidate) int { return cmp.Or(a.rank-b.rank, a.Index-b.Index) })
	var lines []article.Passage
	for _, c := range p.chosen {
		lines = append(lines, c.Passage)
	}
	return lines
}

// Central returns the articles, at most so many, that have most in common with all of them by
// their titles and first sentences, in the order given.
func (w Weights) Central(articles []*article.Article, most int) []*article.Article {
	if len(articles) <= most {
		return articles
	}
	heads := make([]Vector, len(articles))
	for i, a := range articles {
		heads[i] = w.head(a)
	}
	middle := centre(heads)
	order := make([]int, len(articles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(heads[j].Like(middle), heads[i].Like(middle)) })
	order = order[:most]
	slices.Sort(order)
	var central []*article.Article
	for _, i := range order {
		central = append(central, articles[i])
	}
	return central
}

// head returns the title and the first sentence of an article.
func (w Weights) head(a *article.Article) Vector {
	first := article.Passage{Article: a}.Words()
	return w.Vector(english.Text{Tokens: slices.Concat(a.Head().Tokens, first.Tokens)})
}

// A picking is a summary in the making.
type picking struct {
	size         Size
	open, chosen []candidate
	best         map[int]float64 // salience, by rank of the article
	words        int             // of those chosen
}

// next returns the sentence of an article that adds most to those chosen, and has room.
func (p picking) next(rank, round int) (best candidate, ok bool) {
	most := 0.0
	for _, c := range p.open {
		if c.rank != rank || p.size.Words > 0 && p.words+len(c.Words().Tokens) > p.size.Words {
			continue
		}
		like := 0.0
		for _, other := range p.chosen {
			like = max(like, c.like(other))
		}
		if like >= TooLike {
			continue
		}
		if gain := relevance*c.salience - (1-relevance)*like; !ok || gain > most {
			best, most, ok = c, gain, true
		}
	}
	return best, ok
}

// like returns how much two sentences say the same, by their words and, where it is known, by
// what they mean.
func (c candidate) like(other candidate) float64 {
	words := c.vector.Like(other.vector)
	if meaning, known := c.Passage.Like(other.Passage); known && meaning >= sameMatter {
		return max(words, TooLike)
	}
	return words
}

// candidates returns the sentences of an article that can stand alone, weighed, without those
// that tell little of it; of an article that is all talk there may be none.
func (w Weights) candidates(a *article.Article, rank int, size Size) []candidate {
	all := make([]candidate, len(a.Sentences))
	vectors := make([]Vector, len(a.Sentences))
	for i := range a.Sentences {
		p := article.Passage{Article: a, Index: i}
		vectors[i] = w.Vector(p.Words())
		all[i] = candidate{Passage: p, vector: vectors[i], rank: rank}
	}
	middle, head := centre(vectors), w.head(a)
	for i := range all {
		c := &all[i]
		place := 1 - float64(i)/float64(len(all))
		c.salience = byCentre*c.vector.Like(middle) + byPlace*place + byHead*c.vector.Like(head)
	}
	most := 0.0
	for _, c := range all {
		most = max(most, c.salience)
	}
	return slices.DeleteFunc(all, func(c candidate) bool {
		return c.salience < worth*most && !size.Aside || size.Only != nil && !size.Only(c.Passage) || !standsAlone(c.Words())
	})
}
