package revision

import (
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// fewQuoted is how many words between quotation marks are a quotation, and no nickname or title.
const fewQuoted = 3

// A quoted is what a sentence has between quotation marks.
type quoted struct {
	*reading
	words article.Span // in the article's text
	norms []string
}

func quotedIn(all []*reading) []quoted {
	var found []quoted
	for _, r := range all {
		for _, q := range r.Quotes {
			norms := english.Norms(q.Of(r.String))
			if len(norms) >= fewQuoted {
				at := r.at.Span().Start
				found = append(found, quoted{r, article.Span{Start: at + q.Start, End: at + q.End}, norms})
			}
		}
	}
	return found
}

// quotations finds words between quotation marks that were others before, and quotations that came.
func (c *comparison) quotations() {
	old := quotedIn(c.old)
	for _, q := range quotedIn(c.new) {
		if c.before.has(q.norms) {
			continue
		}
		d := Change{Kind: Quotation, After: side(c.after.Article, q.at.Span(), q.words)}
		was, known := likest(q, old)
		switch {
		case !known:
			d.Before = side(c.before.Article, c.old[0].at.Span(), article.Span{})
		case grown(was.norms, q.norms):
			d.Before = side(c.before.Article, was.at.Span(), article.Span{})
		case otherwise(was.norms, q.norms):
			d.Before = side(c.before.Article, was.at.Span(), was.words)
		default:
			continue
		}
		c.found = append(c.found, d)
	}
}

// likest returns the older quotation that has the most words of this one, and at least half of either's.
func likest(q quoted, all []quoted) (best quoted, ok bool) {
	most := 0.5
	for _, o := range all {
		both, _, _ := likeness(count(q.norms), count(o.norms))
		if both >= most {
			best, most, ok = o, both, true
		}
	}
	return best, ok
}

func count(words []string) map[string]float64 {
	n := map[string]float64{}
	for _, w := range words {
		n[w]++
	}
	return n
}

// grown reports whether a quotation has all the words of another, in order, and more.
func grown(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a) && meaningful(minus(b, a))
}

// otherwise reports whether two quotations differ in words that carry meaning, slips of the keys aside.
func otherwise(a, b []string) bool {
	lost, came := minus(a, b), minus(b, a)
	for _, w := range came {
		if i := slices.IndexFunc(lost, func(l string) bool { return nearly(l, w) && !english.IsCommon(english.Stem(l)) }); i >= 0 {
			lost = slices.Delete(lost, i, i+1)
			continue
		}
		if meaningful([]string{w}) {
			return true
		}
	}
	return false // words were left out
}

func meaningful(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return !english.IsStop(w) || grammar.Denies(w) })
}

// minus returns the words of a that b has not, each as often as it stands too often.
func minus(a, b []string) []string {
	n := count(b)
	var left []string
	for _, w := range a {
		if n[w]--; n[w] < 0 {
			left = append(left, w)
		}
	}
	return left
}

// has reports whether the words stand in the text, in this order.
func (t *text) has(norms []string) bool {
	return strings.Contains(t.flat(), " "+strings.Join(norms, " ")+" ")
}

// flat returns all the words of the sentences, with spaces between.
func (t *text) flat() string {
	if t.all == "" {
		var b strings.Builder
		b.WriteByte(' ')
		for i := range t.Sentences {
			for _, w := range t.words(i).Tokens {
				b.WriteString(w.Norm)
				b.WriteByte(' ')
			}
		}
		t.all = b.String()
	}
	return t.all
}

// nearly reports whether two words differ in one letter, or in two that changed places.
func nearly(a, b string) bool {
	r, s := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(r) > len(s) {
		r, s = s, r
	}
	i := 0
	for i < len(r) && r[i] == s[i] {
		i++
	}
	switch rest, other := r[i:], s[i:]; {
	case len(s)-len(r) > 1 || len(r) < 4:
		return false
	case len(s) > len(r):
		return string(rest) == string(other[1:])
	case len(rest) == 0:
		return true
	default:
		return string(rest[1:]) == string(other[1:]) || mistyped(a, b)
	}
}
