package wire

import (
	"encoding/hex"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// inGuild answers a request about a guild.
func inGuild(h func(*call, *rules.Guild) (any, error)) handler {
	return func(c *call) (any, error) {
		g := c.Among(c.PathValue("guild"))
		if g == nil {
			return nil, rules.ErrUnknownGuild
		}
		return h(c, g)
	}
}

// inChannel answers a request about a channel.
func inChannel(h func(*call, *world.Channel) (any, error)) handler {
	return func(c *call) (any, error) {
		ch := c.Channel(c.PathValue("channel"))
		switch {
		case ch == nil:
			return nil, rules.ErrUnknownChannel
		case c.IsAbroad(ch):
			return nil, rules.ErrMissingAccess.Breaking("channel", "ABROAD", "the bot is not where the channel is")
		}
		return h(c, ch)
	}
}

func getGateway(c *call) (any, error) {
	return map[string]string{"url": "ws://" + c.server.Addr()}, nil
}

func getMe(c *call) (any, error) {
	return struct {
		rules.User
		MFA    bool   `json:"mfa_enabled"`
		Locale string `json:"locale"`
	}{User: c.Bot, Locale: "en-US"}, nil
}

// getMyGuilds lists the guilds that the bot is in.
func getMyGuilds(c *call) (any, error) {
	var in []map[string]any
	for _, g := range c.Guilds() {
		in = append(in, map[string]any{"id": g.ID, "name": g.Name, "icon": nil, "banner": nil, "owner": false,
			"permissions": rules.AllPermissions, "features": []string{}})
	}
	return in, nil
}

// getApplication tells of the bot's application, which has the bot's ID.
func getApplication(c *call) (any, error) {
	owner, _ := c.User(c.Guild.OwnerID)
	return map[string]any{"id": c.Bot.ID, "name": c.Bot.Username, "icon": nil, "description": "", "type": nil, "bot": c.Bot, "bot_public": true,
		"verify_key": hex.EncodeToString(c.server.PublicKey()), "flags": 0, "flags_new": "0", "redirect_uris": []string{}, "interactions_endpoint_url": c.server.endpoint.known(),
		"role_connections_verification_url": nil, "owner": owner, "approximate_guild_count": len(c.Guilds()), "approximate_user_install_count": 0,
		"approximate_user_authorization_count": 0, "explicit_content_filter": 0, "team": nil, "eligible_oauth2_scopes": []string{}}, nil
}

func postDM(c *call) (any, error) {
	var want struct {
		Recipient string `json:"recipient_id"`
	}
	if err := rules.Decode(c.json, &want); err != nil {
		return nil, err
	}
	u, ok := c.User(want.Recipient)
	if !ok || u.Bot {
		return nil, rules.ErrUnknownUser
	}
	return c.DM(u), nil
}

func getGuild(_ *call, g *rules.Guild) (any, error) { return g, nil }

func channelsOf(w *world.World, g *rules.Guild, kind int) []rules.Channel {
	out := []rules.Channel{}
	for _, ch := range w.Channels {
		if ch.Type == kind && ch.GuildID == g.ID {
			out = append(out, ch.Channel)
		}
	}
	return out
}

func getMember(c *call, _ *rules.Guild) (any, error) {
	u, ok := c.User(c.PathValue("user"))
	if !ok {
		return nil, rules.ErrUnknownUser
	}
	m := c.Member(u.ID)
	m.User = &u
	return m, nil
}

func getEvents(c *call, g *rules.Guild) (any, error) {
	in := []rules.ScheduledEvent{}
	for _, e := range c.Events {
		if e.GuildID == g.ID {
			in = append(in, e)
		}
	}
	return in, nil
}

func postEvent(c *call, g *rules.Guild) (any, error) {
	event, err := rules.ReadEvent(c.json, c.Now())
	if err != nil {
		return nil, err
	}
	event.ID, event.GuildID, event.CreatorID = c.NewID(), g.ID, c.Bot.ID
	c.Events = append(c.Events, event)
	c.Announce()
	return event, nil
}

func getChannel(_ *call, ch *world.Channel) (any, error) { return ch.Channel, nil }

func postTyping(c *call, ch *world.Channel) (any, error) {
	ch.Typed++
	c.Announce()
	return nil, nil
}
