package wire

import (
	"encoding/json"
	"strconv"

	"talksbot/internal/localdiscord/rules"
)

// Invite has somebody add the bot to the guild, now: it is told as when it joins.
func (s *Sockets) Invite() {
	s.world.Lock()
	defer s.world.Unlock()
	s.world.Joined = s.world.Now()
	s.world.Happens(s.world.Guild.ID, rules.IntentGuilds, "GUILD_CREATE", guildCreate(s.world, &s.world.Guild))
}

// Expel tells the bot that it was removed from the guild. All else stays as it is.
func (s *Sockets) Expel() {
	s.world.Lock()
	defer s.world.Unlock()
	s.world.Happens(s.world.Guild.ID, rules.IntentGuilds, "GUILD_DELETE", map[string]string{"id": s.world.Guild.ID})
}

// Permit gives every role of the guild these permissions and no others.
func (s *Sockets) Permit(permissions int64) {
	s.world.Lock()
	defer s.world.Unlock()
	for i := range s.world.Guild.Roles {
		s.world.Guild.Roles[i].Permissions = strconv.FormatInt(permissions, 10)
	}
}

// shown keeps what the bot wants to be shown beside its name. The world's lock is held.
func (s *Sockets) shown(c *conn, data json.RawMessage) {
	var presence struct {
		Activities []struct {
			Name, State string
			Type        int
		} `json:"activities"`
		Status string `json:"status"`
	}
	if json.Unmarshal(data, &presence) != nil || presence.Status == "" {
		c.hangUp(closeDecodeError)
		return
	}
	s.status = ""
	for _, a := range presence.Activities {
		if s.status = a.State; a.State == "" {
			s.status = a.Name
		}
	}
}

// Status is what is shown beside the bot's name.
func (s *Sockets) Status() string {
	s.world.Lock()
	defer s.world.Unlock()
	return s.status
}
