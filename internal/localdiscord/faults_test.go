package localdiscord_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

func TestFaults(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		with   wire.Answer
		status int // 0: the connection breaks
		says   string
		done   int // messages in the channel after it
	}{
		{"rate limit", wire.RateLimited(300 * time.Millisecond), 429, `"retry_after":0.3`, 0},
		{"global rate limit", wire.GloballyRateLimited(time.Second), 429, `"global":true`, 0},
		{"HTML rate limit", wire.HTMLRateLimited(), 429, "<html>", 0},
		{"bad gateway", wire.BadGateway(), 502, "<html>", 0},
		{"refused", wire.Refused(403, 50013, "Missing Permissions"), 403, `"code":50013`, 0},
		{"slow", wire.Slow(time.Millisecond), 200, "hello", 1},
		{"truncated", wire.Truncated(), 0, "", 0},
		{"dropped", wire.Dropped(), 0, "", 0},
		{"lost", wire.Lost(), 0, "", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			server := start(t, localdiscord.Options{})
			general := server.Channel("general")
			server.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", With: test.with})
			if status, _ := call(t, server, "GET", "/users/@me", ""); status != 200 {
				t.Errorf("the fault struck another route: %d", status)
			}
			status, body := post(server, general)
			if status != test.status || !strings.Contains(body, test.says) {
				t.Errorf("%d %s", status, body)
			}
			if n := len(server.Person("ada").Sees(general)); n != test.done {
				t.Errorf("%d messages, want %d", n, test.done)
			}
			if status, body := post(server, general); status != 200 {
				t.Errorf("the fault is not over: %d %s", status, body)
			}
			if got := server.Requests()[1]; got.Status != test.status && test.name != "truncated" {
				t.Errorf("recorded as %v", got)
			}
		})
	}
}

// post posts "hello"; status 0 is a connection that broke.
func post(server *localdiscord.Server, c localdiscord.Channel) (int, string) {
	r, _ := http.NewRequest("POST", "https://discord.com/api/v9/channels/"+c.ID+"/messages", strings.NewReader(`{"content":"hello"}`))
	r.Header = http.Header{"Authorization": {"Bot " + server.Token()}, "User-Agent": {agent}, "Content-Type": {"application/json"}}
	response, err := server.Client().Do(r)
	if err != nil {
		return 0, ""
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, ""
	}
	return response.StatusCode, string(body)
}

func TestFaultsForEverAndHealed(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	server.Fail(wire.Fault{Times: -1, With: wire.BadGateway()})
	for range 3 {
		if status, _ := call(t, server, "GET", "/users/@me", ""); status != 502 {
			t.Errorf("%d", status)
		}
	}
	server.Heal()
	if status, _ := call(t, server, "GET", "/users/@me", ""); status != 200 {
		t.Errorf("%d after Heal", status)
	}
}

// A slow answer ends with the request's deadline, and with the server.
func TestSlowEnds(t *testing.T) { bubble(t, testSlowEnds) }

func testSlowEnds(t *testing.T) {
	server := start(t, localdiscord.Options{Memory: inmemory.New()})
	server.Fail(wire.Fault{Times: 2, With: wire.Slow(time.Hour)})
	bot := session(server)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := bot.User("@me", discordgo.WithContext(ctx)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	asked := make(chan error, 1)
	go func() { _, err := bot.User("@me"); asked <- err }()
	synctest.Wait() // until it waits for its answer
	server.Close()
	if err := receive(t, asked); err == nil {
		t.Error("answered by a closed server")
	}
}

// What the library cannot decode reaches handlers empty; a bot must survive that.
func TestUndecodable(t *testing.T) { bubble(t, testUndecodable) }

func testUndecodable(t *testing.T) {
	messages := make(chan *discordgo.MessageCreate, 1)
	interactions := make(chan *discordgo.InteractionCreate, 1)
	server, _ := connect(t, func(bot *discordgo.Session) {
		bot.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { messages <- m })
		bot.AddHandler(func(_ *discordgo.Session, i *discordgo.InteractionCreate) { interactions <- i })
	})
	ada := server.Person("ada")
	ada.SayUndecodable(server.Channel("general"), "@talksbot hello")
	if m := receive(t, messages); m.Message != nil && m.Author != nil {
		t.Errorf("the message was decoded: %+v", m.Message)
	}
	ada.PressUndecodable(server.Channel("general"))
	if i := receive(t, interactions); i.Interaction != nil && i.ID != "" {
		t.Errorf("the interaction was decoded: %+v", i.Interaction)
	}
}
