package ask

import (
	"context"
	"slices"

	"talksbot/ask/verify"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
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
			told.Marks = p.plainWhereTakenBack(told)
			if !slices.ContainsFunc(all, func(b Claim) bool { return p.repeats(told, b) }) {
				all = append(all, told)
			}
		}
	}
	return all
}

// plainWhereTakenBack returns the marks of a claim, none of them on what it says is so no longer: that
// answers nothing.
func (p aged) plainWhereTakenBack(c Claim) []Mark {
	marks := slices.Clone(c.Marks)
	for i, m := range marks {
		if at := (english.Span{Start: m.Start, End: m.End}); m.Bold && c.Text == c.Cites[0].Text() && p.library.Story().Denies(c.Cites[0], at) {
			marks[i].Bold = false
		}
	}
	return marks
}

// repeats reports whether a claim says again what one before it says: the same of the same sentence, or a
// sentence that another article has word for word.
func (p aged) repeats(c, before Claim) bool {
	if Number(before.Cites[:1], c.Cites[0]) > 0 { // a model may make two claims of one sentence
		return c.Text == before.Text || c.Text == c.Cites[0].Text() && covers(before.Text, c.Text) >= mostSaid
	}
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
	earlier := p.claimsOf(Earlier, before, c)
	if len(earlier) > 0 || len(p.library.Story().TakenBack(s)) > 0 {
		all = p.told(c)
	}
	if len(earlier) > 0 {
		all = as(Now, all)
		if p.question.AsksEarlier() {
			all = append(earlier, all...)
		} else {
			all = append(all, earlier...)
		}
	}
	if differing := p.claimsOf(Differs, otherwise, c); len(differing) > 0 {
		all = as(Differs, append(all, differing...))
	}
	return all
}

// as returns the claims with a standing.
func as(standing Standing, claims []Claim) []Claim {
	for i := range claims {
		claims[i].Standing = standing
	}
	return claims
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
		all = append(all, p.claim(s))
	}
	return all
}

// claimsOf returns the sentences that relations lead to, each once, with what they lean on, and without
// those that the claim cites itself.
func (p aged) claimsOf(standing Standing, all []story.Relation, c Claim) []Claim {
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
		claims = append(claims, p.claim(s))
	}
	return as(standing, claims)
}

// against returns the sentences on both sides of a claim that a newer article says otherwise, or another one.
func (p aged) against(f verify.Finding) []Claim {
	against, says := Now, Earlier
	if f.Ruling == verify.Disputed {
		against, says = Differs, Differs
	}
	return append(as(against, p.each(f.Against)), as(says, p.each(f.Cites))...)
}

// each returns sentences as claims.
func (p aged) each(all []article.Passage) []Claim {
	var claims []Claim
	for _, s := range all {
		claims = append(claims, p.claim(s))
	}
	return claims
}

// mostChanges is how many changes, or differences, an answer tells.
const mostChanges = 4

// changes returns what newer articles replace, or on what articles differ, and how often they do.
func (p aged) changes(ctx context.Context, r message.Request) ([]Claim, int) {
	if r.Want == message.Differing {
		return p.between(p.library.Story().Disputes(ctx), r.About)
	}
	return p.between(p.library.Story().Changes(ctx), r.About)
}

// between returns what relations tell about something, each as the sentences of both sides, and how many
// there are in all.
func (p aged) between(all []story.Relation, about string) (claims []Claim, total int) {
	subject := quote.SubjectOf(p.library.Names(), about)
	inTime := p.within()
	var told []article.Passage
	for _, r := range all {
		said := subject.AllIn(r.Here.Words()) || subject.AllIn(r.There.Words())
		more := p.library.Story().Distinct(slices.Concat(told, p.library.Story().Told(r.Here), []article.Passage{r.There}))
		if about != "" && !said || !slices.Contains(inTime, r.Here.Article) || len(more) == len(told) {
			continue
		}
		told = more
		if total++; total > mostChanges {
			continue
		}
		now, before := Now, Earlier
		if r.Kind == story.Differs {
			now, before = Differs, Differs
		}
		pair := append(as(now, p.each(p.library.Story().Told(r.Here))), as(before, p.each([]article.Passage{r.There}))...)
		pair[0].Opens = true
		claims = append(claims, pair...)
	}
	return claims, total
}
