package world

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"talksbot/internal/localdiscord/rules"
)

// Places are the guilds, who is in them, and where they meet. They tell of what is new.
type Places struct {
	Changes
	clock

	Guild    rules.Guild    // the first
	Others   []*rules.Guild // made by [Places.Found]
	Joined   time.Time      // by the bot
	May      string         // the permissions of people
	Bot      rules.User
	Channels []*Channel

	// Emit tells of an event in a guild, or in none for "", those who asked for any of the intents, or everybody if
	// there are none.
	Emit func(guild string, intents rules.Intents, event string, data any)

	people []rules.User
}

// Happens emits an event in a guild, or in none, and announces it.
func (p *Places) Happens(guild string, intents rules.Intents, event string, data any) {
	p.Emit(guild, intents, event, data)
	p.Announce()
}

// Person is the member of that name, who joins when first asked for.
func (p *Places) Person(name string) rules.User {
	for _, u := range p.people {
		if u.Username == name {
			return u
		}
	}
	u := rules.User{ID: p.entityID(), Username: name, Discriminator: "0"}
	p.people = append(p.people, u)
	return u
}

// Everybody is the bot and all people.
func (p *Places) Everybody() []rules.User { return append([]rules.User{p.Bot}, p.people...) }

// User is the person or bot with an id.
func (p *Places) User(id string) (rules.User, bool) {
	for _, u := range p.Everybody() {
		if u.ID == id {
			return u, true
		}
	}
	return rules.User{}, false
}

// Name is a user's name, as a reader sees it.
func (p *Places) Name(id string) string {
	if u, ok := p.User(id); ok {
		return u.Username
	}
	return "unknown-user"
}

// Found is the other guild of that name, made when first asked for. Its people are those of the first. Guilds that are
// made one after the other go to neighbouring shards.
func (p *Places) Found(name string) *rules.Guild {
	for _, g := range p.Others {
		if g.Name == name {
			return g
		}
	}
	g := p.Guild
	g.ID, g.Name, g.System = rules.ID(rules.Snowflake(Born.Add(time.Duration(len(p.Others)+1)*time.Millisecond), 0)), name, ""
	g.Roles = slices.Clone(g.Roles)
	g.Roles[0].ID = g.ID
	p.Others = append(p.Others, &g)
	return &g
}

// Guilds are all that the bot is in.
func (p *Places) Guilds() []*rules.Guild { return append([]*rules.Guild{&p.Guild}, p.Others...) }

// Among is the guild with an id, or nil.
func (p *Places) Among(id string) *rules.Guild {
	for _, g := range p.Guilds() {
		if g.ID == id {
			return g
		}
	}
	return nil
}

// Member is a user's membership of a guild, or nil. It omits the user, as message events do.
func (p *Places) Member(id string) *rules.Member {
	if _, ok := p.User(id); !ok {
		return nil
	}
	m := &rules.Member{Roles: []string{}, JoinedAt: Born}
	if id == p.Bot.ID {
		m.Roles = []string{p.Guild.Roles[1].ID}
	}
	return m
}

// A Channel is a channel and what happened in it, in order.
type Channel struct {
	rules.Channel
	Entries []Entry
	Typed   int // how often the bot was seen typing
}

// An Entry is a message, by its id, or an interaction.
type Entry struct {
	Message     string
	Interaction *Interaction
}

// Place is the channel or thread that is as wanted, in the first guild unless it names another, made when first asked
// for.
func (p *Places) Place(want rules.Channel) rules.Channel {
	want.GuildID = cmp.Or(want.GuildID, p.Guild.ID)
	for _, c := range p.Channels {
		if c.Type == want.Type && c.Name == want.Name && c.ParentID == want.ParentID && c.GuildID == want.GuildID {
			return c.Channel
		}
	}
	want.ID = p.entityID()
	return p.Open(want)
}

// Abroad is a channel where the bot is not, made when first asked for: of that name in a guild elsewhere or, with kind
// [rules.GroupDM], a group's direct messages.
func (p *Places) Abroad(kind int, name string) rules.Channel {
	for _, c := range p.Channels {
		if c.Type == kind && c.Name == name && p.IsAbroad(c) {
			return c.Channel
		}
	}
	ch := rules.Channel{ID: p.entityID(), Type: kind, Name: name}
	if kind != rules.GroupDM {
		ch.GuildID = p.entityID()
	}
	return p.add(ch).Channel
}

// IsAbroad reports whether the bot is not in a channel: it has only what a person does there with its commands.
func (p *Places) IsAbroad(c *Channel) bool {
	return c.Type == rules.GroupDM || c.GuildID != "" && p.Among(c.GuildID) == nil
}

// Context is what commands are told of where they are used.
func (c *Channel) Context() int {
	switch c.Type {
	case rules.DM:
		return rules.InBotDM
	case rules.GroupDM:
		return rules.InPrivate
	}
	return rules.InGuild
}

// Open adds a channel to the guild it names, or the first, and a thread to that of its channel.
func (p *Places) Open(c rules.Channel) rules.Channel {
	if parent := p.Channel(c.ParentID); parent != nil {
		c.GuildID = parent.GuildID
	}
	c.GuildID = cmp.Or(c.GuildID, p.Guild.ID)
	added := p.add(c).Channel
	event := "CHANNEL_CREATE"
	if c.Type == rules.PublicThread {
		event = "THREAD_CREATE"
	}
	p.Happens(added.GuildID, rules.IntentGuilds, event, added)
	return added
}

func (p *Places) add(c rules.Channel) *Channel {
	if c.Type == rules.PublicThread {
		const day = 24 * 60 // minutes
		c.Thread = &rules.Thread{OwnerID: p.Guild.OwnerID, Members: 1, Metadata: rules.ThreadMetadata{ArchiveTimestamp: Born, AutoArchive: day}}
	}
	added := &Channel{Channel: c}
	p.Channels = append(p.Channels, added)
	return added
}

// Channel is the channel with an id, or nil.
func (p *Places) Channel(id string) *Channel {
	at := slices.IndexFunc(p.Channels, func(c *Channel) bool { return c.ID == id })
	if at < 0 {
		return nil
	}
	return p.Channels[at]
}

// Here is the channel a person acts in or looks at. One of another world is a mistake in the test.
func (p *Places) Here(id string) *Channel {
	if c := p.Channel(id); c != nil {
		return c
	}
	panic(fmt.Sprintf("localdiscord: this server has no channel %q", id))
}

// DM is the channel of direct messages between a person and the bot.
func (p *Places) DM(u rules.User) rules.Channel {
	for _, c := range p.Channels {
		if c.Type == rules.DM && c.Recipients[0].ID == u.ID {
			return c.Channel
		}
	}
	return p.add(rules.Channel{ID: p.entityID(), Type: rules.DM, Recipients: []rules.User{u}}).Channel
}
