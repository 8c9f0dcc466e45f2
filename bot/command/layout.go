package command

import (
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/page"
)

// A page that cites something, or is of several parts, is laid out: in a box, with a line between what it says and
// its small print, and the controls below. What is said in a sentence is text, which people have read before they
// see a box; so is what comes with a file, which a layout would have to place.

// isLaidOut reports whether the reply is laid out.
func (r Reply) isLaidOut() bool {
	return !r.Plain && len(r.Files) == 0 && (len(r.Page.Cited) > 0 || len(r.Page.Parts) > 1)
}

// layout returns the reply laid out.
func (r Reply) layout(m markdown.Writer) []discord.Component {
	most := discord.MaxLaidOut
	if r.Said != nil {
		most = discord.MaxContent // an answer: nobody reads more of one in a channel
	}
	p := r.Page.Fit(func(p page.Page) int { return markdown.Length(m.Text(p)) }, most)
	var in []discord.Component
	room := discord.MaxLaidOut
	add := func(text string) {
		text = page.Shorten(text, room)
		if room -= markdown.Length(text); text != "" {
			in = append(in, discord.Component{Type: discord.TypeText, Content: text})
		}
	}
	add(m.Lines(p.Body()))
	if foot := m.Lines(p.Foot()); foot != "" && len(in) > 0 {
		in = append(in, discord.Component{Type: discord.TypeLine})
		add(foot)
	}
	return []discord.Component{{Type: discord.TypeBox, Components: append(in, r.controls()...)}}
}
