package bot

import (
	"context"
	"fmt"
	"github.com/bwmarrin/discordgo"
	"slices"
	"talksbot/bot/discord"
	"time"

	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
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
		return reply{text: missing}
	}
	ahead := b.ahead(v)
	if len(e.Chosen) > 0 {
		ahead = slices.DeleteFunc(ahead, func(a timeline.Event) bool { return a.ID() != e.Chosen[0] })
	}
	switch {
	case len(ahead) == 0:
		return reply{text: "None of the days on this page lies ahead, so there is nothing to make an event of."}
	case len(ahead) == 1:
		return b.makeEvent(ctx, e.Guild, ahead[0])
	}
	m := menu{name: scheduleName, arg: e.Arg, asks: "For which day?"}
	for _, a := range ahead {
		m.choices = append(m.choices, choice{Name: brief(a.Days) + ": " + plainName(a.Label()), Value: a.ID()})
	}
	return reply{text: "Which day shall I make an event for?", menu: m}
}

// mayNotSchedule says what is missing to make an event, if anything is.
func mayNotSchedule(e event) string {
	switch {
	case e.Guild == "":
		return "Events are made in a server. Use me there, and this button makes one."
	case e.May&(discordgo.PermissionCreateEvents|discordgo.PermissionAdministrator) == 0:
		return "To make an event here you need the permission **Create Events**. Somebody who has it can press the button."
	case e.Can&(discordgo.PermissionCreateEvents|discordgo.PermissionAdministrator) == 0:
		return "I lack the permission **Create Events** in this server. Whoever runs the server can give it to my role."
	}
	return ""
}

// makeEvent makes the event, unless the server has it.
func (b *Bot) makeEvent(ctx context.Context, guild string, of timeline.Event) reply {
	path := "guilds/" + guild + "/scheduled-events"
	wanted := newScheduled(of)
	var there []scheduled
	if err := b.client.Do(ctx, discord.Call{Doing: "reading the events", Method: "GET", Path: path}, &there); err != nil {
		b.log.Warn("the server's events could not be read", "error", err)
	}
	for _, s := range there {
		if s.Name == wanted.Name && s.Starts.Equal(wanted.Starts) {
			return reply{text: "That event is there already: " + eventLink(guild, s.ID)}
		}
	}
	var made scheduled
	err := b.client.Do(ctx, discord.Call{Doing: "making an event", Method: "POST", Path: path, Body: wanted}, &made)
	switch {
	case discord.Refused(err, discordgo.ErrCodeMissingPermissions):
		return reply{text: "Discord does not let me make events here: my role needs the permission **Create Events**."}
	case discord.Refused(err, discordgo.ErrCodeMaximumNumberOfUncompletedGuildScheduledEventsReached):
		return reply{text: "This server has as many events as Discord allows. Once one is over or deleted, there is room for another."}
	case err != nil:
		b.log.Error("an event could not be made", "error", err, "server", guild)
		return reply{text: "Discord did not confirm the event. Please look under Events, and press again if it is not there."}
	}
	return reply{text: "There is now an event for " + bold(of.Days.String()) + ": " + eventLink(guild, made.ID) +
		"\n-# Discord wants an hour and the articles name none, so it begins at noon, UTC."}
}

func eventLink(guild, id string) string { return "https://discord.com/events/" + guild + "/" + id }

// newScheduled returns the event for the server's calendar: the label as its name, the
// sentences and their sources below.
func newScheduled(e timeline.Event) scheduled {
	a := e.Mentions[0].Article
	place := plainName(a.Title)
	if place == "" {
		place = "as the article says"
	}
	return scheduled{
		Name: shorten(plainName(e.Label()), maxEventName), Description: shorten(e.Description(), maxEventText),
		Starts: noon(e.From), Ends: noon(e.To).Add(time.Hour), Privacy: privacyServer, Type: typeElsewhere,
		Metadata: &where{shorten(place, maxEventPlace)},
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
