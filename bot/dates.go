package bot

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
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
func (a archive) dates(_ context.Context, e discord.Event) command.Reply {
	v := command.View{Asked: []string{strings.TrimSpace(e.Values["about"]), "", ""}}
	now := timex.MomentOf(a.now())
	for i, end := range []string{"from", "to"} {
		typed := strings.TrimSpace(e.Values[end])
		if typed == "" {
			continue
		}
		days, ok := timeline.New(a.library).Asked(typed, now)
		if !ok {
			return command.Privately(a.words, "dates.no-day", "Typed", typed)
		}
		v.Asked[i+1] = []calendar.Day{days.From, days.To}[i].String()
	}
	if from, to := v.Asked[1], v.Asked[2]; from != "" && to != "" && to < from {
		q, _ := queryOf(v)
		return command.Privately(a.words, "dates.backwards", "Days", a.words.Days(q.Days))
	}
	if v.Asked[1] == "" && v.Asked[2] == "" {
		v = a.opening(v)
	}
	return a.datesPage(e, v)
}

// opening returns the view that a timeline opens with: what is still to come, or else its last page with
// a day.
func (a archive) opening(v command.View) command.View {
	q, _ := queryOf(v)
	dated, ahead := 0, 0
	for _, e := range timeline.New(a.library).Find(q) {
		if e.Vague() {
			continue
		}
		dated++
		if !e.To.Before(a.today()) {
			ahead++
		}
	}
	switch {
	case dated == 0 || ahead == dated:
	case ahead > 0:
		v.Asked[1] = fromToday
	default:
		v.Page = (dated - 1) / command.PerPage
	}
	return v
}

// fromToday stands for the first day of a timeline that shows what is still to come, on whichever day it
// is looked at.
const fromToday = "ahead"

// listed returns the events of a view, all its pages, and how many more have passed.
func (a archive) listed(v command.View) (found []timeline.Event, passed int) {
	q, _ := queryOf(v)
	found = timeline.New(a.library).Find(q)
	if v.Asked[1] != fromToday {
		return found, 0
	}
	all := len(found)
	found = slices.DeleteFunc(found, func(e timeline.Event) bool { return !e.Vague() && e.To.Before(a.today()) })
	return found, all - len(found)
}

// turnDates shows another page.
func (a archive) turnDates(_ context.Context, e discord.Event, v command.View, _ timeline.Query) command.Reply {
	return command.Turned(e, a.datesPage(e, v))
}

// ofDates returns a handler for a control under a timeline, which carries what that was asked by.
func (a archives) ofDates(run func(archive, context.Context, discord.Event, command.View, timeline.Query) command.Reply) command.Handler {
	return func(ctx context.Context, e discord.Event) command.Reply {
		v, err := command.DecodeView(e.Arg, 3)
		if err == nil {
			if q, err := queryOf(v); err == nil {
				return run(a.of(e), ctx, e, v, q)
			}
		}
		return command.Privately(a.words, "button.dates")
	}
}

// queryOf returns what a timeline was asked by.
func queryOf(v command.View) (q timeline.Query, err error) {
	q.About = v.Asked[0]
	for i, d := range []*calendar.Day{&q.From, &q.To} {
		if v.Asked[i+1] != "" && v.Asked[i+1] != fromToday {
			var no error
			*d, no = calendar.ParseDay(v.Asked[i+1])
			err = errors.Join(err, no)
		}
	}
	return q, err
}

// datesPage returns a page of the timeline asked for.
func (a archive) datesPage(e discord.Event, v command.View) command.Reply {
	q, _ := queryOf(v)
	found, passed := a.listed(v)
	if len(found) == 0 {
		return command.Reply{Page: page.NoDates(q, timeline.New(a.library).Topics("", 5), a.words)}
	}
	v, first, end := v.Within(len(found))
	p := page.Dates(found[first:end], q, page.Today{Day: a.today(), Next: timeline.Next(found, a.today())}, a.words)
	p.Notes = append(p.Notes, v.Foot(len(found), "pages.dates", a.words)...)
	turns := v.Turns(datesTurn, len(found), a.words)
	if passed > 0 {
		before := command.View{Page: (passed - 1) / command.PerPage, Asked: []string{q.About, "", ""}}
		turns = append([]page.Button{{Does: datesTurn, Label: a.words.Text("button.earlier"), Arg: before.Encode()}}, turns...)
	}
	p.Buttons = append(turns, p.Buttons...)
	p.Buttons = append(p.Buttons, page.Button{Does: calendarName, Label: a.words.Text("button.calendar"), Arg: v.Encode()},
		page.Button{Does: pictureName, Label: a.words.Text("button.picture"), Arg: v.Encode()})
	if e.Guild != "" && !e.Abroad {
		p.Buttons = append(p.Buttons, page.Button{Does: scheduleName, Label: a.words.Text("button.event"), Arg: v.Encode()})
	}
	return command.Reply{Page: p}
}

// suggestTopics completes what a timeline is to be about.
func (a archive) suggestTopics(_ context.Context, e discord.Event) command.Reply {
	var choices []discord.Choice
	for _, topic := range timeline.New(a.library).Topics(e.Values["about"], discord.MaxChoices) {
		topic = strings.TrimSpace(page.Clean(topic))
		if topic != "" && markdown.Length(topic) <= longestTopic {
			choices = append(choices, discord.Choice{Name: topic, Value: topic})
		}
	}
	return command.Reply{Choices: choices}
}

// ahead returns the events of a page of a timeline that lie ahead, in order.
func (a archive) ahead(v command.View) []timeline.Event {
	found, _ := a.listed(v)
	_, first, end := v.Within(len(found))
	var ahead []timeline.Event
	for _, e := range found[first:end] {
		if !e.Vague() && !e.Off() && a.today().Before(e.From) {
			ahead = append(ahead, e)
		}
	}
	slices.SortStableFunc(ahead, func(x, y timeline.Event) int {
		return cmp.Or(x.From.Compare(y.From), x.To.Compare(y.To))
	})
	return ahead
}
