package ask

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/search"
)

// How many sentences that name somebody are looked at for who that is.
const mostNaming = 40

// A naming is a sentence that names whom a question asks for.
type naming struct {
	article.Passage
	role  english.Span // what it says they are; empty where it does not
	bold  english.Span // the words that answer: that, or their name where the question says what they are
	first bool         // it begins with the name: what it tells, they do
}

// introduces reports whether the question is who somebody is.
func (p plan) introduces() bool {
	return p.question.Identity && p.question.Kind == question.Who && len(p.question.Names) == 1
}

// introduced puts first, where the question is who somebody is, the sentence that says best what they
// are, and behind it one that tells what they did or said. It returns how many of the passages are
// to be shown; 0 leaves that open.
func (p plan) introduced(ctx context.Context, found []article.Passage) (all []article.Passage, show int) {
	if !p.introduces() {
		return found, 0
	}
	q := p.query()
	q.Limit = mostNaming
	var named []naming
	for _, s := range p.library.Search(ctx, q) {
		if n, ok := p.naming(s); ok {
			named = append(named, n)
		}
	}
	is := best(named, func(n naming) int { return n.role.End - n.role.Start })
	if is < 0 {
		return found, 0
	}
	all = []article.Passage{named[is].Passage}
	named = slices.Delete(named, is, is+1)
	if does := best(named, p.deeds); does >= 0 {
		all = append(all, named[does].Passage)
	}
	for i := range all {
		all[i].Score = max(all[i].Score, search.Answers)
	}
	show = len(all)
	for _, s := range found {
		if Number(all, s) == 0 {
			all = append(all, s)
		}
	}
	return all, show
}

// roleIn returns the words of a sentence that say who somebody is whom the question asks for: what they
// are, or their name where the question gives that; none where it asks for nobody.
func roleIn(p plan, s article.Passage) english.Span {
	if !p.introduces() {
		return english.Span{}
	}
	n, _ := p.naming(s)
	if n.role.Start == n.role.End {
		return english.Span{}
	}
	return n.bold
}

// naming reads a sentence for the one asked for; ok is false where it does not name them.
func (p plan) naming(s article.Passage) (n naming, ok bool) {
	words, known := s.Words(), p.library.Names()
	for _, m := range known.FindIn(words) {
		if m.Kind != names.Person && m.Kind != names.Other || !known.Same(m.Name, p.question.Names[0].Name) {
			continue
		}
		m.Kind = names.Person // it is asked who that is
		role := names.Beside(words, m)
		bold := role
		if asked := p.question.Names[0]; asked.Kind == names.Role || isOffice(known, p.question.Text[asked.Start:asked.End]) {
			bold = english.Span{Start: m.Start, End: m.End}
		}
		if role.Start < role.End && role.End < m.Start && strings.TrimSpace(words.String[role.End:m.Start]) == "" {
			bold = english.Span{Start: role.Start, End: m.End} // "Mayor Ann Lee" is one answer
		}
		if n = (naming{s, role, bold, words.Tokens[0].Start == min(m.Start, cmp.Or(role.Start, m.Start))}); role.Start < role.End {
			return n, true
		}
		ok = true
	}
	return n, ok
}

func isOffice(n *names.Names, written string) bool { _, is := n.ReadOffice(written); return is }

// deeds weighs a sentence by what it tells of somebody's doing: less than nothing where it stands
// in what somebody says, more where it begins with the name, and the earlier the more.
func (p plan) deeds(n naming) int {
	switch {
	case p.spoken(n.Passage):
		return 0
	case n.first:
		return len(n.Article.Sentences) + 1
	}
	return 1
}

// best returns the place of the naming that weighs most, the first of several; -1 where none
// weighs anything.
func best(all []naming, weight func(naming) int) int {
	at, most := -1, 0
	for i, n := range all {
		if w := weight(n); w > most {
			at, most = i, w
		}
	}
	return at
}
