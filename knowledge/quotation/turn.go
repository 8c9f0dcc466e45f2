package quotation

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"talksbot/knowledge/english"
)

// outside returns the text with only those sentences that stand outside all turns: what is quoted
// within a turn belongs to it.
func (d *doc) outside(turns []Turn) *doc {
	if len(turns) == 0 {
		return d
	}
	told := *d
	told.sents = slices.DeleteFunc(slices.Clone(d.sents), func(s sentence) bool {
		at := d.toks[s.first].Start
		i := sort.Search(len(turns), func(i int) bool { return turns[i].end() > at })
		return i < len(turns) && turns[i].Label.Start <= at
	})
	for i := range told.sents {
		told.sents[i].doc = &told
	}
	return &told
}

func (t Turn) end() int {
	if len(t.Words) == 0 {
		return t.Label.End
	}
	return t.Words[len(t.Words)-1].End
}

// turns adds the paragraphs of the turns, each a quotation, to those found, in order.
func (r *resolver) turns(found []Quotation, turns []Turn) []Quotation {
	for _, t := range turns {
		name, role := r.labelled(t.Label)
		for _, words := range t.Words {
			found = append(found, Quotation{Kind: Direct, Spans: []english.Span{words}, Speaker: t.Label, Name: name, Role: role})
		}
	}
	if len(turns) > 0 {
		slices.SortStableFunc(found, func(a, b Quotation) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
	}
	return found
}

// labelled returns the name and the office of who a label means: the person whom the text names, or
// the label in the letters of a name.
func (r *resolver) labelled(label english.Span) (name, role string) {
	d := r.d
	first := sort.Search(len(d.toks), func(i int) bool { return d.toks[i].Start >= label.Start })
	last := sort.Search(len(d.toks), func(i int) bool { return d.toks[i].End > label.End })
	if ph := (phrase{first, last}); ph.ok() {
		s := sentence{doc: d, first: first, last: last}
		m, _ := mentionAt(s, first)
		for m.name.last < last {
			next, at := mentionAt(s, max(m.name.last, first+1))
			if !next.name.ok() || at <= m.name.last {
				break
			}
			m = next
		}
		if who := r.called(m); who != nil && who.name != strings.ToUpper(who.name) { // else only labels name them
			return who.name, who.role
		}
	}
	if answerers.Has(strings.ToLower(strings.Trim(label.Of(d.text), ". "))) {
		return "", ""
	}
	return written(label.Of(d.text)), ""
}

// answerers are labels that tell nobody who speaks.
var answerers = english.Class("labels of answerers")

// called returns the person whom a name and its title mean, nil where the text does not tell.
func (r *resolver) called(m mention) *person {
	if !m.name.ok() {
		return nil
	}
	who := r.p.find(m.name)
	if who == nil && m.name.len() > 1 {
		who = r.p.find(phrase{m.name.last - 1, m.name.last})
		if who != nil && strings.Contains(who.name, " ") {
			return nil // another of that surname
		}
	}
	if known := r.p.byLast[r.d.low(m.name.last-1)]; who == nil && m.title.ok() {
		who = bestTitle(known, genderOf(r.d, m), roleWords(r.d, m.title))
	}
	if who == nil || !compatible(who.gender, genderOf(r.d, m)) {
		return nil
	}
	return who
}

// written returns a label as a name is written: "Deputy Minister Kern" for "DEPUTY MINISTER KERN".
func written(label string) string {
	words := strings.Fields(label)
	for i, w := range words {
		if i == 0 || !english.IsStop(strings.ToLower(w)) {
			words[i] = capital(w)
		} else {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// capital returns a word in capitals as names have it; any other, and an abbreviation, as it is.
func capital(w string) string {
	if strings.ToUpper(w) != w || strings.Count(w, ".") > 1 || len(w) < 2 {
		return w
	}
	parts := strings.Split(w, "-")
	for i, p := range parts {
		if len(p) > 0 {
			parts[i] = p[:1] + strings.ToLower(p[1:])
		}
	}
	return strings.Join(parts, "-")
}
