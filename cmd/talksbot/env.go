package main

import (
	"context"
	"io"
	"net/http"
	"time"

	"talksbot/bot/discord"
	"talksbot/knowledge/encoder"
	"talksbot/page"
)

// An env is what a command runs in.
type env struct {
	ctx            context.Context
	settings       settings
	source         source // of the settings
	stdin          io.Reader
	stdout, stderr io.Writer
	words          page.Printer
	encoder        *encoder.Encoder  // nil: words alone tell what answers
	network        http.RoundTripper // to Discord and the language model; nil is the network
	web            http.RoundTripper // to what links and feeds lead to; nil is the public web
	dial           discord.Dialer    // to Discord's gateway; nil is the network
	now            func() time.Time  // nil: time.Now
}
