package bot

import (
	"fmt"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge"
)

// closest introduces the passages of an answer that is none.
const closest = "**What comes closest:**"

// longestShown is how much of a question an answer repeats.
const longestShown = 300

// answer returns an answer as a message: the question where nobody else shows it, the claims
// with the numbers of the sentences they rest on, then each article with those sentences. In
// the articles' own words a claim is the sentence, so it stands there once, as a quotation.
func answer(q ask.Question, a ask.Answer, fromCommand bool) reply {
	head := shownQuestion(q, a, fromCommand)
	foot := ""
	if a.Note != "" {
		foot = "\n-# " + escape(shorten(a.Note, longestShown))
	}
	var body string
	var cited citations
	room := maxLength - length(head) - length(foot)
	switch {
	case a.Outcome == ask.Answered && len(a.Claims) > 0:
		body, cited = claims(a.Claims, a.Mode, room)
	case a.Message == "":
		body = sorry
	case a.Outcome == ask.Silent:
		body, cited = silence(a.Message, a.Closest, room)
	default:
		body = escape(shorten(a.Message, maxLength/2))
	}
	r := reply{text: strings.TrimSpace(head + body + foot)}
	if len(cited) > 0 {
		r.buttons = append(r.buttons, button{label: "Sources", name: sourcesName, arg: cited.encode()})
	}
	return r
}

// shownQuestion returns the line that shows the question, where nobody else does: Discord shows
// a message, but not what was typed into a command, nor what a follow-up was taken to mean.
func shownQuestion(q ask.Question, a ask.Answer, fromCommand bool) string {
	mark, text := questionMark, q.Text
	if !fromCommand {
		mark, text = questionMark+understood, a.Question
		if len(q.Earlier) == 0 || a.Question == q.Text {
			return ""
		}
	}
	text = strings.TrimSpace(escape(shorten(text, longestShown)))
	if text == "" {
		return ""
	}
	return mark + text + "\n"
}

// mostClaims is more claims than a message has room for.
const mostClaims = 50

// claims returns the claims in at most room characters, with all the passages they cite. Where
// it is too much, the quoted sentences below go first, then claims from the last on; what is
// left out is said and stands under Sources.
func claims(all []ask.Claim, mode ask.Mode, room int) (string, citations) {
	var cited citations
	for _, c := range all {
		cited.add(c.Cites...)
	}
	for shown := min(len(all), mostClaims); shown > 0; shown-- {
		for _, quotes := range []bool{true, false} {
			text := cited.layOut(all[:shown], mode, quotes, len(all)-shown)
			if length(text) <= room {
				return text, cited
			}
		}
	}
	return cited.squeeze(all, mode, room), cited
}

// squeeze returns the first claim alone, shortened until it fits.
func (cs citations) squeeze(all []ask.Claim, mode ask.Mode, room int) string {
	first := all[0]
	first.Cites = first.Cites[:min(len(first.Cites), 3)]
	text := ""
	for limit := room; limit > 0; limit = limit * 3 / 4 {
		text = cs.layOut([]ask.Claim{cut(first, limit)}, mode, false, len(all)-1)
		if length(text) <= room {
			return text
		}
	}
	return shorten(text, room)
}

// cut shortens a claim's text and keeps the marks that stand in what is left.
func cut(c ask.Claim, limit int) ask.Claim {
	whole := c.Text
	c.Text = shorten(whole, limit)
	kept := len(strings.TrimSuffix(c.Text, "…"))
	var marks []ask.Mark
	for _, m := range c.Marks {
		if m.End <= kept {
			marks = append(marks, m)
		}
	}
	c.Marks = marks
	return c
}

// layOut returns claims and sources as they are read.
func (cs citations) layOut(claims []ask.Claim, mode ask.Mode, quotes bool, left int) string {
	var b strings.Builder
	var shown citations
	for _, c := range claims {
		shown.add(c.Cites...)
		if mode != ask.WordedModel {
			b.WriteString("> ")
		}
		fmt.Fprintf(&b, "%s %s\n", c.Render(escape, bold), cs.numbers(c.Cites))
	}
	if left > 0 {
		fmt.Fprintf(&b, "-# Shortened: %s under Sources.\n", more(left, "sentence"))
	}
	b.WriteByte('\n')
	quotes = quotes && mode == ask.WordedModel
	for _, a := range shown.articles() {
		of := shown.of(a)
		if !quotes {
			fmt.Fprintf(&b, "-# %s %s\n", cs.numbers(of), source(a))
			continue
		}
		fmt.Fprintf(&b, "-# %s\n", source(a))
		for _, p := range of {
			fmt.Fprintf(&b, "> %s %s\n", cs.numbers([]knowledge.Passage{p}), escape(p.Text()))
		}
	}
	return strings.TrimRight(b.String(), "\n")
}

// silence returns the sentence that says the articles do not say, with the passages that come
// closest.
func silence(message string, near []knowledge.Passage, room int) (string, citations) {
	said := escape(shorten(message, longestShown))
	var cited citations
	cited.add(near...)
	for ; len(near) > 0; near = near[:len(near)-1] {
		var quoted []ask.Claim
		for _, p := range near {
			quoted = append(quoted, ask.Claim{Text: shorten(p.Text(), 600), Cites: []knowledge.Passage{p}})
		}
		text := said + "\n\n" + closest + "\n" + cited.layOut(quoted, ask.Extract, false, 0)
		if length(text) <= room {
			return text, cited
		}
	}
	return said, nil
}

// longestTitle is how much of a title a source line shows.
const longestTitle = 150

// source returns the line that names an article: its title, which leads to it where it has an
// address, its outlet and the day it was published.
func source(a *knowledge.Article) string {
	title := a.Title
	if title == "" {
		title = a.ID
	}
	parts := []string{link(shorten(title, longestTitle), a.URL)}
	if a.Outlet != "" {
		parts = append(parts, escape(shorten(a.Outlet, longestTitle)))
	}
	return strings.Join(append(parts, day(a)), " · ")
}
