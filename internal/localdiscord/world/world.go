package world

import (
	"time"

	"talksbot/internal/localdiscord/rules"
)

// A World is one guild with all that is in it, and the direct messages of its people.
type World struct {
	Changes // guards all that follows
	clock

	Acknowledge time.Duration // how long an interaction waits for its first answer
	TokenLife   time.Duration // how long an interaction's token serves

	Guild    rules.Guild
	Bot      rules.User
	Commands Commands
	Channels []*Channel
	Events   []rules.ScheduledEvent
	Files    map[string][]byte // attachments by id

	// Emit tells of an event those who asked for any of the intents, or everybody if there are none. What it says
	// may depend on what they asked for.
	Emit func(intents rules.Intents, event string, data func(rules.Intents) any)

	people       []rules.User
	messages     map[string]*rules.Message
	interactions map[string]*Interaction
}

// New is a world with a guild, its bot, of that name, and its first channel, "general". Ids, timestamps and expiry are
// read from the clock.
func New(bot string, now func() time.Time) *World {
	w := &World{clock: clock{now: now}, Acknowledge: 3 * time.Second, TokenLife: 15 * time.Minute, Files: map[string][]byte{},
		messages: map[string]*rules.Message{}, interactions: map[string]*Interaction{},
		Emit: func(rules.Intents, string, func(rules.Intents) any) {}}
	w.Guild = rules.Guild{ID: w.entityID(), Name: "Local", OwnerID: w.entityID(), PreferredLocale: "en-US"}
	w.Bot = rules.User{ID: w.entityID(), Username: bot, Discriminator: "0", Bot: true}
	w.Guild.Roles = []rules.Role{
		{ID: w.Guild.ID, Name: "@everyone", Permissions: rules.AllPermissions},
		{ID: w.entityID(), Name: bot, Permissions: rules.AllPermissions, Managed: true, Tags: &rules.RoleTags{BotID: w.Bot.ID}},
	}
	w.add(rules.Channel{ID: w.entityID(), GuildID: w.Guild.ID, Name: "general", Type: rules.GuildText})
	return w
}

// Happens emits an event that says the same to everybody who hears of it.
func (w *World) Happens(intents rules.Intents, event string, data any) {
	w.Emit(intents, event, func(rules.Intents) any { return data })
	w.Announce()
}

// Person is the member of that name, who joins when first asked for.
func (w *World) Person(name string) rules.User {
	for _, u := range w.people {
		if u.Username == name {
			return u
		}
	}
	u := rules.User{ID: w.entityID(), Username: name, Discriminator: "0"}
	w.people = append(w.people, u)
	return u
}

// Everybody is the bot and all people.
func (w *World) Everybody() []rules.User { return append([]rules.User{w.Bot}, w.people...) }

// User is the person or bot with an id.
func (w *World) User(id string) (rules.User, bool) {
	for _, u := range w.Everybody() {
		if u.ID == id {
			return u, true
		}
	}
	return rules.User{}, false
}

// Name is a user's name, as a reader sees it.
func (w *World) Name(id string) string {
	if u, ok := w.User(id); ok {
		return u.Username
	}
	return "unknown-user"
}

// Member is a user's membership of the guild, or nil. It omits the user, as message events do.
func (w *World) Member(id string) *rules.Member {
	if _, ok := w.User(id); !ok {
		return nil
	}
	m := &rules.Member{Roles: []string{}, JoinedAt: Born}
	if id == w.Bot.ID {
		m.Roles = []string{w.Guild.Roles[1].ID}
	}
	return m
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
