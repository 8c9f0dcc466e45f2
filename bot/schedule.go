package bot

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/discord"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

// scheduled is the wire form of an event in a server's calendar.
type scheduled struct {
	ID          string    `json:"id,omitempty"`
	Name        string    `json:"name"`
	Description string    `json:"description"`
	Starts      time.Time `json:"scheduled_start_time"`
	Ends        time.Time `json:"scheduled_end_time"`
	Privacy     int       `json:"privacy_level"`
	Type        int       `json:"entity_type"`
	Metadata    *where    `json:"entity_metadata"`
}

type where struct {
	Location string `json:"location"`
}

// Discord's numbers and limits for events.
const (
	privacyServer  = 2
	typeElsewhere  = 3 // neither in a voice channel nor on a stage
	maxEventName   = 100
	maxEventPlace  = 100
	maxEventText   = 1000
	hourOfTheEvent = 12 // UTC: at noon it is the same day nearly everywhere
)

// schedule makes an event in the server's calendar of a day to come, which the person chooses
// where the page has several. It changes something, unlike the other handlers, and so looks
// first who may and whether it is done already.
func (b *Bot) schedule(ctx context.Context, e event) reply {
	v, err := datesView(e)
	if err != nil {
		return b.otherVersion()
	}
	if missing := mayNotSchedule(e); missing != "" {
		return b.says(missing)
	}
	ahead := b.ahead(v)
	if len(e.Chosen) > 0 {
		ahead = slices.DeleteFunc(ahead, func(a timeline.Event) bool { return a.ID() != e.Chosen[0] })
	}
	switch {
	case len(ahead) == 0:
		return b.says("event.none")
	case len(ahead) == 1:
		return b.makeEvent(ctx, e.Guild, ahead[0])
	}
	m := menu{name: scheduleName, arg: e.Arg, asks: b.words.Text("event.day")}
	for _, a := range ahead {
		m.choices = append(m.choices, choice{Name: brief(a.Days) + ": " + clean(a.Label()), Value: a.ID()})
	}
	return reply{page: b.words.Page("event.which"), menu: m}
}

// mayNotSchedule returns the name of the sentence that says what is missing to make an event, if
// anything is.
func mayNotSchedule(e event) string {
	switch {
	case e.Guild == "":
		return "event.no-server"
	case e.May&(discordgo.PermissionCreateEvents|discordgo.PermissionAdministrator) == 0:
		return "event.not-allowed"
	case e.Can&(discordgo.PermissionCreateEvents|discordgo.PermissionAdministrator) == 0:
		return "event.missing"
	}
	return ""
}

// makeEvent makes the event, unless the server has it.
func (b *Bot) makeEvent(ctx context.Context, guild string, of timeline.Event) reply {
	path := "guilds/" + guild + "/scheduled-events"
	wanted := newScheduled(of, b.words)
	var there []scheduled
	if err := b.client.Do(ctx, discord.Call{Doing: "reading the events", Method: "GET", Path: path}, &there); err != nil {
		b.log.Warn("the server's events could not be read", "error", err)
	}
	for _, s := range there {
		if s.Name == wanted.Name && s.Starts.Equal(wanted.Starts) {
			return b.says("event.there", "Address", address(guild, s.ID))
		}
	}
	var made scheduled
	err := b.client.Do(ctx, discord.Call{Doing: "making an event", Method: "POST", Path: path, Body: wanted}, &made)
	switch {
	case discord.Refused(err, discordgo.ErrCodeMissingPermissions):
		return b.says("event.refused")
	case discord.Refused(err, discordgo.ErrCodeMaximumNumberOfUncompletedGuildScheduledEventsReached):
		return b.says("event.too-many")
	case err != nil:
		b.log.Error("an event could not be made", "error", err, "server", guild)
		return b.says("event.unconfirmed")
	}
	r := b.says("event.made", "Days", page.Span{Text: of.Days.String()}, "Address", address(guild, made.ID))
	r.page.Notes = []page.Line{{Kind: page.Small, Spans: b.words.Say("event.noon")}}
	return r
}

// address returns the address of an event, which Discord shows as the event.
func address(guild, id string) page.Span {
	return page.Span{Text: "https://discord.com/events/" + guild + "/" + id}
}

// newScheduled returns the event for the server's calendar: the label as its name, the
// sentences and their sources below.
func newScheduled(e timeline.Event, w page.Printer) scheduled {
	a := e.Mentions[0].Article
	place := clean(a.Title)
	if place == "" {
		place = w.Text("event.place")
	}
	return scheduled{
		Name: page.Shorten(clean(e.Label()), maxEventName), Description: page.Shorten(e.Description(), maxEventText),
		Starts: noon(e.From), Ends: noon(e.To).Add(time.Hour), Privacy: privacyServer, Type: typeElsewhere,
		Metadata: &where{page.Shorten(place, maxEventPlace)},
	}
}

// noon is when an event begins whose articles name the day alone.
func noon(d timex.Day) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hourOfTheEvent, 0, 0, 0, time.UTC)
}

// brief writes days for a menu, which has little room: "Mon 10 Jan 2022".
func brief(d timeline.Days) string {
	one := func(d timex.Day) string { return fmt.Sprintf("%.3s %d %.3s %d", d.Weekday(), d.Day, d.Month, d.Year) }
	if d.From == d.To {
		return one(d.From)
	}
	return one(d.From) + " – " + one(d.To)
}
