package digest

import (
	"slices"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// How many sentences carry the new articles: in all, of one article, and of how many articles.
const (
	maxLines    = 4
	maxPerPiece = 2
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

	relevance      = 0.7  // against novelty, when a line is chosen
	tooLike        = 0.45 // likeness from which a line says what another says
	tooLikeThatDay = 0.2  // the same, of an event on a day the line names
	worth          = 0.55 // of its article's best salience: what a second line needs
)

// sameMatter is the cosine of meaning from which a line says what another says. Of pairs of news
// sentences that we made, those that tell one thing in two ways have .75 to .94, most .86 and more;
// those that tell two things of one matter have up to .74.
const sameMatter = 0.8

// A line that stands alone has so many words, and so many characters at most.
const (
	fewestWords = 7
	mostWords   = 48
	mostLetters = 330
)

// A candidate is a sentence that may become a line.
type candidate struct {
	article.Passage
	vector   vector
	salience float64
	rank     int // of its article: 0 is the newest
}

// lines returns the sentences that carry the articles, which are given the newest first: one of
// each while there is room, then seconds.
func (e *Editor) lines(articles []*article.Article) []ask.Claim {
	var open []candidate
	for rank, a := range articles[:min(len(articles), maxLines)] {
		open = append(open, e.candidates(a, rank)...)
	}
	best := map[int]float64{}
	for _, c := range open {
		best[c.rank] = max(best[c.rank], c.salience)
	}
	var chosen []candidate
	for round := range maxPerPiece {
		for rank := range articles {
			if len(chosen) == maxLines {
				break
			}
			if c, ok := next(open, chosen, rank, round); ok && (round == 0 || c.salience >= worth*best[rank]) {
				chosen = append(chosen, c)
			}
		}
	}
	slices.SortFunc(chosen, func(a, b candidate) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return a.Index - b.Index
	})
	var claims []ask.Claim
	for _, c := range chosen {
		claims = append(claims, Plain(c.Passage))
	}
	return claims
}

// next returns the sentence of an article that adds most to those chosen.
func next(open, chosen []candidate, rank, round int) (best candidate, ok bool) {
	most := 0.0
	for _, c := range open {
		if c.rank != rank {
			continue
		}
		like := 0.0
		for _, other := range chosen {
			like = max(like, c.like(other))
		}
		if like >= tooLike {
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
	words := c.vector.like(other.vector)
	if meaning, known := c.Passage.Like(other.Passage); known && meaning >= sameMatter {
		return max(words, tooLike)
	}
	return words
}

// candidates returns the sentences of an article that can stand alone, weighed, without those
// that tell little of it; of an article that is all talk there may be none.
func (e *Editor) candidates(a *article.Article, rank int) []candidate {
	all := make([]candidate, len(a.Sentences))
	vectors := make([]vector, len(a.Sentences))
	for i := range a.Sentences {
		p := article.Passage{Article: a, Index: i}
		vectors[i] = e.weights.vector(p.Words())
		all[i] = candidate{Passage: p, vector: vectors[i], rank: rank}
	}
	middle, head := centre(vectors), e.weights.vector(english.Text{Tokens: slices.Concat(a.Head().Tokens, all[0].Words().Tokens)})
	for i := range all {
		c := &all[i]
		place := 1 - float64(i)/float64(len(all))
		c.salience = byCentre*c.vector.like(middle) + byPlace*place + byHead*c.vector.like(head)
	}
	most := 0.0
	for _, c := range all {
		most = max(most, c.salience)
	}
	return slices.DeleteFunc(all, func(c candidate) bool { return c.salience < worth*most || !standsAlone(c.Words()) })
}

// standsAlone reports whether a sentence can be read without those around it.
func standsAlone(t english.Text) bool {
	tokens, text := t.Tokens, t.String
	if len(tokens) < fewestWords || len(tokens) > mostWords || len(text) > mostLetters || strings.HasSuffix(text, "?") {
		return false
	}
	return !leans(t) && !strings.ContainsAny(text[:tokens[0].Start], "\"“'‘") && balanced(text)
}

// balanced reports whether every quotation that begins in a sentence ends there: else it stands
// in somebody's speech, and shown by itself it would be taken for the article's.
func balanced(text string) bool {
	return strings.Count(text, "“") == strings.Count(text, "”") && strings.Count(text, "\"")%2 == 0
}

// leaning are words that begin a sentence which needs the one before it.
var leaning = english.Phrases("leaning openings")

// leans reports whether a text begins with what points back to the text before it.
func leans(t english.Text) bool {
	return len(t.Tokens) == 0 || t.PhraseAt(0, leaning) > 0
}
