package doctor

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"talksbot/bot"
	"talksbot/bot/discord"
	"talksbot/page"
)

// reach is how long Discord may take to answer.
const reach = 15 * time.Second

// Discord asks Discord about the bot whose token the options have, without connecting it. guild is the
// ID of the only server it is to have its commands in, "" for all.
func Discord(ctx context.Context, n *Notes, o discord.Options, guild string) {
	client, err := discord.New(o)
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
		n.servers(app, guild)
		if app.Endpoint != "" {
			n.Broken("checkup.discord.endpoint")
		}
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
