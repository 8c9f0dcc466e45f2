package quote

import (
	"slices"
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

// once returns the quotes, whose keys are given, without those that another article has in the same words: the
// first of each, which knows the others.
func once(quotes []Quote, keys []string) []Quote {
	u := uniting{kept: make([]united, 0, len(quotes)), first: map[string][]int{}, direct: map[string][]int{}}
	for i := range quotes {
		u.add(united{Quote: &quotes[i], key: keys[i]})
	}
	return u.quotes()
}

// A united is a quote and the copies of it.
type united struct {
	*Quote
	key  string
	also []*Quote
}

// A uniting puts quotes together that are copies.
type uniting struct {
	kept   []united
	first  map[string][]int // in kept, by their words
	direct map[string][]int // in kept, by their speakers: direct speech, in order
}

func (u *uniting) add(n united) {
	at := -1
	for _, i := range u.first[n.key] {
		if n.key != "" && u.kept[i].copies(n.Quote) {
			at = i
			break
		}
	}
	if at < 0 {
		at = u.beside(n, func(k united) bool { return k.holdsAll(n) })
	}
	if at >= 0 {
		u.kept[at].also = append(u.kept[at].also, n.Quote)
		return
	}
	if at = u.beside(n, n.holdsAll); at >= 0 {
		n.also = append(u.kept[at].also, u.kept[at].Quote)
		u.kept[at] = n
	} else {
		at = len(u.kept)
		u.kept = append(u.kept, n)
		if n.Speaker != "" && n.Kind == quotation.Direct {
			u.direct[n.Speaker] = append(u.direct[n.Speaker], at)
		}
	}
	u.first[n.key] = append(u.first[n.key], at)
}

// looksBack is among how many quotes before it a part of one is looked for.
const looksBack = 200

// beside returns the place, among the last of those kept, of direct speech of the same speaker that fits, -1
// for none: an outlet quotes one sentence, and another two.
func (u *uniting) beside(n united, fits func(united) bool) int {
	if n.Kind != quotation.Direct || n.Speaker == "" {
		return -1
	}
	for _, i := range slices.Backward(u.direct[n.Speaker]) {
		if i < len(u.kept)-looksBack {
			break
		}
		if fits(u.kept[i]) {
			return i
		}
	}
	return -1
}

// quotes returns the quotes that are kept, with their copies.
func (u *uniting) quotes() []Quote {
	var all []Quote
	for _, k := range u.kept {
		q := *k.Quote
		for _, a := range k.also {
			q.Also = append(q.Also, *a)
		}
		all = append(all, q)
	}
	return all
}

// holdsAll reports whether a quotation has the spoken words of another one of the same act of saying
// among its own.
func (n united) holdsAll(other united) bool {
	if n.Speaker == "" || n.Speaker != other.Speaker || n.Kind != quotation.Direct || other.Kind != quotation.Direct || !n.copies(other.Quote) {
		return false
	}
	own, part := n.key, other.key
	_, words, _ := strings.Cut(part, "\x00")
	return strings.Count(words, " ") >= fewUnnamed-1 && len(own) > len(part) && strings.Contains(own+" ", " "+words+" ") || strings.HasPrefix(own, part+" ") && strings.Count(words, " ") >= fewUnnamed-1
}

// key is what the same words of one speaker share; "" for what anybody may say.
func (q *Quote) key() string {
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
func (q *Quote) copies(other *Quote) bool {
	if q.Article == other.Article {
		return false
	}
	a, b := q.Article.Published.Day, other.Article.Published.Day
	if !q.Said.IsZero() && !other.Said.IsZero() && q.Said != other.Said {
		return false
	}
	return a.IsZero() || b.IsZero() || max(a.Sub(b), b.Sub(a)) <= copiedWithin
}
