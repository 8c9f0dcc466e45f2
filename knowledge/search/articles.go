package search

import (
	"cmp"
	"math"
	"slices"

	"talksbot/knowledge/english"
)

// The evidence of an article for a question is BM25 over all its sentences and its title, as if they
// were one text, and that of its best sentences by themselves.
const (
	wholeK1, wholeB = 1.6, 0.85 // of BM25: a word said over and over still tells more, a long article says more by chance

	likeAtAll  = 0.2 // of its strength, what stands for a word counts: in a whole article chance brings much of that
	nameAsSuch = 0.4 // what a name counts, beside its words
	titleWord  = 2   // how often a word of the title counts
	bestShare  = 0.3 // what the best sentences count
	bestCount  = 3   // how many they are

	foremost = 40 // how many articles have their best sentence compared with the question, however little that has
)

// A lookup is what is looked for in whole articles: a word or a name, and what may stand for it.
type lookup struct {
	alternatives []alternative
	share        float64
}

// lookups returns what is looked for in whole articles: the words of the question, each once, and
// the names in it as such.
func (r *ranker) lookups() []lookup {
	var all []lookup
	seen := map[term]bool{0: true}
	for _, u := range r.units {
		if !u.name && len(u.alternatives) > 0 {
			all = append(all, lookup{u.alternatives, 1})
			seen[u.term] = true
		}
	}
	for _, u := range r.units {
		if !u.name {
			continue
		}
		if u.term&flagName != 0 {
			all = append(all, lookup{u.alternatives[:1], nameAsSuch})
		}
		for _, t := range r.q.Words.Touching(english.Span{Start: u.start, End: u.end}) {
			if id := r.termOf(t.Stem); !t.Stop && !seen[id] {
				all = append(all, lookup{[]alternative{{id, 1}}, 1})
				seen[id] = true
			}
		}
	}
	return all
}

// weighArticles finds what evidence each article has. The scores are those of the sentences.
func (r *ranker) weighArticles(w *scratch) {
	r.articles = make([]float64, r.size(titles))
	often := make([]float64, len(r.articles))
	for _, l := range r.lookups() {
		clear(often)
		met := r.tally(l, often)
		rarity := l.share * math.Log(1+(float64(len(often)-met)+0.5)/(float64(met)+0.5))
		for a, tf := range often {
			if tf > 0 {
				r.articles[a] += rarity * tf * (wholeK1 + 1) / (tf + wholeK1*(1-wholeB+wholeB*r.lengths[a]))
			}
		}
	}
	r.addBest(w)
	if most := slices.Max(r.articles); most > 0 {
		for a := range r.articles {
			r.articles[a] /= most
		}
	}
}

// evidence returns what evidence the article of a sentence has.
func (r *ranker) evidence(s uint32) float64 {
	if r.articles == nil {
		return 0
	}
	return r.articles[r.owners[s]]
}

// tally counts how often each article has what is looked for, and how many have it in those words.
func (r *ranker) tally(l lookup, often []float64) (met int) {
	for i, a := range l.alternatives {
		strength := a.strength
		if i > 0 || strength < 1 {
			strength *= likeAtAll
		}
		before := -1
		found := r.find(sentences, a.term, 0, r.size(sentences))
		for j, s := range found.numbers {
			at := int(r.owners[s])
			if i == 0 && at != before {
				met++
			}
			before = at
			often[at] += strength * found.count(j)
		}
		found = r.find(titles, a.term, 0, r.size(titles))
		for j, t := range found.numbers {
			often[t] += titleWord * strength * found.count(j)
		}
	}
	return met
}

// addBest adds to the evidence of the articles that of their best sentences.
func (r *ranker) addBest(w *scratch) {
	best := make([][bestCount]float32, len(r.articles))
	for _, s := range w.touched {
		list, v := &best[r.owners[s]], w.scores[s]
		for i := range list {
			if v > list[i] {
				list[i], v = v, list[i]
			}
		}
	}
	for a, list := range best {
		for _, v := range list {
			r.articles[a] += bestShare / bestCount * float64(v)
		}
	}
}

// withArticles adds the best sentence of each of the articles with most evidence, where more than
// one is searched.
func (r *ranker) withArticles(w *scratch, found []candidate, admit func(uint32) bool) []candidate {
	if r.articles == nil {
		return found
	}
	best := map[uint32]candidate{}
	for _, a := range r.foremost() {
		best[a] = candidate{article: r.articles[a]}
	}
	for _, s := range w.touched {
		c, ok := best[r.owners[s]]
		if v := float64(w.scores[s]); ok && (admit == nil || admit(s)) && (v > c.bm25 || v == c.bm25 && s < c.sentence) {
			best[r.owners[s]] = candidate{sentence: s, bm25: v, article: c.article}
		}
	}
	for _, c := range found {
		if best[r.owners[c.sentence]].sentence == c.sentence {
			delete(best, r.owners[c.sentence])
		}
	}
	for _, c := range best {
		if c.bm25 > 0 {
			found = append(found, c)
		}
	}
	return found
}

// foremost returns the articles with most evidence, each by the number of its title.
func (r *ranker) foremost() []uint32 {
	var list []uint32
	for a, evidence := range r.articles {
		if evidence > 0 {
			list = append(list, uint32(a))
		}
	}
	slices.SortFunc(list, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(r.articles[b], r.articles[a]), cmp.Compare(r.corpus.rank[a], r.corpus.rank[b]))
	})
	return list[:min(foremost, len(list))]
}
