package localdiscord

import (
	"fmt"
	"net/http"
	"slices"
)

// A channel is a Channel and what happened in it, in order.
type channel struct {
	Channel
	entries []entry
	typed   int // how often the bot was seen typing
}

// An entry is a message or, while nothing answers it, an interaction.
type entry struct {
	message     string
	interaction *Interaction
}

// Channel is the guild's text channel of that name, made when first asked for.
func (s *Server) Channel(name string) Channel {
	return s.place(Channel{Name: name, Type: GuildText}, "CHANNEL_CREATE")
}

// Thread is the public thread of that name in a channel, made when first asked for.
func (s *Server) Thread(parent Channel, name string) Channel {
	return s.place(Channel{Name: name, Type: PublicThread, ParentID: parent.ID}, "THREAD_CREATE")
}

func (s *Server) place(want Channel, event string) Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.channels {
		if c.Type == want.Type && c.Name == want.Name && c.ParentID == want.ParentID {
			return c.Channel
		}
	}
	want.ID, want.GuildID = s.entityID(), s.guild.ID
	added := s.addChannel(want)
	s.dispatch(IntentGuilds, event, added.Channel)
	return added.Channel
}

func (s *Server) addChannel(c Channel) *channel {
	if c.Type == PublicThread {
		const day = 24 * 60 // minutes
		c.Thread = &Thread{OwnerID: s.guild.OwnerID, Members: 1, Metadata: ThreadMetadata{ArchiveTimestamp: entitiesBorn, AutoArchive: day}}
	}
	added := &channel{Channel: c}
	s.channels = append(s.channels, added)
	return added
}

func (s *Server) channel(id string) *channel {
	for _, c := range s.channels {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// here is the channel a person acts in or looks at. One of another server is a mistake in the test. s.mu is held.
func (s *Server) here(id string) *channel {
	if c := s.channel(id); c != nil {
		return c
	}
	panic(fmt.Sprintf("localdiscord: this server has no channel %q", id))
}

// dm is the channel between a person and the bot. s.mu is held.
func (s *Server) dm(p *Person) *channel {
	for _, c := range s.channels {
		if c.Type == DM && c.Recipients[0].ID == p.User.ID {
			return c
		}
	}
	return s.addChannel(Channel{ID: s.entityID(), Type: DM, Recipients: []User{p.User}})
}

// find is the channel a request names. s.mu is held.
func (s *Server) find(c *call) (*channel, error) {
	if ch := s.channel(c.PathValue("channel")); ch != nil {
		return ch, nil
	}
	return nil, errUnknownChannel
}

func (s *Server) getGateway(*call) (any, error) {
	return map[string]string{"url": "ws://" + s.Addr()}, nil
}

func (s *Server) getGatewayBot(*call) (any, error) {
	return map[string]any{"url": "ws://" + s.Addr(), "shards": 1, "session_start_limit": map[string]int{
		"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}}, nil
}

func (s *Server) getMe(*call) (any, error) {
	return struct {
		User
		MFA    bool   `json:"mfa_enabled"`
		Locale string `json:"locale"`
	}{User: s.bot, Locale: "en-US"}, nil
}

func (s *Server) getUser(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if id := c.PathValue("user"); id == s.bot.ID {
		return s.bot, nil
	} else if p := s.personByID(id); p != nil {
		return p.User, nil
	}
	return nil, errUnknownUser
}

func (s *Server) getMyGuilds(*call) (any, error) {
	return []any{map[string]any{"id": s.guild.ID, "name": s.guild.Name, "owner": false, "permissions": allPermissions, "features": []any{}}}, nil
}

func (s *Server) getApplication(*call) (any, error) {
	return map[string]any{"id": s.bot.ID, "name": s.bot.Username, "description": "", "bot_public": true,
		"bot_require_code_grant": false, "flags": s.applicationFlags(), "bot": s.bot, "verify_key": "00"}, nil
}

func (s *Server) postDM(c *call) (any, error) {
	var want struct {
		Recipient string `json:"recipient_id"`
	}
	if err := s.decode(c, &want); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.personByID(want.Recipient)
	if p == nil {
		return nil, errUnknownUser
	}
	return s.dm(p).Channel, nil
}

func (s *Server) getGuild(c *call) (any, error) {
	if c.PathValue("guild") != s.guild.ID {
		return nil, errUnknownGuild
	}
	return s.guild, nil
}

func (s *Server) getGuildChannels(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := []Channel{}
	for _, ch := range s.channels {
		if ch.Type == GuildText {
			out = append(out, ch.Channel)
		}
	}
	return out, nil
}

func (s *Server) getMember(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.member(c.PathValue("user"))
	if m == nil {
		return nil, errUnknownUser
	}
	if m.User == nil {
		m.User = &s.personByID(c.PathValue("user")).User
	}
	return m, nil
}

func (s *Server) getChannel(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, err := s.find(c)
	if err != nil {
		return nil, err
	}
	return ch.Channel, nil
}

func (s *Server) postTyping(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, err := s.find(c)
	if err != nil {
		return nil, err
	}
	ch.typed++
	s.announce()
	return nil, nil
}

// Typed is how often the bot was seen typing in a channel.
func (s *Server) Typed(c Channel) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.here(c.ID).typed
}

func (s *Server) getAttachment(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	data, ok := s.files[r.PathValue("attachment")]
	s.mu.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Write(data)
}

// File is what the bot uploaded as an attachment.
func (s *Server) File(a Attachment) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.files[a.ID])
}
