package bot

import (
	"context"

	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timeline/picture"
	"talksbot/page"
)

// calendar sends a timeline, all its pages, as a file that calendars open.
func (b *archive) calendar(_ context.Context, _ event, _ view, q timeline.Query) reply {
	found := b.timeline().Find(q)
	dated := 0
	for _, e := range found {
		if !e.Vague() {
			dated++
		}
	}
	if dated == 0 {
		return b.says("calendar.empty")
	}
	r := b.says("calendar.file", "N", dated)
	if vague := len(found) - dated; vague > 0 {
		r.page.Notes = append(r.page.Notes, page.Line{Kind: page.Small, Spans: b.words.Say("calendar.vague", "N", vague)})
	}
	r.files = []file{{Name: "dates.ics", Kind: timeline.MediaType, Says: b.words.Text("calendar.alt"), Data: timeline.Calendar(found, b.now())}}
	return r
}

// picture sends a timeline, all its pages, as a drawing.
func (b *archive) picture(_ context.Context, _ event, _ view, q timeline.Query) reply {
	found := b.timeline().Find(q)
	if len(found) == 0 {
		return reply{page: page.NoDates(q, b.timeline().Topics("", 5), b.words)}
	}
	data, err := picture.PNG(found, picture.Options{Title: page.Title(q, b.words), Today: b.today()})
	if err != nil {
		b.log.Error("a timeline could not be drawn", "error", err)
		return b.says("sorry")
	}
	return reply{page: page.Picture(q, b.words), files: []file{{
		Name: "dates.png", Kind: picture.MediaType, Data: data, Says: b.words.Text("picture.alt", "N", len(found)),
	}}}
}
