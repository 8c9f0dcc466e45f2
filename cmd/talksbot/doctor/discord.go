package doctor

import (
	"context"
	"crypto/ed25519"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"talksbot/bot"
	"talksbot/bot/discord"
	"talksbot/page"
)

// reach is how long Discord may take to answer.
const reach = 15 * time.Second

// A Bot is one on Discord, as it is set up.
type Bot struct {
	Options  discord.Options
	Guild    string            // the ID of the only server it is to have its commands in; "": all
	Endpoint bool              // it listens for interactions that Discord posts
	Key      ed25519.PublicKey // by which it verifies them; nil: none
}

// Look asks Discord about the bot, without connecting it.
func (b Bot) Look(ctx context.Context, n *Notes) {
	client, err := discord.New(b.Options)
	if err != nil {
		n.Broken("checkup.discord.no-token", "Why", err.Error())
		return
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(ctx, reach)
	defer cancel()
	app, err := client.Application(ctx)
	switch {
	case discord.HasStatus(err, http.StatusUnauthorized):
		n.Broken("checkup.discord.wrong-token")
	case errors.Is(err, context.DeadlineExceeded):
		n.Broken("checkup.discord.late", "Limit", reach.String())
	case err != nil:
		n.Broken("checkup.discord.unreachable", "Why", err.Error())
	default:
		n.Well("checkup.discord.token", "Name", app.Name)
		n.servers(app, b.Guild)
		n.endpoint(app, b)
	}
}

// endpoint says whether interactions go where the bot takes them, and are verified by the right key.
func (n *Notes) endpoint(app discord.Application, b Bot) {
	if b.Key != nil && !app.Has(b.Key) {
		n.Broken("checkup.discord.other-key", "Name", app.Name)
	}
	switch {
	case app.Endpoint != "" && b.Endpoint:
		n.Well("checkup.discord.posted", "Address", app.Endpoint)
		if u, err := url.Parse(app.Endpoint); err == nil && u.Path != discord.EndpointPath {
			n.Doubt("checkup.discord.other-path", "Path", discord.EndpointPath)
		}
	case app.Endpoint != "":
		n.Broken("checkup.discord.endpoint")
	case b.Endpoint:
		n.Doubt("checkup.discord.no-endpoint", "Path", discord.EndpointPath)
	}
}

// servers says which servers the bot is in.
func (n *Notes) servers(app discord.Application, guild string) {
	invite := bot.Invite(app.ID)
	among := slices.ContainsFunc(app.Servers, func(s discord.Joinable) bool { return s.ID == guild })
	switch {
	case len(app.Servers) == 0:
		n.Doubt("checkup.discord.nowhere", "Invite", invite)
		return
	case guild != "" && !among && len(app.Servers) < discord.MostServers:
		n.Broken("checkup.discord.not-there", "ID", guild, "Invite", invite)
	}
	var names [][]page.Span
	for _, s := range app.Servers[:min(len(app.Servers), mostNamed)] {
		names = append(names, []page.Span{page.Outside(s.Name)})
	}
	n.Well("checkup.discord.servers", "N", len(app.Servers), "Names", n.words.List("list.and", names), "More", len(app.Servers)-len(names))
}
