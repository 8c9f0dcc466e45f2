package settings

import (
	"context"
	"slices"
	"strconv"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// A switchable is a setting that is on or off, by the option that turns it.
type switchable struct {
	option, name string
	set          func(c *store.Settings, on bool)
}

var (
	ofAnswers = []switchable{
		{"private", "private", func(c *store.Settings, on bool) { c.Private = on }},
		{"threads", "threads", func(c *store.Settings, on bool) { c.Threads = on }},
		{"forum-posts", "forums", func(c *store.Settings, on bool) { c.NoForums = !on }},
	}
	ofGaps = []switchable{{"keep", "gaps", func(c *store.Settings, on bool) { c.NoGaps = !on }}}
)

// answers changes how answers are given.
func (s Commands) answers(ctx context.Context, e discord.Event) command.Reply {
	return s.turn(ctx, e, ofAnswers)
}

// gaps changes whether questions that were not answered are kept.
func (s Commands) gaps(ctx context.Context, e discord.Event) command.Reply {
	return s.turn(ctx, e, ofGaps)
}

// turn turns those of the settings on or off that were given.
func (s Commands) turn(ctx context.Context, e discord.Event, among []switchable) command.Reply {
	var given []switchable
	var names, all []string
	for _, one := range among {
		all = append(all, one.name)
		switch e.Values[one.option] {
		case "true", "false":
			given, names = append(given, one), append(names, one.name)
		case "":
		default:
			return command.Say(s.Words, "settings.not-understood")
		}
	}
	if len(given) == 0 {
		return s.unchanged(e, all...)
	}
	return s.choose(ctx, e, func(c *store.Settings) {
		for _, one := range given {
			one.set(c, e.Values[one.option] == "true")
		}
	}, names...)
}

// unchanged says, where no option was filled in, how the settings of those names are.
func (s Commands) unchanged(e discord.Event, names ...string) command.Reply {
	return command.Reply{Page: s.said("settings.unchanged", s.Book.Of(e.Guild), names...)}
}

// limits changes how many questions may be asked. As many as whoever runs the bot allows is the usual.
func (s Commands) limits(ctx context.Context, e discord.Event) command.Reply {
	person, hasPerson := e.Values["person"]
	server, hasServer := e.Values["server"]
	perPerson, fits := number(person, 1, s.Bounds.PerPerson)
	if hasPerson && !fits {
		return command.Say(s.Words, "settings.bad-person", "N", s.Bounds.PerPerson)
	}
	perServer, fits := number(server, 1, s.Bounds.PerServer)
	if hasServer && !fits {
		return command.Say(s.Words, "settings.bad-server", "N", s.Bounds.PerServer)
	}
	if !hasPerson && !hasServer {
		return s.unchanged(e, "per_person", "per_server")
	}
	return s.choose(ctx, e, func(c *store.Settings) {
		if hasPerson {
			c.PerPerson = perPerson % s.Bounds.PerPerson
		}
		if hasServer {
			c.PerServer = perServer % s.Bounds.PerServer
		}
	}, slices.Concat(when(hasPerson, "per_person"), when(hasServer, "per_server"))...)
}

// model changes whether a language model words answers, and how many a day. That there is no limit is the usual.
func (s Commands) model(ctx context.Context, e discord.Event) command.Reply {
	use, hasUse := e.Values["use"]
	typed, hasDaily := e.Values["daily"]
	daily, fits := number(typed, 0, mostWorded)
	switch {
	case hasUse && use != "true" && use != "false":
		return command.Say(s.Words, "settings.not-understood")
	case hasDaily && !fits:
		return command.Say(s.Words, "settings.bad-daily", "Most", strconv.Itoa(mostWorded))
	case !hasUse && !hasDaily:
		return s.unchanged(e, "model")
	}
	return s.choose(ctx, e, func(c *store.Settings) {
		if hasUse {
			c.NoModel = use == "false"
		}
		if hasDaily {
			c.Worded = daily
		}
	}, "model")
}

// ofEach stands for the language of each reader, or of the server, as it is where nothing was chosen.
const ofEach = "each"

// spokenHere are the languages to choose from, each by its own name.
func spokenHere() []discord.Choice {
	all := []discord.Choice{{Name: "choice.each-language", Value: ofEach}}
	for _, code := range page.Languages() {
		all = append(all, discord.Choice{Name: spoken(code), Value: code})
	}
	return all
}

// language changes which language is spoken. It is confirmed in that language.
func (s Commands) language(ctx context.Context, e discord.Event) command.Reply {
	wanted := e.Values["language"]
	switch {
	case wanted == ofEach:
		wanted = ""
	case !slices.Contains(page.Languages(), wanted):
		return command.Say(s.Words, "settings.not-understood")
	default:
		s.Words = page.In(wanted)
	}
	return s.choose(ctx, e, func(c *store.Settings) { c.Language = wanted }, "language")
}

// number reads a number within bounds.
func number(typed string, least, most int) (n int, fits bool) {
	n, err := strconv.Atoi(typed)
	return n, err == nil && n >= least && n <= most
}

// when returns the name where it is wanted.
func when(wanted bool, name string) []string {
	if wanted {
		return []string{name}
	}
	return nil
}
