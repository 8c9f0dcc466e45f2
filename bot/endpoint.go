package bot

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"errors"
	"net/http"
	"time"

	"talksbot/bot/discord"
)

// An Endpoint is where Discord posts interactions, beside the gateway with all else. The zero value is none: then the
// gateway has them too.
type Endpoint struct {
	Key   ed25519.PublicKey                         // of the application
	Serve func(context.Context, http.Handler) error // answers requests until its context ends; nil then
}

// connect takes events from Discord until ctx ends, or there is no use in going on.
func (b *Bot) connect(ctx context.Context, hear func(discord.Event)) error {
	if b.endpoint.Serve == nil {
		return b.client.Run(ctx, hear)
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	served := make(chan error, 1)
	go func() {
		defer end()
		served <- b.serve(ctx, hear)
	}()
	err := b.client.Run(ctx, hear)
	end()
	return cmp.Or(err, <-served)
}

// toTell is how long Discord may take to say which key is the application's.
const toTell = 5 * time.Second

var errOtherKey = errors.New("DISCORD_PUBLIC_KEY is not the public key of the application that DISCORD_TOKEN belongs to: copy it from https://discord.com/developers/applications (General Information)")

// serve takes the interactions that Discord posts.
func (b *Bot) serve(ctx context.Context, hear func(discord.Event)) error {
	asking, stop := context.WithTimeout(ctx, toTell)
	defer stop()
	if app, _ := b.client.Application(asking); app.Key != "" && !app.Has(b.endpoint.Key) { // else nobody can tell
		return errOtherKey
	}
	return b.endpoint.Serve(ctx, discord.Endpoint(b.client, b.endpoint.Key, hear))
}
