package localdiscord_test

import (
	"encoding/json"
	"testing"
	"time"

	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/wire"
)

// identify begins a session of a shard, and returns its id and the guilds that it serves.
func (c *client) identify(server *localdiscord.Server, id, count int) (session string, guilds []string) {
	c.t.Helper()
	c.expect(10, "")
	asks := identity(server, rules.IntentGuilds|rules.IntentGuildMessages|rules.IntentDirectMessages)
	asks["shard"] = []int{id, count}
	c.send(2, asks)
	var ready struct {
		Session string `json:"session_id"`
		Guilds  []struct{ ID string }
	}
	json.Unmarshal(c.expect(0, "READY").Data, &ready)
	for _, g := range ready.Guilds {
		guilds = append(guilds, g.ID)
		c.expect(0, "GUILD_CREATE")
	}
	return ready.Session, guilds
}

func (c *client) heard() string {
	c.t.Helper()
	var m struct{ ID string }
	json.Unmarshal(c.expect(0, "MESSAGE_CREATE").Data, &m)
	return m.ID
}

// Each guild's events go to one shard of two, and direct messages to the first.
func TestShards(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	places := []localdiscord.Channel{server.Channel("general"), server.ChannelIn("Harbour", "general"), server.ChannelIn("Orchard", "general")}
	var shards [2]*client
	of := map[string]*client{}
	for id := range shards {
		shards[id] = dial(t, server)
		_, guilds := shards[id].identify(server, id, 2)
		for _, g := range guilds {
			if of[g] != nil {
				t.Errorf("guild %s is served by both shards", g)
			}
			of[g] = shards[id]
		}
	}
	if len(of) != len(places) || of[places[1].GuildID] == of[places[2].GuildID] {
		t.Fatalf("guilds that were made one after the other are served by %v", of)
	}
	ada := server.Person("ada")
	for _, c := range places {
		said := ada.Say(c, "hello")
		if got := of[c.GuildID].heard(); got != said.ID {
			t.Errorf("the shard of %s heard %s, want %s", c.GuildID, got, said.ID)
		}
	}
	if said := ada.Say(ada.DM(), "hello"); shards[0].heard() != said.ID {
		t.Error("the first shard did not hear the direct message")
	}
}

// Two sessions of one shard both hear of everything, and one is resumed from elsewhere while its line still stands.
func TestShardTwice(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	first, second := dial(t, server), dial(t, server)
	session, _ := first.identify(server, 0, 1)
	second.identify(server, 0, 1)
	said := server.Person("ada").Say(server.Channel("general"), "hello")
	if first.heard() != said.ID || second.heard() != said.ID {
		t.Error("only one session heard")
	}
	third := dial(t, server)
	third.expect(10, "")
	third.send(6, map[string]any{"token": server.Token(), "session_id": session, "seq": 2})
	if third.heard() != said.ID {
		t.Error("what was missed is not replayed")
	}
	third.expect(0, "RESUMED")
	if _, err := first.next(); err == nil {
		t.Error("the line that the session had before stays")
	}
}

func TestShardRefused(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	for _, wrong := range [][]int{{2, 2}, {-1, 2}, {0, 0}} {
		c := dial(t, server)
		c.expect(10, "")
		asks := identity(server, 0)
		asks["shard"] = wrong
		c.send(2, asks)
		c.expectClose(4010)
	}
}

// Sessions that share begin one after the other, and no more of them than are allowed.
func TestSessionStartLimit(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{Gateway: wire.Limits{Shards: 4, Concurrency: 2, Each: wire.Each, Total: 3}})
	var told struct {
		Shards int
		Limit  struct {
			Remaining   int
			Concurrency int `json:"max_concurrency"`
		} `json:"session_start_limit"`
	}
	ask := func() {
		_, body := call(t, server, "GET", "/gateway/bot", "")
		if err := json.Unmarshal([]byte(body), &told); err != nil {
			t.Fatal(err)
		}
	}
	if ask(); told.Shards != 4 || told.Limit.Remaining != 3 || told.Limit.Concurrency != 2 {
		t.Errorf("told %+v", told)
	}
	for id := range 2 {
		dial(t, server).identify(server, id, 4)
	}
	refuse := func(id int) *client {
		c := dial(t, server)
		c.expect(10, "")
		asks := identity(server, 0)
		asks["shard"] = []int{id, 4}
		c.send(2, asks)
		return c
	}
	if f := refuse(2).expect(9, ""); string(f.Data) != "false" {
		t.Errorf("too soon: %s", f.Data)
	}
	server.Advance(wire.Each)
	dial(t, server).identify(server, 2, 4)
	server.Advance(time.Hour)
	refuse(3).expectClose(wire.CloseAuthenticationFailed)
	if ask(); told.Limit.Remaining != 0 || server.Gateway().Hasty != 1 {
		t.Errorf("told %+v, %+v", told, server.Gateway())
	}
}
