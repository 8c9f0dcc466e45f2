package main

import (
	"context"
	"io"
	"net/http"
	"runtime/debug"
	"time"

	"talksbot/bot/discord"
	"talksbot/knowledge/encoder"
	"talksbot/page"
)

// An env is what a command runs in.
type env struct {
	ctx            context.Context
	settings       settings
	stdin          io.Reader
	stdout, stderr io.Writer
	words          page.Printer
	encoder        *encoder.Encoder  // nil: words alone tell what answers
	network        http.RoundTripper // to Discord and the language model; nil is the network
	dial           discord.Dialer    // to Discord's gateway; nil is the network
	now            func() time.Time  // nil: time.Now
}

// version returns the version of this build: its module version, or its commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "development build"
}
