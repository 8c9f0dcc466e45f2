package bot

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

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

// dates shows the first page of a timeline.
func (a *archive) dates(_ context.Context, e event) reply {
	v := view{asked: []string{strings.TrimSpace(e.Values["about"]), "", ""}}
	now := timex.MomentOf(a.now())
	for i, end := range []string{"from", "to"} {
		typed := strings.TrimSpace(e.Values[end])
		if typed == "" {
			continue
		}
		days, ok := a.timeline().Asked(typed, now)
		if !ok {
			return privately(a.words, "dates.no-day", "Typed", typed)
		}
		v.asked[i+1] = []calendar.Day{days.From, days.To}[i].String()
	}
	if from, to := v.asked[1], v.asked[2]; from != "" && to != "" && to < from {
		q, _ := queryOf(v)
		return privately(a.words, "dates.backwards", "Days", a.words.Days(q.Days))
	}
	return a.datesPage(e, v)
}

// turnDates shows another page.
func (a *archive) turnDates(_ context.Context, e event, v view, _ timeline.Query) reply {
	return turned(e, a.datesPage(e, v))
}

// ofDates returns a handler for a control under a timeline, which carries what that was asked by.
func (a *archive) ofDates(run func(context.Context, event, view, timeline.Query) reply) handler {
	return func(ctx context.Context, e event) reply {
		v, err := decodeView(e.Arg, 3)
		if err == nil {
			if q, err := queryOf(v); err == nil {
				return run(ctx, e, v, q)
			}
		}
		return privately(a.words, "button.dates")
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
func (a *archive) datesPage(e event, v view) reply {
	q, _ := queryOf(v)
	found := a.timeline().Find(q)
	if len(found) == 0 {
		return reply{page: page.NoDates(q, a.timeline().Topics("", 5), a.words)}
	}
	v, first, end := v.within(len(found))
	p := page.Dates(found[first:end], q, a.today(), a.words)
	p.Notes = append(p.Notes, v.foot(len(found), "pages.dates", a.words)...)
	p.Buttons = append(v.turns(datesTurn, len(found), a.words), p.Buttons...)
	p.Buttons = append(p.Buttons, page.Button{Does: calendarName, Label: a.words.Text("button.calendar"), Arg: v.encode()},
		page.Button{Does: pictureName, Label: a.words.Text("button.picture"), Arg: v.encode()})
	if e.Guild != "" {
		p.Buttons = append(p.Buttons, page.Button{Does: scheduleName, Label: a.words.Text("button.event"), Arg: v.encode()})
	}
	return reply{page: p}
}

// suggestTopics completes what a timeline is to be about.
func (a *archive) suggestTopics(_ context.Context, e event) reply {
	var choices []choice
	for _, topic := range a.timeline().Topics(e.Values["about"], maxChoices) {
		topic = strings.TrimSpace(page.Clean(topic))
		if topic != "" && length(topic) <= longestTopic {
			choices = append(choices, choice{Name: topic, Value: topic})
		}
	}
	return reply{choices: choices}
}

// ahead returns the events of a page of a timeline that lie ahead, in order.
func (a *archive) ahead(v view) []timeline.Event {
	q, _ := queryOf(v)
	found := a.timeline().Find(q)
	_, first, end := v.within(len(found))
	var ahead []timeline.Event
	for _, e := range found[first:end] {
		if !e.Vague() && a.today().Before(e.From) {
			ahead = append(ahead, e)
		}
	}
	slices.SortStableFunc(ahead, func(x, y timeline.Event) int {
		return cmp.Or(x.From.Compare(y.From), x.To.Compare(y.To))
	})
	return ahead
}
