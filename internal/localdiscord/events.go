package localdiscord

import (
	"encoding/json"
	"slices"
)

// dispatch tells every session that asked for any of the given intents; an event without intents goes to all.
// s.mu is held.
func (s *Server) dispatch(intents Intents, event string, data any) {
	for _, sess := range s.sessions {
		if intents == 0 || sess.intents&intents != 0 {
			s.tell(sess, event, data)
		}
	}
	s.announce()
}

// dispatchMessage tells the bot of a message, without the content it may not read. s.mu is held.
func (s *Server) dispatchMessage(event string, m *Message) {
	intent := IntentGuildMessages
	if s.channel(m.ChannelID).Type == DM {
		intent = IntentDirectMessages
	}
	full := *m
	if full.GuildID = s.channel(m.ChannelID).GuildID; full.GuildID != "" {
		full.Member = s.member(m.Author.ID)
	}
	for _, sess := range s.sessions {
		if sess.intents&intent != 0 {
			s.tell(sess, event, s.redact(&full, sess.intents))
		}
	}
	s.announce()
}

// redact is m as an application with those intents receives it. Without Message Content, text, embeds,
// attachments and components of other people's messages are empty, unless the message is a direct message,
// mentions the bot (a reply that pings it counts), or is the bot's own. A mention of its role does not count.
func (s *Server) redact(m *Message, intents Intents) *Message {
	out := *m
	if m.Referenced != nil {
		out.Referenced = s.redact(m.Referenced, intents)
	}
	mentioned := slices.ContainsFunc(m.Mentions, func(u User) bool { return u.ID == s.bot.ID })
	if intents&IntentMessageContent != 0 || m.Author.ID == s.bot.ID || mentioned || s.channel(m.ChannelID).Type == DM {
		return &out
	}
	out.Content, out.Embeds, out.Attachments, out.Components = "", []Embed{}, []Attachment{}, []Component{}
	return &out
}

// Dispatch sends an event of the caller's making to every session, whatever it asked for: data is its JSON.
func (s *Server) Dispatch(event string, data json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dispatch(0, event, data)
}

func (s *Server) guildCreate() map[string]any {
	channels, threads := []Channel{}, []Channel{}
	for _, c := range s.channels {
		switch c.Type {
		case GuildText:
			channels = append(channels, c.Channel)
		case PublicThread:
			threads = append(threads, c.Channel)
		}
	}
	return map[string]any{
		"id": s.guild.ID, "name": s.guild.Name, "owner_id": s.guild.OwnerID, "roles": s.guild.Roles,
		"preferred_locale": s.guild.PreferredLocale, "channels": channels, "threads": threads,
		"members": []any{s.member(s.bot.ID)}, "member_count": len(s.people) + 1, "emojis": []any{},
		"joined_at": entitiesBorn, "large": false, "unavailable": false,
		"voice_states": []any{}, "presences": []any{}, "stage_instances": []any{}, "guild_scheduled_events": []any{},
	}
}

// applicationFlags say which privileged intents the application has (the "limited" bits small bots get).
func (s *Server) applicationFlags() int {
	flags := 0
	for intent, bit := range map[Intents]int{IntentPresences: 1 << 13, IntentGuildMembers: 1 << 15, IntentMessageContent: 1 << 19} {
		if s.opts.Intents&intent != 0 {
			flags |= bit
		}
	}
	return flags
}

// member is a user's membership of the guild, or nil. It omits the user, as message events do, except for the bot's
// own. s.mu is held.
func (s *Server) member(id string) *Member {
	m := &Member{Roles: []string{}, JoinedAt: entitiesBorn}
	if id == s.bot.ID {
		bot := s.bot
		m.User, m.Roles = &bot, []string{s.guild.Roles[1].ID}
		return m
	}
	if s.personByID(id) == nil {
		return nil
	}
	return m
}
