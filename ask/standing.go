package ask

import (
	"slices"

	"talksbot/ask/verify"
	"talksbot/knowledge/article"
	"talksbot/knowledge/story"
)

// mostStanding is how many claims are added to one to say how it stands.
const mostStanding = 3

// aged tells the claims of an answer as they stand when all articles are read, old and new.
type aged struct{ plan }

// stand returns the claims as they stand: with what a newer article says instead, what was said before,
// and what others say otherwise, and each sentence once.
func (p aged) stand(claims []Claim) []Claim {
	var all []Claim
	for _, c := range claims {
		for _, told := range p.standing(c) {
			if !slices.ContainsFunc(all, func(b Claim) bool { return p.repeats(told, b) }) {
				all = append(all, told)
			}
		}
	}
	return all
}

// repeats reports whether a claim says again, from another article, what one before it says.
func (p aged) repeats(c, before Claim) bool {
	return len(p.library.Story().Distinct([]article.Passage{before.Cites[0], c.Cites[0]})) == 1
}

// standing returns a claim with those that say how it stands.
func (p aged) standing(c Claim) []Claim {
	s := c.Cites[0]
	answering := p.library.AnswerSpans(p.question, s)
	if newer := p.allowed(p.library.Story().Replacing(s)); len(newer) > 0 {
		now := p.claimsOf(Now, newer, c)
		if len(now) == 0 {
			return []Claim{c}
		}
		c.Standing = Earlier
		if p.question.AsksEarlier() {
			return append([]Claim{c}, now...)
		}
		return append(now, c)
	}
	var before, otherwise []story.Relation
	for _, r := range p.allowed(p.library.Story().Of(s)) {
		switch {
		case len(answering) > 0 && !slices.ContainsFunc(answering, r.Word.Overlaps):
		case r.Kind == story.Replaces && (len(before) == 0 || before[0].There.Article == r.There.Article):
			before = append(before, r)
		case r.Kind == story.Differs:
			otherwise = append(otherwise, r)
		}
	}
	all := []Claim{c}
	if earlier := p.claimsOf(Earlier, before, c); len(earlier) > 0 {
		all[0].Standing = Now
		all = append(p.told(all[0]), earlier...)
		if p.question.AsksEarlier() {
			all = append(earlier, p.told(all[0])...)
		}
	}
	if differing := p.claimsOf(Differs, otherwise, c); len(differing) > 0 {
		all[0].Standing = Differs
		all = append(all, differing...)
	}
	return all
}

// allowed returns the relations to sentences that may answer.
func (p aged) allowed(all []story.Relation) []story.Relation {
	if p.article != "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all), func(r story.Relation) bool { return !p.inScope(r.There.Article) })
}

// told returns a claim with the sentences without which it cannot be understood.
func (p aged) told(c Claim) []Claim {
	all := []Claim{}
	for _, s := range p.library.Story().Told(c.Cites[0]) {
		if Number(c.Cites, s) > 0 {
			all = append(all, c)
			continue
		}
		more := p.claim(s)
		more.Standing = c.Standing
		all = append(all, more)
	}
	return all
}

// claimsOf returns the sentences that relations lead to, each once, with what they lean on, and without
// those that the claim cites itself.
func (p aged) claimsOf(as Standing, all []story.Relation, c Claim) []Claim {
	var found []article.Passage
	for _, r := range all {
		for _, s := range p.library.Story().Told(r.There) {
			if Number(found, s) == 0 && Number(c.Cites, s) == 0 {
				found = append(found, s)
			}
		}
	}
	found = p.library.Story().Distinct(found)
	slices.SortStableFunc(found, func(a, b article.Passage) int {
		if a.Article != b.Article {
			return 0
		}
		return a.Index - b.Index
	})
	var claims []Claim
	for _, s := range found[:min(len(found), mostStanding)] {
		one := p.claim(s)
		one.Standing = as
		claims = append(claims, one)
	}
	return claims
}

// against returns the sentences on both sides of a claim that a newer article says otherwise, or another one.
func (p aged) against(f verify.Finding) []Claim {
	against, says := Now, Earlier
	if f.Ruling == verify.Disputed {
		against, says = Differs, Differs
	}
	var claims []Claim
	for _, s := range f.Against {
		c := p.claim(s)
		c.Standing = against
		claims = append(claims, c)
	}
	for _, s := range f.Cites {
		c := p.claim(s)
		c.Standing = says
		claims = append(claims, c)
	}
	return claims
}
