package story

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A setting is whom and what an article names.
type setting struct {
	lead  map[string]bool // in its title and first sentences, countries left out
	all   map[string]bool // anywhere
	words map[string]bool // what else its title and first sentence speak of
}

// leading is how many sentences set the scene of an article.
const leading = 3

func (s *Story) setting(a *article.Article) *setting {
	if known, ok := s.settings.Load(a); ok {
		return known.(*setting)
	}
	n := &setting{lead: map[string]bool{}, all: map[string]bool{}, words: map[string]bool{}}
	begin := a.Sentences[:min(leading, len(a.Sentences))]
	for _, f := range s.names.Findings(a.Words()) {
		n.add(s.names, f, slices.ContainsFunc(begin, func(at article.Span) bool { return namedIn(f, at) }))
	}
	for _, f := range s.names.Findings(a.Head()) {
		n.add(s.names, f, f.Kind != names.Other || f.Start > 0)
	}
	for _, w := range a.Head().Tokens {
		n.words[conceptOf(english.Key(w.Norm, w.Stem))] = !w.Stop
	}
	if len(a.Sentences) > 0 {
		for _, t := range s.line(article.Passage{Article: a}).terms {
			n.words[t.concept] = n.words[t.concept] || !t.free && !t.named && !t.attributed
		}
	}
	kept, _ := s.settings.LoadOrStore(a, n)
	return kept.(*setting)
}

func (n *setting) add(known *names.Names, f names.Finding, leads bool) {
	key := known.CanonicalKey(f.Name)
	n.all[key] = true
	if leads && !f.Country {
		n.lead[key] = true
	}
}

// namedIn reports whether a sentence has the name, and not only as a number with the capital that begins
// it: "Fourteen".
func namedIn(f names.Finding, sentence article.Span) bool {
	inside := f.Start >= sentence.Start && f.End <= sentence.End
	return inside && (f.Start > sentence.Start || f.Kind != names.Other || !english.IsNumber(english.Norm(f.Name)))
}

// fewShared is how many words two sentences that name nothing share to tell of one thing, where
// their articles name nothing either.
const fewShared = 3

// together reports whether two frames may be of one story: they share a name, or what
// their articles begin with does, for the better part.
func (s *Story) together(f, g frame, shared int) bool {
	for _, t := range f.wide {
		for _, u := range g.wide {
			if t.named && t.same(u) && (!t.country || shared > fewShared) {
				return true
			}
		}
	}
	a, b := s.setting(f.at.Article), s.setting(g.at.Article)
	if len(a.lead) == 0 && len(b.lead) == 0 {
		return shared >= fewShared
	}
	named := common(a.lead, b.lead)
	return named > 0 && 2*named >= min(len(a.lead), len(b.lead)) && common(a.words, b.words) > 0
}

// common returns how many names two settings share.
func common(a, b map[string]bool) int {
	n := 0
	for k, there := range a {
		if there && b[k] {
			n++
		}
	}
	return n
}
