package page

import (
	"talksbot/ask"
	"talksbot/knowledge/article"
)

// standing says of a claim, above it, how it stands to the others: what is so now and since when, what was
// said before, which sources differ. Nothing is said twice of one article.
func (p *Page) standing(c, before ask.Claim) []Line {
	w := p.words
	if c.Standing == "" || !c.Opens && c.Standing == before.Standing && c.Cites[0].Article == before.Cites[0].Article {
		return nil
	}
	a := c.Cites[0].Article
	switch c.Standing {
	case ask.Now:
		return []Line{line(Small, w.Say("standing.now", "Source", w.origin(a)))}
	case ask.Earlier:
		return []Line{line(Small, w.Say("standing.earlier", "Source", w.origin(a)))}
	}
	lines := []Line{line(Small, w.Say("standing.source", "Source", w.origin(a)))}
	if c.Opens || before.Standing != ask.Differs {
		lines = append([]Line{line(Plain, w.Say("standing.differ"))}, lines...)
	}
	return lines
}

// origin names an article by when it appeared and whose it is, or by its title where that is not known.
func (w Printer) origin(a *article.Article) []Span {
	whose := a.Outlet
	if whose == "" {
		whose = name(a)
	}
	return spans(own(w.published(a)), own(" · "), Outside(Shorten(whose, longestTitle)))
}

// mostTold returns how many changes or differences an answer tells.
func mostTold(a ask.Answer) int {
	n := 0
	for _, c := range a.Claims {
		if c.Opens {
			n++
		}
	}
	return n
}
