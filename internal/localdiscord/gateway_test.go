package localdiscord_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
	"github.com/gorilla/websocket"

	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/wire"
)

// A frame is what a bare client sees.
type frame struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  int64           `json:"s"`
	Type string          `json:"t"`
}

// A client speaks the gateway's protocol by hand.
type client struct {
	t  *testing.T
	ws *websocket.Conn
}

func dial(t *testing.T, server *localdiscord.Server) *client {
	t.Helper()
	ws, _, err := websocket.DefaultDialer.Dial("ws://"+server.Addr()+"/?v=9&encoding=json", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	return &client{t, ws}
}

func (c *client) send(op int, data any) {
	c.t.Helper()
	if err := c.ws.WriteJSON(map[string]any{"op": op, "d": data}); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) next() (frame, error) {
	c.ws.SetReadDeadline(time.Now().Add(10 * time.Second))
	var f frame
	err := c.ws.ReadJSON(&f)
	return f, err
}

// expect reads one frame of that opcode and event.
func (c *client) expect(op int, event string) frame {
	c.t.Helper()
	f, err := c.next()
	if err != nil || f.Op != op || f.Type != event {
		c.t.Fatalf("got op %d %s %s, %v; want op %d %s", f.Op, f.Type, f.Data, err, op, event)
	}
	return f
}

func (c *client) expectClose(code int) {
	c.t.Helper()
	for {
		_, err := c.next()
		var closed *websocket.CloseError
		if errors.As(err, &closed) {
			if closed.Code != code {
				c.t.Errorf("closed with %d, want %d", closed.Code, code)
			}
			return
		}
		if err != nil {
			c.t.Fatalf("%v, want close code %d", err, code)
		}
	}
}

func identity(server *localdiscord.Server, intents rules.Intents) map[string]any {
	return map[string]any{"token": server.Token(), "intents": intents, "properties": map[string]string{"os": "linux"}}
}

// ready identifies and returns the session's id.
func (c *client) ready(server *localdiscord.Server) string {
	c.t.Helper()
	c.expect(10, "")
	c.send(2, identity(server, rules.IntentGuilds|rules.IntentGuildMessages))
	var ready struct {
		Session string `json:"session_id"`
	}
	json.Unmarshal(c.expect(0, "READY").Data, &ready)
	c.expect(0, "GUILD_CREATE")
	return ready.Session
}

func TestGatewayCloseCodes(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	wrong := identity(server, 0)
	wrong["token"] = "nonsense"
	for _, test := range []struct {
		name string
		code int
		do   func(c *client)
	}{
		{"wrong token", 4004, func(c *client) { c.send(2, wrong) }},
		{"privileged intent", 4014, func(c *client) { c.send(2, identity(server, rules.IntentMessageContent)) }},
		{"unknown intent", 4013, func(c *client) { c.send(2, identity(server, 1<<17)) }},
		{"no intents", 4002, func(c *client) { c.send(2, map[string]any{"token": server.Token()}) }},
		{"not JSON", 4002, func(c *client) { c.ws.WriteMessage(websocket.TextMessage, []byte("{")) }},
		{"binary", 4002, func(c *client) { c.ws.WriteMessage(websocket.BinaryMessage, []byte("{}")) }},
		{"unknown opcode", 4001, func(c *client) { c.send(42, nil) }},
		{"too early", 4003, func(c *client) { c.send(3, map[string]any{}) }},
		{"twice", 4005, func(c *client) { c.send(2, identity(server, 0)); c.send(2, identity(server, 0)) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := dial(t, server)
			c.expect(10, "")
			test.do(c)
			c.expectClose(test.code)
		})
	}
}

func TestResumeReplaysWhatWasMissed(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	general, ada := server.Channel("general"), server.Person("ada")
	c := dial(t, server)
	session := c.ready(server)
	ada.Say(general, "one")
	seen := c.expect(0, "MESSAGE_CREATE").Seq
	server.Drop()
	if _, err := c.next(); err == nil {
		t.Fatal("the connection outlived Drop")
	}
	ada.Say(general, "two")
	ada.Say(general, "three")

	c = dial(t, server)
	c.expect(10, "")
	c.send(6, map[string]any{"token": server.Token(), "session_id": session, "seq": seen})
	first, second := c.expect(0, "MESSAGE_CREATE"), c.expect(0, "MESSAGE_CREATE")
	if first.Seq != seen+1 || second.Seq != seen+2 {
		t.Errorf("replayed %d and %d after %d", first.Seq, second.Seq, seen)
	}
	c.expect(0, "RESUMED")
	if diff := cmp.Diff(wire.Gateway{Connections: 2, Identifies: 1, Resumes: 1, Resumed: 1, Open: 1, Ready: 1}, server.Gateway()); diff != "" {
		t.Error(diff)
	}
}

func TestResumeRefused(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		end  func(server *localdiscord.Server, c *client)
	}{
		{"forgotten", func(server *localdiscord.Server, c *client) { server.Forget(); server.Drop() }},
		{"said goodbye", func(server *localdiscord.Server, c *client) {
			c.ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseNormalClosure, ""))
		}},
		{"authentication failed", func(server *localdiscord.Server, c *client) { server.CloseGateway(4004) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := start(t, localdiscord.Options{})
			c := dial(t, server)
			session := c.ready(server)
			test.end(server, c)
			c.ws.Close()
			if err := server.WaitGateway(soon(t), func(g wire.Gateway) bool { return g.Open == 0 }); err != nil {
				t.Fatal(err)
			}
			c = dial(t, server)
			c.expect(10, "")
			c.send(6, map[string]any{"token": server.Token(), "session_id": session, "seq": 1})
			if f := c.expect(9, ""); string(f.Data) != "false" {
				t.Errorf("op 9 with %s", f.Data)
			}
		})
	}
}

// A resume after close code 4000 is granted, and one with a sequence from the future is not.
func TestResumeSequence(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	c := dial(t, server)
	session := c.ready(server)
	server.CloseGateway(4000)
	c.expectClose(4000)
	c = dial(t, server)
	c.expect(10, "")
	c.send(6, map[string]any{"token": server.Token(), "session_id": session, "seq": 99})
	c.expectClose(wire.CloseInvalidSequence)
	c = dial(t, server)
	c.expect(10, "")
	c.send(6, map[string]any{"token": server.Token(), "session_id": session, "seq": 2})
	c.expect(0, "RESUMED")
}

func TestHeartbeats(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	c := dial(t, server)
	c.ready(server)
	c.send(1, 2)
	c.expect(11, "")
	server.RequestHeartbeat()
	c.expect(1, "")
	server.StopAcks()
	c.send(1, 2)
	if err := server.WaitGateway(soon(t), func(g wire.Gateway) bool { return g.Heartbeats == 2 }); err != nil {
		t.Fatal(err)
	}
	server.Person("ada").Say(server.Channel("general"), "still here")
	c.expect(0, "MESSAGE_CREATE") // and no ACK before it
}

func TestGatewayFaults(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	resume := map[string]any{"token": server.Token(), "session_id": dial(t, server).ready(server), "seq": 1}

	server.FailGateway(wire.RefuseDial, 1)
	if _, response, err := websocket.DefaultDialer.Dial("ws://"+server.Addr()+"/?v=9", nil); err == nil || response.StatusCode != 503 {
		t.Errorf("dialled: %v", err)
	}
	server.FailGateway(wire.SilentAccept, 1)
	c := dial(t, server)
	c.send(1, nil)
	c.expect(11, "") // no HELLO came before

	for _, test := range []struct {
		fault wire.GatewayFault
		op    int
		data  string
	}{
		{wire.ReconnectOnResume, 7, "null"},
		{wire.InvalidOnResume, 9, "false"},
		{wire.InvalidResumable, 9, "true"},
	} {
		server.FailGateway(test.fault, 1)
		c := dial(t, server)
		c.expect(10, "")
		c.send(6, resume)
		if f := c.expect(test.op, ""); string(f.Data) != test.data {
			t.Errorf("op %d with %s, want %s", f.Op, f.Data, test.data)
		}
	}
	server.FailGateway(wire.CloseOnIdentify(4014), -1)
	for range 2 {
		c := dial(t, server)
		c.expect(10, "")
		c.send(2, identity(server, 0))
		c.expectClose(4014)
	}
	server.Heal()
	dial(t, server).ready(server)
}

// The real session survives what it can survive: a dropped connection and op 7 are resumed, and the message said
// meanwhile arrives; after op 9 it identifies again.
func TestSessionReconnects(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		end  func(*localdiscord.Server)
		done func(wire.Gateway) bool
	}{
		{"dropped", (*localdiscord.Server).Drop, func(g wire.Gateway) bool { return g.Resumed == 1 && g.Heartbeats == 2 }},
		{"op 7", (*localdiscord.Server).Reconnect, func(g wire.Gateway) bool { return g.Resumed == 1 && g.Heartbeats == 2 }},
		{"op 9", func(s *localdiscord.Server) { s.Invalidate(false) }, func(g wire.Gateway) bool { return g.Identifies == 2 && g.Ready == 1 }},
	} {
		t.Run(test.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				heard := make(chan string, 8)
				server, _ := connect(t, func(bot *discordgo.Session) {
					bot.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { heard <- m.Content })
				})
				test.end(server)
				if err := server.WaitGateway(soon(t), test.done); err != nil {
					t.Fatal(err)
				}
				server.Person("ada").Say(server.Channel("general"), "@talksbot hello")
				if got := receive(t, heard); got != server.Mention()+" hello" {
					t.Errorf("heard %q", got)
				}
			})
		})
	}
}

// After op 9 the same connection may resume, if it was told so, or identify.
func TestInvalidate(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	c := dial(t, server)
	session := c.ready(server)
	resume := map[string]any{"token": server.Token(), "session_id": session, "seq": 2}
	server.Invalidate(true)
	c.expect(9, "")
	c.send(6, resume)
	c.expect(0, "RESUMED")
	server.Invalidate(false)
	c.expect(9, "")
	c.send(6, resume)
	c.expect(9, "")
	c.send(2, identity(server, 0))
	c.expect(0, "READY")
}

// A bot that was away for long gets all it missed at once, or none of it.
func TestLongReplay(t *testing.T) {
	t.Parallel()
	for missed, op := range map[int]int{1000: 0, 1001: 9} {
		server := start(t, localdiscord.Options{})
		c := dial(t, server)
		session := c.ready(server)
		server.Drop()
		if err := server.WaitGateway(soon(t), func(g wire.Gateway) bool { return g.Open == 0 }); err != nil {
			t.Fatal(err)
		}
		for range missed {
			server.Person("ada").Say(server.Channel("general"), "and another thing")
		}
		c = dial(t, server)
		c.expect(10, "")
		c.send(6, map[string]any{"token": server.Token(), "session_id": session, "seq": 2})
		if op == 9 {
			c.expect(9, "")
			continue
		}
		for range missed {
			c.expect(0, "MESSAGE_CREATE")
		}
		c.expect(0, "RESUMED")
	}
}
