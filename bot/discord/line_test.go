package discord

import (
	"crypto/tls"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"talksbot/internal/inmemory"
)

// A gateway that says what it is told to, encrypted, and keeps what it hears.
func gateway(t *testing.T, says ...string) (server *httptest.Server, heard chan string) {
	t.Helper()
	heard = make(chan string, 16)
	server = httptest.NewTLSServer(saying(heard, says))
	t.Cleanup(server.Close)
	return server, heard
}

func saying(heard chan string, says []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		up, err := new(websocket.Upgrader).Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer up.Close()
		heard <- r.URL.RequestURI()
		for _, s := range says {
			up.WriteMessage(websocket.TextMessage, []byte(s))
		}
		for {
			_, data, err := up.ReadMessage()
			if err != nil {
				heard <- err.Error()
				return
			}
			heard <- string(data)
		}
	}
}

func dial(t *testing.T, server *httptest.Server, w waits) (*line, *websocket.Conn) {
	t.Helper()
	return dialAt(t, server, w, "", func(string, []byte) {})
}

func dialAt(t *testing.T, server *httptest.Server, w waits, at string, hear func(name string, data []byte)) (*line, *websocket.Conn) {
	t.Helper()
	l := newLine(w, nil, at, hear)
	l.dialer.TLSClientConfig = &tls.Config{RootCAs: server.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs, ServerName: "example.com"}
	c, _, err := l.forDiscordgo().Dial("wss://"+server.Listener.Addr().String()+"/?v=9", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(); l.close() })
	return l, c
}

const (
	hello     = `{"op":10,"d":{"heartbeat_interval":60000},"s":null,"t":null}`
	isReady   = `{"op":0,"t":"READY","s":1,"d":{"user":{"id":"1"}}}`
	reconnect = `{"op":7,"d":null}`
)

// A line is encrypted towards Discord, passes frames on, of events what discordgo needs, and ends
// before discordgo hears of a reconnect.
func TestLine(t *testing.T) {
	t.Parallel()
	server, heard := gateway(t, hello, isReady, reconnect)
	l, c := dial(t, server, usual)
	for _, want := range []string{hello, `{"op":0,"t":"READY","s":1,"d":{"session_id":""}}`} {
		if _, got, err := c.ReadMessage(); err != nil || string(got) != want {
			t.Errorf("heard %s, %v, want %s", got, err, want)
		}
	}
	if _, got, err := c.ReadMessage(); err == nil {
		t.Errorf("discordgo heard %s", got)
	}
	<-l.done
	if !errors.Is(l.why, errReconnect) || l.stage() != ready {
		t.Errorf("it ended at stage %d: %v", l.stage(), l.why)
	}
	for _, want := range []string{"/?v=9", "websocket: close 4900"} {
		if got := <-heard; got != want {
			t.Errorf("Discord heard %q, want %q", got, want)
		}
	}
}

// Every event is heard as it came, and discordgo, which panics at some, gets its number.
func TestLineHears(t *testing.T) {
	t.Parallel()
	events := []string{`{"op":0,"t":"READY","s":1,"d":{"session_id":"abc","guilds":[null]}}`, `{"op":0,"t":"GUILD_CREATE","s":2,"d":{}}`, `{"op":0,"t":"RESUMED","s":3,"d":null}`}
	server, _ := gateway(t, append([]string{hello}, events...)...)
	heard := make(chan string, len(events))
	_, c := dialAt(t, server, usual, "", func(name string, data []byte) { heard <- name + " " + string(data) })
	c.ReadMessage()
	for _, want := range []string{`{"op":0,"t":"READY","s":1,"d":{"session_id":"abc"}}`, `{"op":0,"t":"HEARD","s":2,"d":{"session_id":""}}`, `{"op":0,"t":"RESUMED","s":3,"d":{"session_id":""}}`} {
		if _, got, err := c.ReadMessage(); err != nil || string(got) != want {
			t.Errorf("discordgo heard %s, %v, want %s", got, err, want)
		}
	}
	for _, want := range []string{`READY {"session_id":"abc","guilds":[null]}`, "GUILD_CREATE {}", "RESUMED null"} {
		if got := <-heard; got != want {
			t.Errorf("heard %s, want %s", got, want)
		}
	}
}

func TestLinePassesOn(t *testing.T) {
	t.Parallel()
	server, heard := gateway(t, hello)
	l, c := dial(t, server, usual)
	c.ReadMessage()
	identify := `{"op":2,"d":{"token":"x"}}`
	c.WriteMessage(websocket.TextMessage, []byte(identify))
	l2 := []string{<-heard, <-heard}
	if l2[1] != identify {
		t.Errorf("Discord heard %q", l2)
	}
	l.close()
	if got := <-heard; got != "websocket: close 1000 (normal)" {
		t.Errorf("Discord heard %q, want a goodbye", got)
	}
}

// What is awaited and does not come ends the line.
func TestLineStarves(t *testing.T) {
	beat := `{"op":1,"d":1}`
	for name, c := range map[string]struct {
		says  []string
		send  string
		want  stage
		after time.Duration
	}{
		"no greeting":  {nil, "", dialling, usual.hello},
		"no READY":     {[]string{hello}, "", helloed, usual.ready},
		"no answer":    {[]string{hello, isReady}, beat, ready, usual.ack},
		"no heartbeat": {[]string{hello, isReady}, "", ready, 2 * time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				network := inmemory.New()
				server := &http.Server{Handler: saying(make(chan string, 16), c.says)}
				go server.Serve(network)
				defer server.Close()
				l := newLine(usual, network.Dial, "", func(string, []byte) {})
				defer l.close()
				conn, _, err := l.forDiscordgo().Dial("ws://gateway/?v=9", nil)
				if err != nil {
					t.Fatal(err)
				}
				for range c.says {
					conn.ReadMessage()
				}
				if c.send != "" {
					conn.WriteMessage(websocket.TextMessage, []byte(c.send))
				}
				began := time.Now()
				conn.ReadMessage()
				<-l.done
				if after := time.Since(began); !errors.Is(l.why, errSilent) || l.stage() != c.want || after.Round(time.Second) != c.after {
					t.Errorf("it ended at stage %d after %v: %v", l.stage(), after, l.why)
				}
			})
		})
	}
}

// Nonsense from Discord's side is an end, too.
func TestLineNonsense(t *testing.T) {
	t.Parallel()
	for _, says := range []string{`{"op":10,"d":{"heartbeat_interval":0}}`, `{"op":10,"d":{"heartbeat_interval":-1}}`, `{"op":10,"d":{"heartbeat_interval":9007199254740993}}`, `{"op":10,"d":[]}`, `{"op":9,"d":false}`} {
		server, _ := gateway(t, says)
		l, _ := dial(t, server, usual)
		<-l.done
		if l.why == nil || errors.Is(l.why, errHungUp) {
			t.Errorf("%s: %v", says, l.why)
		}
	}
}

// A session is resumed where READY said, over any number of lines.
func TestLineResumesElsewhere(t *testing.T) {
	t.Parallel()
	there, heard := gateway(t, hello, `{"op":0,"t":"RESUMED","s":2,"d":{}}`, reconnect)
	address := "wss://" + there.Listener.Addr().String()
	here, _ := gateway(t, hello, `{"op":0,"t":"READY","s":1,"d":{"resume_gateway_url":"`+address+`/"}}`, reconnect)
	at := ""
	for i := range 3 {
		l, c := dialAt(t, here, usual, at, func(string, []byte) {})
		for range 3 {
			c.ReadMessage()
		}
		l.close()
		if at = l.resumeAt; at != address+"/" {
			t.Errorf("line %d: to be resumed at %q, want %q", i, at, address+"/")
		}
	}
	if got := <-heard; got != "/?v=9" {
		t.Errorf("the other gateway heard %q", got)
	}
	odd, _ := gateway(t, hello, `{"op":0,"t":"READY","s":1,"d":{"resume_gateway_url":"https://elsewhere.example"}}`, reconnect)
	l, c := dial(t, odd, usual)
	for range 3 {
		c.ReadMessage()
	}
	l.close()
	if l.resumeAt != "" {
		t.Errorf("to be resumed at %q", l.resumeAt)
	}
}

// Where Discord says that a session can be resumed may have a path and a query of its own.
func TestAddress(t *testing.T) {
	asked, _ := url.Parse("/?v=9&encoding=json")
	for at, want := range map[string]string{
		"":                                   "wss://gateway.discord.gg/?v=9&encoding=json",
		"wss://us-east1.discord.gg":          "wss://us-east1.discord.gg/?encoding=json&v=9",
		"wss://us-east1.discord.gg/":         "wss://us-east1.discord.gg/?encoding=json&v=9",
		"ws://127.0.0.1:8080/resume":         "ws://127.0.0.1:8080/resume?encoding=json&v=9",
		"wss://us-east1.discord.gg/?shard=4": "wss://us-east1.discord.gg/?encoding=json&shard=4&v=9",
		"wss://us-east1.discord.gg/a/?v=8":   "wss://us-east1.discord.gg/a/?encoding=json&v=9",
	} {
		if got := newLine(usual, nil, at, nil).address("wss", "gateway.discord.gg", asked); got != want {
			t.Errorf("%q: %s, want %s", at, got, want)
		}
	}
}
