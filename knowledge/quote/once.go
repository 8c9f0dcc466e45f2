package quote

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
)

// How near copies of what was said appear, in days, and how many words they have where nobody is named:
// "no comment" is said by many, and again.
const (
	copiedWithin = 7
	fewUnnamed   = 5
)

// once returns the quotes without those that another article has in the same words: the first of
// each, which knows the others.
func once(quotes []Quote) []Quote {
	var kept []Quote
	first := map[string][]int{} // of the quotes kept, by their words
	for _, q := range quotes {
		key := q.key()
		at := -1
		for _, i := range first[key] {
			if key != "" && kept[i].copies(q) {
				at = i
				break
			}
		}
		if at < 0 {
			at = longer(kept, q)
		}
		if at >= 0 {
			kept[at].Also = append(kept[at].Also, q)
			continue
		}
		if at = shorter(kept, q); at >= 0 {
			q.Also, kept[at].Also = append(kept[at].Also, kept[at]), nil
			q.Also[len(q.Also)-1].Also = nil
			kept[at] = q
			first[key] = append(first[key], at)
			continue
		}
		first[key] = append(first[key], len(kept))
		kept = append(kept, q)
	}
	return kept
}

// looksBack is among how many quotes before it a part of one is looked for.
const looksBack = 200

// longer returns the place, among the last of those kept, of a quote of the same speaker that has the
// words of q and more: an outlet that quotes one sentence, and one that quotes two. It is -1 without.
func longer(kept []Quote, q Quote) int {
	for i := len(kept) - 1; i >= max(0, len(kept)-looksBack); i-- {
		if kept[i].holdsAll(q) {
			return i
		}
	}
	return -1
}

// shorter is longer the other way round.
func shorter(kept []Quote, q Quote) int {
	for i := len(kept) - 1; i >= max(0, len(kept)-looksBack); i-- {
		if q.holdsAll(kept[i]) {
			return i
		}
	}
	return -1
}

// holdsAll reports whether a quotation has the spoken words of another one of the same act of saying
// among its own.
func (q Quote) holdsAll(other Quote) bool {
	if q.Speaker == "" || q.Speaker != other.Speaker || q.Kind != quotation.Direct || other.Kind != quotation.Direct || !q.copies(other) {
		return false
	}
	own, part := q.key(), other.key()
	_, words, _ := strings.Cut(part, "\x00")
	return strings.Count(words, " ") >= fewUnnamed-1 && len(own) > len(part) && strings.Contains(own+" ", " "+words+" ") || strings.HasPrefix(own, part+" ") && strings.Count(words, " ") >= fewUnnamed-1
}

// key is what the same words of one speaker share; "" for what anybody may say.
func (q Quote) key() string {
	var words []string
	for _, s := range q.Spans {
		for _, t := range q.Article.WordsIn(s).Tokens {
			words = append(words, t.Norm)
		}
	}
	if q.Speaker == "" && len(words) < fewUnnamed {
		return ""
	}
	return english.Norm(q.Speaker) + "\x00" + strings.Join(words, " ")
}

// copies reports whether two quotes with the same words are of one act of saying.
func (q Quote) copies(other Quote) bool {
	if q.Article == other.Article {
		return false
	}
	a, b := q.Article.Published.Day, other.Article.Published.Day
	if !q.Said.IsZero() && !other.Said.IsZero() && q.Said != other.Said {
		return false
	}
	return a.IsZero() || b.IsZero() || max(a.Sub(b), b.Sub(a)) <= copiedWithin
}
