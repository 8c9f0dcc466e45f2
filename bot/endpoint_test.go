package bot

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"talksbot/bot/discord"
	"talksbot/internal/inmemory"
	"talksbot/internal/web"
)

// overHTTP is the test whose subtests have interactions posted to the bot.
const overHTTP = "TestOverHTTP"

// listen has a bot of a world in a test of [overHTTP] be an endpoint.
func (w *world) listen(o *Options) {
	if !strings.HasPrefix(w.t.Name(), overHTTP+"/") {
		return
	}
	w.endpoint = inmemory.New()
	o.Endpoint = Endpoint{Key: w.PublicKey(), Serve: func(ctx context.Context, h http.Handler) error {
		return web.Server{Handler: h, Log: slog.New(slog.NewTextHandler(w.log, nil)), MaxBody: discord.MaxInteraction}.Serve(ctx, w.endpoint)
	}}
}

// saveEndpoint saves the address of the bot that runs now in the developer portal.
func (w *world) saveEndpoint() {
	w.t.Helper()
	if w.endpoint == nil {
		return
	}
	way := &http.Transport{DialContext: w.endpoint.Dial}
	w.t.Cleanup(way.CloseIdleConnections)
	if w.proxy == nil {
		w.proxy = way
	}
	w.must(w.SetEndpoint(w.soon(), "http://bot.test"+discord.EndpointPath, way))
}

// TestOverHTTP has interactions posted to the bot, and all as it is by the gateway: the same tests, to the
// letter.
func TestOverHTTP(t *testing.T) {
	for name, journey := range map[string]func(*testing.T){
		"ask and sources": testAskAndSources,
		"private answer":  testPrivateAnswer,
		"messages":        testMessages,
		"undecodable":     testUndecodable,
		"rate limit":      testRateLimit,
		"panic":           testPanic,
		"long answers":    testLongAnswers,
	} {
		t.Run(name, func(t *testing.T) { synthetic(t, journey) })
	}
}
