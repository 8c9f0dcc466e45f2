package revision

import (
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// states reports whether the text states a fact already, in any sentence. Of a name its last word is enough.
func (t *text) states(f fact) bool {
	switch f.kind {
	case Date:
		for _, d := range t.Dates() {
			if d.From == f.days.From && d.To == f.days.To && !d.From.IsZero() || d.Value == f.value && f.days.From.IsZero() {
				return true
			}
		}
		return !f.days.From.IsZero() && f.days.From == f.days.To && f.days.From == t.Published.Day
	case Number:
		return t.has(english.Norms(f.words.Of(t.other.Text)))
	}
	norms := english.Norms(f.name)
	if len(norms) == 0 {
		return true
	}
	written := english.Norms(f.words.Of(t.other.Text))
	return t.has(norms[len(norms)-1:]) || len(written) > 0 && t.has(written[len(written)-1:])
}

// came returns the changes that a sentence is which the older version has not, in any words.
func came(before, after *text, j int) []Change {
	r := after.read(j)
	if !r.isProse() || before.covers(after.bag(j)) {
		return nil
	}
	var all []Change
	add := func(kind Kind, words article.Span) {
		all = append(all, Change{Kind: kind, After: side(after.Article, r.at.Span(), words)})
	}
	for _, q := range quotedIn([]*reading{r}) {
		if len(q.norms) > fewQuoted && !before.has(q.norms) {
			add(Quotation, q.words)
			break
		}
	}
	for _, kind := range []Kind{Date, Number, Name} {
		if kind != Date && len(all) > 0 {
			break
		}
		for _, f := range r.facts {
			if f.kind == kind && !before.states(f) && f.days.From != after.Published.Day {
				add(kind, f.words)
				break
			}
		}
	}
	if len(all) == 0 && !r.addressesReader() && before.lacks(after.bag(j)) {
		add(Sentence, article.Span{})
	}
	return all
}

// isProse reports whether the sentence states something: it has a verb, and asks nothing.
func (r *reading) isProse() bool {
	if strings.HasSuffix(strings.TrimRight(r.String, "”\"’' )"), "?") {
		return false
	}
	for i, t := range r.Tokens {
		if t.Speech == grammar.Verb || t.Speech == grammar.Auxiliary || english.FormOf(t.Norm) != 0 && i > 0 {
			return true
		}
	}
	return false
}

var reader = english.Class("second person")

// addressesReader reports whether the sentence speaks to whoever reads it.
func (r *reading) addressesReader() bool {
	for _, t := range r.Tokens {
		if !t.Quoted && reader.Has(t.Norm) {
			return true
		}
	}
	return false
}

// covered is how much of a sentence's words one of another text has for it to be told there.
const covered = 0.9

// covers reports whether a sentence of the text has nearly all the words of a bag.
func (t *text) covers(bag map[string]float64) bool {
	rare, fewest := "", mostAlike+1
	for w, n := range bag {
		if at := len(t.at()[w]); n >= weightWord && (at < fewest || at == fewest && w < rare) {
			rare, fewest = w, at
		}
	}
	for _, i := range t.at()[rare] {
		if _, of, _ := likeness(bag, t.bag(i)); of >= covered {
			return true
		}
	}
	return false
}

// at returns in which sentences each word stands.
func (t *text) at() map[string][]int {
	if t.places == nil {
		t.places = map[string][]int{}
		for i := range t.Sentences {
			for w := range t.bag(i) {
				t.places[w] = append(t.places[w], i)
			}
		}
	}
	return t.places
}

// fewNew is how many words of meaning a sentence has that the older version has nowhere, to state something
// new where no name, number or date of it is.
const fewNew = 2

// lacks reports whether the text has several of the words nowhere.
func (t *text) lacks(bag map[string]float64) bool {
	n := 0
	for w, weight := range bag {
		if weight >= weightWord && len(t.at()[w]) == 0 {
			n++
		}
	}
	return n >= fewNew
}
