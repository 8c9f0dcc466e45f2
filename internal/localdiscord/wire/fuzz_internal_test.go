package wire

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"talksbot/internal/localdiscord/rules"
)

// Whatever a bot posts, the server answers in JSON, either refuses and says why or takes it, and what it takes keeps
// the limits.
func FuzzMessage(f *testing.F) {
	seeds, err := os.ReadFile("../openapitest/testdata/bodies.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(seeds)) {
		if _, body, ok := strings.Cut(line, "/messages "); ok {
			f.Add(body)
		}
	}
	f.Add(`{"embeds":[null],"components":[null],"allowed_mentions":{"parse":[null]}}`)
	f.Add(`{"content":"x","flags":1e300}`)
	s := startBare(f)
	general := s.World.Channels[0]
	f.Fuzz(func(t *testing.T, body string) {
		r := httptest.NewRequest("POST", "/api/v9/channels/"+general.ID+"/messages", strings.NewReader(body))
		r.Header.Set("Authorization", "Bot "+s.Options.Token)
		r.Header.Set("User-Agent", "DiscordBot (https://example.org, 1)")
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		broken := len(s.Violations())
		s.http.Handler.ServeHTTP(w, r)
		switch w.Code {
		case 400:
			var e rules.Error
			if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || e.Code == 0 || e.Message == "" {
				t.Errorf("%s is refused with %s", body, w.Body)
			}
			if len(s.Violations()) == broken && !strings.Contains(w.Body.String(), "REPLIES_UNKNOWN_MESSAGE") {
				t.Errorf("%s: the violation is not recorded", body)
			}
		case 200:
			var m rules.Message
			if err := json.Unmarshal(w.Body.Bytes(), &m); err != nil {
				t.Fatalf("%s is answered with %s: %v", body, w.Body, err)
			}
			if utf8.RuneCountInString(m.Content) > 2000 || len(m.Components) > 5 && m.Flags&rules.ComponentsV2 == 0 || len(m.Embeds) > 0 {
				t.Errorf("%s is taken", body)
			}
			if kept := s.World.Messages.In(general); len(kept) != 1 || kept[0].ID != m.ID {
				t.Errorf("%s is answered and not kept", body)
			}
		default:
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
		s.reset()
	})
}

// FuzzFrame: no frame makes the gateway fail; it goes on to serve others.
func FuzzFrame(f *testing.F) {
	f.Add(`{"op":2,"d":{"token":"local.bot.token","intents":1,"properties":{}}}`)
	f.Add(`{"op":6,"d":{"token":"local.bot.token","session_id":"x","seq":-1}}`)
	f.Add(`{"op":6,"d":{"token":"local.bot.token","session_id":"x","seq":-9223372036854775808}}`)
	f.Add(`{"op":6,"d":{"token":"local.bot.token","session_id":"x","seq":1}}`)
	f.Add(`{"op":1,"d":"x"}`)
	f.Add(`{"op":8}`)
	f.Fuzz(func(t *testing.T, frame string) {
		s := startBare(t)
		c := newConn(nil)
		s.sessions["x"] = &session{id: "x", seq: 2, replay: make([]payload, 2)}
		var p payload
		if json.Unmarshal([]byte(frame), &p) != nil {
			return
		}
		s.receive(c, p)
		if g := s.Gateway(); g.Identifies+g.Resumes+g.Heartbeats > 1 {
			t.Errorf("one frame counted as %+v", g)
		}
	})
}

func startBare(t testing.TB) *Server {
	t.Helper()
	s, err := Start(Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// reset forgets what was said, so that a long run does not slow down.
func (s *Server) reset() {
	s.World.Lock()
	defer s.World.Unlock()
	for _, m := range s.World.Messages.In(s.World.Channels[0]) {
		s.World.Delete(m)
	}
	s.World.Channels[0].Entries, s.requests, s.violations = nil, nil, nil
}
