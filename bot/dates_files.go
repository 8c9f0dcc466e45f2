package bot

import (
	"context"

	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timeline/picture"
)

// calendar sends a timeline, all its pages, as a file that calendars open.
func (b *Bot) calendar(_ context.Context, e event) reply {
	v, err := datesView(e)
	if err != nil {
		return b.otherVersion()
	}
	q, _ := queryOf(v)
	found := b.timeline().Find(q)
	dated := 0
	for _, e := range found {
		if !e.Vague() {
			dated++
		}
	}
	if dated == 0 {
		return reply{text: "There is no day here that a calendar could hold."}
	}
	text := "Open the file to add " + count(dated, "date") + " to your calendar, each as a whole day. Opening it again adds nothing twice."
	if vague := len(found) - dated; vague > 0 {
		text += "\n-# " + upperFirst(more(vague, "date")) + " left out: the articles name no day for them."
	}
	return reply{text: text, files: []file{{
		Name: "dates.ics", Kind: timeline.MediaType, Says: "The dates as a calendar file", Data: timeline.Calendar(found, b.now()),
	}}}
}

// picture sends a timeline, all its pages, as a drawing.
func (b *Bot) picture(_ context.Context, e event) reply {
	v, err := datesView(e)
	if err != nil {
		return b.otherVersion()
	}
	q, _ := queryOf(v)
	found := b.timeline().Find(q)
	if len(found) == 0 {
		return reply{text: b.noDates(q)}
	}
	title := "Timeline"
	if q.About != "" {
		title += ": " + q.About
	}
	data, err := picture.PNG(found, picture.Options{Title: title, Today: b.today()})
	if err != nil {
		b.log.Error("a timeline could not be drawn", "error", err)
		return reply{text: sorry}
	}
	return reply{text: "-# Dates" + restricted(q), files: []file{{
		Name: "dates.png", Kind: picture.MediaType, Data: data,
		Says: "A timeline of " + count(len(found), "date") + ", each with its day, what happens and its source, as in the message above",
	}}}
}
