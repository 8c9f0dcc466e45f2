package bot

import (
	"context"
	"fmt"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timeline/picture"
	"talksbot/page"
)

// calendar sends a timeline, all its pages, as a file that calendars open.
func (a archive) calendar(_ context.Context, _ discord.Event, v command.View, _ timeline.Query) command.Reply {
	listed, _ := a.listed(v)
	found, off := timeline.Standing(listed)
	dated := 0
	for _, e := range found {
		if !e.Vague() {
			dated++
		}
	}
	if dated == 0 {
		return command.Say(a.words, "calendar.empty")
	}
	r := command.Say(a.words, "calendar.file", "N", dated)
	if vague := len(found) - dated; vague > 0 {
		r.Page.Notes = append(r.Page.Notes, page.Line{Kind: page.Small, Spans: a.words.Say("calendar.vague", "N", vague)})
	}
	if off > 0 {
		r.Page.Notes = append(r.Page.Notes, page.Line{Kind: page.Small, Spans: a.words.Say("calendar.off", "N", off)})
	}
	r.Files = []discord.File{{Name: "dates.ics", Kind: timeline.MediaType, Says: a.words.Text("calendar.alt"), Data: timeline.Calendar(found, page.Drawn{Printer: a.words}, a.now())}}
	return r
}

// picture sends a timeline, all its pages, as a drawing.
func (a archive) picture(_ context.Context, _ discord.Event, v command.View, q timeline.Query) command.Reply {
	listed, _ := a.listed(v)
	found, _ := timeline.Standing(listed)
	if len(found) == 0 {
		return command.Reply{Page: page.NoDates(q, timeline.New(a.library).Topics("", 5), a.words)}
	}
	data, err := picture.PNG(found, picture.Options{Title: page.Title(q, a.words), Today: a.today(), Words: page.Drawn{Printer: a.words}})
	if err != nil {
		return command.Reply{Err: fmt.Errorf("drawing a timeline: %w", err)}
	}
	return command.Reply{Page: page.Picture(q, a.words), Files: []discord.File{{
		Name: "dates.png", Kind: picture.MediaType, Data: data, Says: a.altText(found),
	}}}
}

// maxAltText is how much may be said of a picture to those who do not see it.
const maxAltText = 1024

// altText returns what a drawn timeline shows: each day and what happens, in order, as far as there is
// room.
func (a archive) altText(found []timeline.Event) string {
	text := a.words.Text("picture.alt", "N", len(found))
	for _, e := range found {
		when := page.BriefDays(e.Days, a.words)
		if e.Vague() {
			when = page.Clean(e.When())
		}
		text += " " + when + ": " + page.Clean(e.Label()) + "."
	}
	return page.Shorten(text, maxAltText)
}
