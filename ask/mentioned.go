package ask

import (
	"cmp"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
)

// mentioned returns whom the articles name: people first, those named most often first.
func (r reach) mentioned() []Mentioned {
	var all []Mentioned
	at := map[string]int{}
	for _, a := range r.within() {
		speakers := r.speakers(a)
		for i := range a.Sentences {
			s := article.Passage{Article: a, Index: i}
			words := s.Words()
			for _, m := range r.library.Names().Findings(words) {
				role := names.Beside(words, m.Mention)
				person := m.Kind == names.Person || m.Kind == names.Other && (role.Start < role.End || speakers[m.Name])
				if !person && m.Kind != names.Org && m.Kind != names.Place {
					continue
				}
				key := r.library.Names().Key(m.Name)
				if _, met := at[key]; !met {
					at[key] = len(all)
					all = append(all, Mentioned{Name: shown(m, s.Text()), Person: person, Passage: s})
				}
				who := &all[at[key]]
				if who.Times++; who.Person && who.Role == "" && role.Start < role.End {
					who.Role, who.Passage = role.Of(s.Text()), s
				}
			}
		}
	}
	all = slices.DeleteFunc(all, func(m Mentioned) bool { return m.Person && partOfAnother(m.Name, all) })
	slices.SortStableFunc(all, func(a, b Mentioned) int {
		return cmp.Or(rank(b)-rank(a), b.Times-a.Times)
	})
	return all
}

// partOfAnother reports whether a name of one word stands in the longer one of somebody else named.
func partOfAnother(name string, all []Mentioned) bool {
	return slices.ContainsFunc(all, func(m Mentioned) bool {
		return m.Person && m.Name != name && slices.Contains(strings.Fields(m.Name), name)
	})
}

// shown returns the name as readers are to see it: that of a body or place as the article has it.
func shown(m names.Finding, text string) string {
	if m.Kind == names.Org || m.Spot != names.NoSpot {
		return text[m.Start:m.End]
	}
	return m.Name
}

// rank puts people before others, and those with a full name first.
func rank(m Mentioned) int {
	switch {
	case m.Person && strings.Contains(m.Name, " "):
		return 2
	case m.Person:
		return 1
	}
	return 0
}

// speakers returns the full names of those whom an article quotes.
func (r reach) speakers(a *article.Article) map[string]bool {
	said := map[string]bool{}
	for _, q := range r.library.QuotesIn(a) {
		said[q.Speaker] = strings.Contains(q.Speaker, " ")
	}
	return said
}
