package world

import (
	"time"

	"talksbot/internal/localdiscord/rules"
)

// A World is its guilds with all that is in them, and the direct messages of its people. It is layered: interactions make
// messages, messages stand in places.
type World struct {
	Messages
	Commands Commands
	Events   []rules.ScheduledEvent

	interactions map[string]*Interaction
}

// New is a world with a guild, its bot, "talksbot", and its first channel, "general". Ids, timestamps and expiry are
// read from the clock.
func New(now func() time.Time) *World {
	const bot = "talksbot"
	w := &World{interactions: map[string]*Interaction{}}
	w.now, w.all, w.Files = now, map[string]*rules.Message{}, map[string][]byte{}
	w.Emit = func(string, rules.Intents, string, any) {}
	w.Joined, w.May = Born, rules.AllPermissions
	w.Guild = rules.Guild{ID: w.entityID(), Name: "Local", OwnerID: w.entityID(), PreferredLocale: "en-US"}
	w.Bot = rules.User{ID: w.entityID(), Username: bot, Discriminator: "0", Bot: true}
	w.Guild.Roles = []rules.Role{
		{ID: w.Guild.ID, Name: "@everyone", Permissions: rules.AllPermissions},
		{ID: w.entityID(), Name: bot, Permissions: rules.AllPermissions, Managed: true, Tags: &rules.RoleTags{BotID: w.Bot.ID}},
	}
	w.people = []rules.User{{ID: w.Guild.OwnerID, Username: "owner", Discriminator: "0"}}
	w.add(rules.Channel{ID: w.entityID(), GuildID: w.Guild.ID, Name: "general", Type: rules.GuildText})
	return w
}

// Born is when the people, channels and guild of every world were made. It is the same in every run, so their ids are
// too: the n-th person or channel asked for has the same id in every test.
var Born = time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC)

// A clock tells the time of a world and makes the ids that carry it.
type clock struct {
	now      func() time.Time
	ahead    time.Duration
	entities uint64 // how many were made
	last     uint64 // id of something that happened
}

// Now is the time here.
func (c *clock) Now() time.Time { return c.now().Add(c.ahead).UTC() }

// Advance puts the clock forward.
func (c *clock) Advance(by time.Duration) { c.ahead += by }

// entityID is the next id of something that was there before the bot: deterministic.
func (c *clock) entityID() string {
	c.entities++
	return rules.ID(rules.Snowflake(Born, c.entities))
}

// NewID is the next id of something that happens (a message, an interaction). It carries the time of the clock, as a
// bot may read it from there, and always grows.
func (c *clock) NewID() string {
	c.last = max(c.last+1, rules.Snowflake(c.Now(), 0))
	return rules.ID(c.last)
}
