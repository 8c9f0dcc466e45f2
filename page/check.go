package page

import (
	"slices"
	"strings"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/knowledge/article"
)

// rulings are the sentences that say at a glance what the articles say to a claim.
var rulings = map[verify.Ruling]string{
	verify.Supported: "ruling.supported", verify.Contradicted: "ruling.contradicted",
	verify.Reported: "ruling.reported", verify.Absent: "ruling.absent",
	verify.Superseded: "ruling.superseded", verify.Disputed: "ruling.disputed",
}

// Check lays out what the articles say to each claim of a text: the ruling, why, and the sentences
// it rests on; of a claim alone that is not in the articles, those that come closest.
func Check(e ask.Examination, w Printer) Page {
	p := Page{words: w, Left: e.Left, More: "check.more"}
	if len(e.Claims) == 0 {
		return w.noClaims(e.Asked)
	}
	absent := false
	for _, c := range e.Claims {
		absent = absent || c.Ruling == verify.Absent
		p.add(p.finding(c)...)
		if len(e.Claims) == 1 && c.Ruling == verify.Absent {
			p.near(w.Say("answer.closest"), c.Cites, c.Claim)
		}
	}
	if absent {
		p.Notes = append(p.Notes, line(Small, w.Say("check.absent")))
	}
	p.offer(ShowSources, "button.sources")
	return p
}

// noClaims says that a text claims nothing, and of one that asks what to do with it.
func (w Printer) noClaims(asked int) Page {
	if asked > 0 {
		return w.Page("check.questions", "N", asked, "How", w.Say("check.how"))
	}
	return w.Page("check.nothing", "How", w.Say("check.how"))
}

// finding returns the lines about one claim.
func (p *Page) finding(c ask.Checked) []Line {
	lines := []Line{line(Small, soft(c.Claim)), line(Heading, p.words.Say(rulings[c.Ruling]))}
	switch {
	case len(c.Against) > 0:
		return append(lines, p.sides(c)...)
	case c.Ruling == verify.Supported:
		lines = append(lines, line(Plain, p.words.Say("check.says")))
	case c.Ruling != verify.Absent:
		lines = append(lines, line(Plain, p.words.Say("check.because", "Reasons", p.words.reasons(c.Reasons))))
	}
	for _, cite := range c.Shown() {
		lines = append(lines, line(Quotation, soft(cite.Text()), " ", p.cite(PlaceOf(cite))))
	}
	return lines
}

// sides returns what is said for a claim and what against it, each with when and by whom.
func (p *Page) sides(c ask.Checked) []Line {
	heads := map[verify.Ruling][2]string{verify.Superseded: {"standing.now", "standing.earlier"}, verify.Disputed: {"standing.source", "standing.source"}}[c.Ruling]
	var lines []Line
	for i, side := range [][]article.Passage{c.Against, c.Cites} {
		for k, cite := range side {
			if k == 0 || cite.Article != side[k-1].Article {
				lines = append(lines, line(Small, p.words.Say(heads[i], "Source", p.words.origin(cite.Article))))
			}
			lines = append(lines, line(Quotation, soft(cite.Text()), " ", p.cite(PlaceOf(cite))))
		}
	}
	return lines
}

// reasons joins reasons to sentences, without the last full stop.
func (w Printer) reasons(all []verify.Reason) []Span {
	var out []Span
	for i, r := range all {
		if i > 0 {
			out = append(out, own(". "))
		}
		out = append(out, soft(UpperFirst(strings.TrimRight(w.Reason(r), "."))))
	}
	return out
}

// Reason says why a claim does not hold, without a full stop: "the article says January 12, not
// January 13".
func (w Printer) Reason(r verify.Reason) string {
	var args []any
	for i, word := range r.Words {
		args = append(args, string(rune('A'+i)), w.Phrase(word))
	}
	return w.Text("reason."+string(r.Case), args...)
}

// Phrase returns a word of a [verify.Reason], or whose words a claim is, as readers see it: as it
// is, but for the phrases of package verify.
func (w Printer) Phrase(word string) string {
	if inner, ok := strings.CutPrefix(word, "<"); ok {
		if name := "phrase." + strings.TrimSuffix(inner, ">"); slices.Contains(Names(), name) {
			return w.Text(name)
		}
	}
	return word
}
