package bot

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"talksbot/bot/discord"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

// datesName is the command.
const datesName = "dates"

// The controls under a timeline. The names are short: each carries what the list was asked by.
const (
	datesTurn    = "dates-page" // shows another page
	calendarName = "dates-ics"  // sends the days as a file for calendars
	pictureName  = "dates-png"  // draws them
	scheduleName = "dates-new"  // makes a Discord event of one
)

// What a person may type into /dates. Together with two days it must fit what a button carries.
const (
	longestTopic = 40
	longestDay   = 30
)

// datesRow is the command /dates.
var datesRow = row{
	name: datesName, description: "command.dates", asks: true, run: (*Bot).dates, suggest: (*Bot).suggestTopics,
	options: []discord.Option{
		{Name: "about", Description: "option.dates-about", Type: text, Autocomplete: true, MaxLength: longestTopic},
		{Name: "from", Description: "option.from", Type: text, MaxLength: longestDay},
		{Name: "to", Description: "option.to", Type: text, MaxLength: longestDay},
		private,
	},
}

// datesControls are the rows of what stands under a timeline.
var datesControls = []row{
	{name: datesTurn, run: ofDates((*Bot).turnDates)},
	{name: calendarName, private: true, run: ofDates((*Bot).calendar)},
	{name: pictureName, asks: true, run: ofDates((*Bot).picture)},
	{name: scheduleName, private: true, asks: true, run: ofDates((*Bot).schedule)},
}

// dates shows the first page of a timeline.
func (b *archive) dates(_ context.Context, e event) reply {
	v := view{asked: []string{strings.TrimSpace(e.Values["about"]), "", ""}}
	now := timex.MomentOf(b.now())
	for i, end := range []string{"from", "to"} {
		typed := strings.TrimSpace(e.Values[end])
		if typed == "" {
			continue
		}
		days, ok := b.timeline().Asked(typed, now)
		if !ok {
			return b.privately("dates.no-day", "Typed", typed)
		}
		v.asked[i+1] = []calendar.Day{days.From, days.To}[i].String()
	}
	if from, to := v.asked[1], v.asked[2]; from != "" && to != "" && to < from {
		q, _ := queryOf(v)
		return b.privately("dates.backwards", "Days", b.words.Days(q.Days))
	}
	return b.datesPage(e, v)
}

// turnDates shows another page.
func (b *archive) turnDates(_ context.Context, e event, v view, _ timeline.Query) reply {
	return turned(e, b.datesPage(e, v))
}

// ofDates returns a handler for a control under a timeline, which carries what that was asked by.
func ofDates(run func(*Bot, context.Context, event, view, timeline.Query) reply) handler {
	return func(b *Bot, ctx context.Context, e event) reply {
		v, err := decodeView(e.Arg, 3)
		if err == nil {
			if q, err := queryOf(v); err == nil {
				return run(b, ctx, e, v, q)
			}
		}
		return b.privately("button.dates")
	}
}

// queryOf returns what a timeline was asked by.
func queryOf(v view) (q timeline.Query, err error) {
	q.About = v.asked[0]
	for i, d := range []*calendar.Day{&q.From, &q.To} {
		if v.asked[i+1] != "" {
			var no error
			*d, no = calendar.ParseDay(v.asked[i+1])
			err = errors.Join(err, no)
		}
	}
	return q, err
}

// datesPage returns a page of the timeline asked for.
func (b *archive) datesPage(e event, v view) reply {
	q, _ := queryOf(v)
	found := b.timeline().Find(q)
	if len(found) == 0 {
		return reply{page: page.NoDates(q, b.timeline().Topics("", 5), b.words)}
	}
	v, first, end := v.within(len(found))
	p := page.Dates(found[first:end], q, b.today(), b.words)
	p.Notes = append(p.Notes, v.foot(len(found), "pages.dates", b.words)...)
	p.Buttons = append(v.turns(datesTurn, len(found), b.words), p.Buttons...)
	p.Buttons = append(p.Buttons, page.Button{Does: calendarName, Label: b.words.Text("button.calendar"), Arg: v.encode()},
		page.Button{Does: pictureName, Label: b.words.Text("button.picture"), Arg: v.encode()})
	if e.Guild != "" {
		p.Buttons = append(p.Buttons, page.Button{Does: scheduleName, Label: b.words.Text("button.event"), Arg: v.encode()})
	}
	return reply{page: p}
}

// suggestTopics completes what a timeline is to be about.
func (b *archive) suggestTopics(_ context.Context, e event) reply {
	var choices []choice
	for _, topic := range b.timeline().Topics(e.Values["about"], maxChoices) {
		topic = strings.TrimSpace(page.Clean(topic))
		if topic != "" && length(topic) <= longestTopic {
			choices = append(choices, choice{Name: topic, Value: topic})
		}
	}
	return reply{choices: choices}
}

// ahead returns the events of a page of a timeline that lie ahead, in order.
func (b *archive) ahead(v view) []timeline.Event {
	q, _ := queryOf(v)
	found := b.timeline().Find(q)
	_, first, end := v.within(len(found))
	var ahead []timeline.Event
	for _, e := range found[first:end] {
		if !e.Vague() && b.today().Before(e.From) {
			ahead = append(ahead, e)
		}
	}
	slices.SortStableFunc(ahead, func(a, c timeline.Event) int {
		return cmp.Or(a.From.Compare(c.From), a.To.Compare(c.To))
	})
	return ahead
}
