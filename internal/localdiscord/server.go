package localdiscord

import (
	"net/http"
	"slices"
	"time"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/wire"
)

// A Server is a Discord on a loopback port. Its methods may be called from any goroutine.
type Server struct {
	*wire.Server
}

// Start opens a server on a free loopback port, or where the options say. Close it when done.
func Start(opts Options) (*Server, error) {
	served, err := wire.Start(opts)
	if err != nil {
		return nil, err
	}
	return &Server{served}, nil
}

// enter takes the world's lock; what it returns gives it back.
func (s *Server) enter() (leave func()) {
	s.World.Lock()
	return s.World.Unlock
}

// Token is the bot token the server accepts, without the leading "Bot ".
func (s *Server) Token() string { return s.Options.Token }

// Bot is the bot's own user.
func (s *Server) Bot() rules.User { return s.World.Bot }

// Speak has the guild speak another language, by Discord's name for it, of which the bot is told.
func (s *Server) Speak(locale string) {
	defer s.enter()()
	s.World.Guild.PreferredLocale = locale
	s.World.Happens(s.World.Guild.ID, 0, "GUILD_UPDATE", s.World.Guild)
}

// Guild is the first guild there is.
func (s *Server) Guild() rules.Guild { return s.World.Guild }

// Mention is what a person types to address the bot.
func (s *Server) Mention() string { return s.World.Bot.Mention() }

// Client is an HTTP client whose requests for Discord reach this server. See [Server.Transport].
func (s *Server) Client() *http.Client {
	return &http.Client{Transport: s.Transport(), Timeout: 20 * time.Second}
}

// Transport sends requests for Discord's hosts to this server and refuses all others, so that a test that
// forgets something cannot reach the network.
func (s *Server) Transport() http.RoundTripper { return s.Server }

// Advance puts the server's clock forward, so that what expires with time does so now.
func (s *Server) Advance(by time.Duration) {
	defer s.enter()()
	s.World.Advance(by)
	s.World.Announce()
}

// Channel is the guild's text channel of that name, made when first asked for.
func (s *Server) Channel(name string) Channel {
	defer s.enter()()
	return s.World.Place(Channel{Name: name, Type: rules.GuildText})
}

// ChannelIn is the text channel of that name in the guild of that name, both made when first asked for. A bot hears of
// guilds that are there when it connects.
func (s *Server) ChannelIn(guild, name string) Channel {
	defer s.enter()()
	return s.World.Place(Channel{GuildID: s.World.Found(guild).ID, Name: name, Type: rules.GuildText})
}

// Abroad is the text channel of that name in a guild the bot is not in, where people use the commands of a bot that they
// have installed for themselves.
func (s *Server) Abroad(name string) Channel {
	defer s.enter()()
	return s.World.Abroad(rules.GuildText, name)
}

// Group is the direct messages of a group of people, which the bot is not in either.
func (s *Server) Group(name string) Channel {
	defer s.enter()()
	return s.World.Abroad(rules.GroupDM, name)
}

// Thread is the public thread of that name in a channel, made when first asked for.
func (s *Server) Thread(parent Channel, name string) Channel {
	defer s.enter()()
	return s.World.Place(Channel{Name: name, Type: rules.PublicThread, ParentID: parent.ID})
}

// Message is a message as it is now; nil when it was deleted.
func (s *Server) Message(id string) *Message {
	defer s.enter()()
	return s.World.Message(id)
}

// File is what the bot uploaded as an attachment.
func (s *Server) File(a rules.Attachment) []byte {
	defer s.enter()()
	return slices.Clone(s.World.Files[a.ID])
}

// Commands are the commands registered now, global ones first, each in the order it was sent.
func (s *Server) Commands() []rules.Command {
	defer s.enter()()
	var out []rules.Command
	for _, c := range append(s.World.Commands.In(""), s.World.Commands.In(s.World.Guild.ID)...) {
		out = append(out, *c)
	}
	return out
}

// ScheduledEvents are the events the bot put into the guild's calendar.
func (s *Server) ScheduledEvents() []rules.ScheduledEvent {
	defer s.enter()()
	return slices.Clone(s.World.Events)
}
