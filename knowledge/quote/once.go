package quote

import (
	"strings"

	"talksbot/knowledge/english"
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
		if at >= 0 {
			kept[at].Also = append(kept[at].Also, q)
			continue
		}
		first[key] = append(first[key], len(kept))
		kept = append(kept, q)
	}
	return kept
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
