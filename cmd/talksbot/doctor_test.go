package main

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talksbot/internal/localdiscord/wire"
)

// checkedUp returns what doctor prints with the environment, and whether it finds anything broken.
func checkedUp(t *testing.T, network http.RoundTripper, set map[string]string, args ...string) (string, bool) {
	t.Helper()
	var out bytes.Buffer
	e := &env{ctx: t.Context(), network: network, stdin: strings.NewReader(""), stdout: &out, stderr: &out}
	err := e.run(append([]string{"doctor"}, args...), func(name string) string { return set[name] })
	return out.String(), err != nil
}

// says has a local Discord answer a request with the body.
func says(path, body string) wire.Fault {
	return wire.Fault{Method: "GET", Path: path, Times: -1, With: func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, body)
	}}
}

// TestDoctorOnDiscord has Discord answer in the ways it has, and holds that doctor names each, changes nothing, and
// asks for nothing else than it needs.
func TestDoctorOnDiscord(t *testing.T) { synthetic(t, testDoctorOnDiscord) }

func testDoctorOnDiscord(t *testing.T) {
	server := newSite(t, nil)
	key := strings.Repeat("0123456789abcdef", 4)
	set := func(more ...string) map[string]string {
		m := map[string]string{"DISCORD_TOKEN": server.Token(), "DATABASE": filepath.Join(t.TempDir(), "talks.db")}
		for i := 0; i < len(more); i += 2 {
			m[more[i]] = more[i+1]
		}
		return m
	}
	for _, c := range []struct {
		name   string
		fault  wire.Fault
		set    map[string]string
		want   string
		broken bool
	}{
		{"all well", wire.Fault{}, set(), "ok · Discord: the token is that of talksbot.", false},
		{"its servers", wire.Fault{}, set(), "ok · Discord: the bot is in 1 server: Local.", false},
		{"its one server", wire.Fault{}, set("DISCORD_GUILD_ID", server.Guild().ID), "ok · Discord: the bot is in 1 server", false},
		{"another server", wire.Fault{}, set("DISCORD_GUILD_ID", "12"), "**broken** · Discord: the bot is not in the server 12 that DISCORD_GUILD_ID names", true},
		{"no server", says("/users/@me/guilds", "[]"), set(), "**warning** · Discord: the bot is in no server yet. To add it to yours, open https://discord.com/oauth2/authorize?", false},
		{"many servers", says("/users/@me/guilds", "["+strings.Repeat(`{"id":"1","name":"Harbour"},`, 9)+`{"id":"2","name":"Mill"}]`), set(),
			"the bot is in 10 servers: Harbour, Harbour and Harbour, and 7 more.", false},
		{"an endpoint", says("/applications/@me", `{"id":"1","name":"talksbot","interactions_endpoint_url":"https://example.org/"}`), set(), "**broken** · Discord: the application has an Interactions Endpoint URL", true},
		{"its endpoint", says("/applications/@me", `{"id":"1","name":"talksbot","interactions_endpoint_url":"https://example.org/interactions","verify_key":"`+key+`"}`), set("INTERACTIONS_ADDRESS", ":8081", "DISCORD_PUBLIC_KEY", key), "ok · Discord: Discord posts commands and buttons to https://example.org/interactions, and", false},
		{"its endpoint elsewhere", says("/applications/@me", `{"id":"1","name":"talksbot","interactions_endpoint_url":"https://example.org/","verify_key":"`+key+`"}`), set("INTERACTIONS_ADDRESS", ":8081", "DISCORD_PUBLIC_KEY", key), "**warning** · Discord: the bot is at the path /interactions, and the Interactions Endpoint URL has another", false},
		{"no endpoint yet", wire.Fault{}, set("INTERACTIONS_ADDRESS", ":8081", "DISCORD_PUBLIC_KEY", hex.EncodeToString(server.PublicKey())), "**warning** · Discord: INTERACTIONS_ADDRESS is set, but the application has no Interactions Endpoint URL", false},
		{"another key", wire.Fault{}, set("INTERACTIONS_ADDRESS", ":8081", "DISCORD_PUBLIC_KEY", key), "**broken** · Discord: DISCORD_PUBLIC_KEY is not the public key of talksbot.", true},
		{"no key", wire.Fault{}, set("INTERACTIONS_ADDRESS", ":8081"), "**broken** · settings: INTERACTIONS_ADDRESS is set, but not DISCORD_PUBLIC_KEY", true},
		{"a key alone", wire.Fault{}, set("DISCORD_PUBLIC_KEY", hex.EncodeToString(server.PublicKey())), "**warning** · settings: DISCORD_PUBLIC_KEY is set, but not INTERACTIONS_ADDRESS", false},
		{"half a key", wire.Fault{}, set("INTERACTIONS_ADDRESS", ":8081", "DISCORD_PUBLIC_KEY", key[:40]), "**broken** · settings: DISCORD_PUBLIC_KEY: a public key is 64 digits", true},
		{"no address", wire.Fault{}, set("INTERACTIONS_ADDRESS", "8081", "DISCORD_PUBLIC_KEY", key), `**broken** · settings: INTERACTIONS_ADDRESS: "8081" is no address: write HOST:PORT`, true},
		{"a wrong token", wire.Fault{}, set("DISCORD_TOKEN", "MTk4NjIy.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"), "**broken** · Discord: Discord does not accept the token.", true},
		{"a key for a token", wire.Fault{}, set("DISCORD_TOKEN", secretKey), "**broken** · settings: DISCORD_TOKEN holds what looks like the key", true},
		{"a token of two words", wire.Fault{}, set("DISCORD_TOKEN", "geheim geheim"), "**broken** · Discord: DISCORD_TOKEN holds a space", true},
		{"it is down", wire.Fault{Times: -1, With: wire.BadGateway()}, set(), "**broken** · Discord: Discord could not be asked (reading the application:", true},
		{"it hangs", wire.Fault{Times: -1, With: wire.Slow(time.Hour)}, set(), "**broken** · Discord: Discord did not answer within 15s.", true},
		{"a database yet to be made", wire.Fault{}, set(), "ok · database: there is none yet; the bot will make ", false},
		{"a database nowhere", wire.Fault{}, set("DATABASE", "nowhere/talks.db"), "**broken** · database: the database nowhere/talks.db cannot be opened: does its folder exist", true},
		{"a database in memory", wire.Fault{}, set("DATABASE", ":memory:"), "**warning** · database: it is kept in memory", false},
	} {
		if c.fault.With != nil {
			server.Fail(c.fault)
		}
		began := time.Now()
		got, broken := checkedUp(t, server, c.set)
		server.Heal()
		if !strings.Contains(got, c.want) || broken != c.broken {
			t.Errorf("%s: broken %v, want %v, and %q in:\n%s", c.name, broken, c.broken, c.want, got)
		}
		if took := time.Since(began); took > longestCheckup {
			t.Errorf("%s took %v", c.name, took)
		}
		silentAbout(t, c.name, got, c.set["DISCORD_TOKEN"])
	}
}

// TestDoctorHangs holds that one who never hears from a model's server, nor from Discord, hears so in time.
func TestDoctorHangs(t *testing.T) { synthetic(t, testDoctorHangs) }

func testDoctorHangs(t *testing.T) {
	network := roundTripper(func(r *http.Request) (*http.Response, error) {
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
	for timeout, limit := range map[string]time.Duration{"": 20 * time.Second, "3s": 15 * time.Second, "1m": time.Minute, "9m": longestTrial} {
		began := time.Now()
		got, broken := checkedUp(t, network, map[string]string{"DISCORD_TOKEN": "a.b", "OPENAI_BASE_URL": modelURL, "OPENAI_MODEL": "slow", "MODEL_TIMEOUT": timeout, "DATABASE": filepath.Join(t.TempDir(), "d")})
		for _, want := range []string{"**broken** · language model: model.test did not answer within ", "**broken** · Discord: Discord did not answer within 15s", "ok · articles", "2 things are broken."} {
			if !broken || !strings.Contains(got, want) {
				t.Errorf("with %q: no %q in:\n%s", timeout, want, got)
			}
		}
		if took := time.Since(began); took != limit {
			t.Errorf("with %q it took %v, want %v", timeout, took, limit)
		}
	}
}

// TestDoctorKeepsSecrets has a model's server and Discord repeat what they were sent, and settings hold keys in
// the wrong places.
func TestDoctorKeepsSecrets(t *testing.T) { synthetic(t, testDoctorKeepsSecrets) }

func testDoctorKeepsSecrets(t *testing.T) {
	const token = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
	model := gossip()
	network := roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Host == "model.test" {
			return answerOf(model, r), nil
		}
		return answerOf(func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, `{"message":"no `+r.Header.Get("Authorization")+`","code":0}`, http.StatusForbidden)
		}, r), nil
	})
	good := map[string]string{"DISCORD_TOKEN": token, "OPENAI_API_KEY": secretKey, "OPENAI_BASE_URL": modelURL, "OPENAI_MODEL": "gossip", "DATABASE": filepath.Join(t.TempDir(), "d")}
	for range 14 { // each way in which the server fails, twice
		for _, args := range [][]string{nil, {"--json"}} {
			got, _ := checkedUp(t, network, good, args...)
			silentAbout(t, "doctor", got, token, secretKey)
		}
	}
	for _, v := range variables {
		for _, secret := range []string{token, secretKey, "hf_abcdefghijklmnopqrstuvwxyz"} {
			switch v.name {
			case "DATABASE", "ARTICLES", "OPENAI_BASE_URL":
				continue // which are shown
			}
			set := map[string]string{"OPENAI_BASE_URL": modelURL, "OPENAI_MODEL": "gossip", "DATABASE": filepath.Join(t.TempDir(), "d")}
			set[v.name] = secret
			got, _ := checkedUp(t, network, set)
			silentAbout(t, v.name, got, secret)
		}
	}
}
