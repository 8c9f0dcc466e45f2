package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"talksbot/bot"
	"talksbot/bot/discord"
	"talksbot/internal/web"
)

// newEndpoint returns where Discord posts interactions: nowhere, unless the settings say where. close ends listening
// where nobody came to serve.
func newEndpoint(e *env, log *slog.Logger) (at bot.Endpoint, close func(), err error) {
	address := e.settings.interactions
	if address == "" {
		return at, func() {}, nil
	}
	if e.settings.publicKey == nil {
		return at, nil, errNoKey
	}
	l, err := web.Listen(e.ctx, "Discord's interactions", address)
	if err != nil {
		return at, nil, fmt.Errorf("INTERACTIONS_ADDRESS: %w", err)
	}
	log.Info("Discord may post interactions here", "address", l.Addr().String(), "path", discord.EndpointPath)
	return bot.Endpoint{Key: e.settings.publicKey, Serve: func(ctx context.Context, h http.Handler) error {
		return web.Server{Handler: h, Log: log, MaxBody: discord.MaxInteraction}.Serve(ctx, l)
	}}, func() { l.Close() }, nil
}

var errNoKey = errors.New("INTERACTIONS_ADDRESS is set, but not DISCORD_PUBLIC_KEY: copy the application's public key from https://discord.com/developers/applications (General Information)")
