package bot

import (
	"context"

	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timeline/picture"
	"talksbot/page"
)

// calendar sends a timeline, all its pages, as a file that calendars open.
func (a *archive) calendar(_ context.Context, _ event, _ view, q timeline.Query) reply {
	found := a.timeline().Find(q)
	dated := 0
	for _, e := range found {
		if !e.Vague() {
			dated++
		}
	}
	if dated == 0 {
		return say(a.words, "calendar.empty")
	}
	r := say(a.words, "calendar.file", "N", dated)
	if vague := len(found) - dated; vague > 0 {
		r.page.Notes = append(r.page.Notes, page.Line{Kind: page.Small, Spans: a.words.Say("calendar.vague", "N", vague)})
	}
	r.files = []file{{Name: "dates.ics", Kind: timeline.MediaType, Says: a.words.Text("calendar.alt"), Data: timeline.Calendar(found, a.now())}}
	return r
}

// picture sends a timeline, all its pages, as a drawing.
func (a *archive) picture(_ context.Context, _ event, _ view, q timeline.Query) reply {
	found := a.timeline().Find(q)
	if len(found) == 0 {
		return reply{page: page.NoDates(q, a.timeline().Topics("", 5), a.words)}
	}
	data, err := picture.PNG(found, picture.Options{Title: page.Title(q, a.words), Today: a.today()})
	if err != nil {
		a.log.Error("a timeline could not be drawn", "error", err)
		return say(a.words, "sorry")
	}
	return reply{page: page.Picture(q, a.words), files: []file{{
		Name: "dates.png", Kind: picture.MediaType, Data: data, Says: a.words.Text("picture.alt", "N", len(found)),
	}}}
}
