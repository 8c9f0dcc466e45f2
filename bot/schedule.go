package bot

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/knowledge/timeline"
	"talksbot/page"
)

// What Discord allows of events.
const (
	maxEventName   = 100
	maxEventPlace  = 100
	maxEventText   = 1000
	hourOfTheEvent = 12 // UTC: at noon it is the same day nearly everywhere
)

// A scheduler makes events in the calendars of servers.
type scheduler struct {
	archives archives
	client   *discord.Client
}

// schedule makes an event in the server's calendar of a day to come, which the person chooses
// where the page has several. It changes something, unlike the other handlers, and so looks
// first who may and whether it is done already.
func (s scheduler) schedule(a archive, ctx context.Context, e discord.Event, v command.View, _ timeline.Query) command.Reply {
	if missing := mayNotSchedule(e); missing != "" {
		return command.Say(s.archives.words, missing)
	}
	ahead := a.ahead(v)
	if len(e.Chosen) > 0 {
		ahead = slices.DeleteFunc(ahead, func(a timeline.Event) bool { return a.ID() != e.Chosen[0] })
	}
	switch {
	case len(ahead) == 0:
		return command.Say(s.archives.words, "event.none")
	case len(ahead) == 1:
		return s.makeEvent(ctx, e.Guild, ahead[0])
	}
	m := command.Menu{Name: scheduleName, Arg: e.Arg, Asks: s.archives.words.Text("event.day")}
	for _, a := range ahead {
		m.Choices = append(m.Choices, discord.Choice{Name: page.BriefDays(a.Days, s.archives.words) + ": " + page.Clean(a.Label()), Value: a.ID()})
	}
	return command.Reply{Page: s.archives.words.Page("event.which"), Menu: m}
}

// mayNotSchedule returns the name of the sentence that says what is missing to make an event, if
// anything is.
func mayNotSchedule(e discord.Event) string {
	switch {
	case e.Guild == "" || e.Abroad:
		return "event.no-server"
	case e.May&(discordgo.PermissionCreateEvents|discordgo.PermissionAdministrator) == 0:
		return "event.not-allowed"
	case e.Can&(discordgo.PermissionCreateEvents|discordgo.PermissionAdministrator) == 0:
		return "event.missing"
	}
	return ""
}

// makeEvent makes the event, unless the server has it.
func (s scheduler) makeEvent(ctx context.Context, guild string, of timeline.Event) command.Reply {
	path := "guilds/" + guild + "/scheduled-events"
	wanted := newScheduled(of, s.archives.words)
	var there []discordgo.GuildScheduledEvent
	if err := s.client.Do(ctx, discord.Call{Doing: "reading the events", Method: "GET", Path: path}, &there); err != nil {
		s.archives.log.Warn("the server's events could not be read", "error", err)
	}
	for _, has := range there {
		if has.Name == wanted.Name && has.ScheduledStartTime.Equal(*wanted.ScheduledStartTime) {
			return command.Say(s.archives.words, "event.there", "Address", address(guild, has.ID))
		}
	}
	var made discordgo.GuildScheduledEvent
	err := s.client.Do(ctx, discord.Call{Doing: "making an event", Method: "POST", Path: path, Body: wanted}, &made)
	switch {
	case discord.Refused(err, discordgo.ErrCodeMissingPermissions):
		return command.Say(s.archives.words, "event.refused")
	case discord.Refused(err, discordgo.ErrCodeMaximumNumberOfUncompletedGuildScheduledEventsReached):
		return command.Say(s.archives.words, "event.too-many")
	case err != nil:
		s.archives.log.Error("an event could not be made", "error", err, "server", guild)
		return command.Say(s.archives.words, "event.unconfirmed")
	}
	r := command.Say(s.archives.words, "event.made", "Days", page.Span{Text: page.LongDays(of.Days, s.archives.words)}, "Address", address(guild, made.ID))
	if !hasInstant(of) {
		r.Page.Notes = []page.Line{{Kind: page.Small, Spans: s.archives.words.Say("event.noon")}}
	}
	return r
}

// hasInstant reports whether an article says at which hour the event begins, and by which clock.
func hasInstant(e timeline.Event) bool { return e.Clock.Known && e.Clock.Zone != nil }

// address returns the address of an event, which Discord shows as the event.
func address(guild, id string) page.Span {
	return page.Span{Text: "https://discord.com/events/" + guild + "/" + id}
}

// description returns what an event says below its name, which Discord formats and links as it does
// messages.
func description(e timeline.Event, w page.Printer) string {
	var m markdown.Writer
	fits := page.Described(e, w).Fit(func(p page.Page) int { return markdown.Length(m.Text(p)) }, maxEventText)
	return page.Shorten(m.Text(fits), maxEventText)
}

// newScheduled returns the event for the server's calendar: the label as its name, the
// sentences and their sources below.
func newScheduled(e timeline.Event, w page.Printer) discordgo.GuildScheduledEventParams {
	a := e.Mentions[0].Article
	place := page.Clean(cmp.Or(e.Place(), a.Title))
	if place == "" {
		place = w.Text("event.place")
	}
	starts := time.Date(e.From.Year, e.From.Month, e.From.Day, hourOfTheEvent, 0, 0, 0, time.UTC)
	ends := time.Date(e.To.Year, e.To.Month, e.To.Day, hourOfTheEvent+1, 0, 0, 0, time.UTC)
	if hasInstant(e) {
		starts = time.Date(e.From.Year, e.From.Month, e.From.Day, 0, 0, 0, 0, e.Clock.Zone).Add(e.Clock.At)
		ends = starts.Add(time.Hour)
	}
	return discordgo.GuildScheduledEventParams{
		Name: page.Shorten(page.Clean(e.Title()), maxEventName), Description: description(e, w),
		ScheduledStartTime: &starts, ScheduledEndTime: &ends,
		PrivacyLevel:   discordgo.GuildScheduledEventPrivacyLevelGuildOnly,
		EntityType:     discordgo.GuildScheduledEventEntityTypeExternal, // neither in a voice channel nor on a stage
		EntityMetadata: &discordgo.GuildScheduledEventEntityMetadata{Location: page.Shorten(place, maxEventPlace)},
	}
}
