package localdiscord

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever a bot posts, the server answers in JSON, either refuses and says why or takes it, and what it takes keeps
// the limits.
func FuzzMessage(f *testing.F) {
	for _, b := range bodies {
		f.Add(b.body)
	}
	f.Add(`{"embeds":[null],"components":[null],"allowed_mentions":{"parse":[null]}}`)
	f.Add(`{"content":"x","flags":1e300}`)
	s, err := Start(Options{})
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	general := s.Channel("general")
	f.Fuzz(func(t *testing.T, body string) {
		r := httptest.NewRequest("POST", "/api/v9/channels/"+general.ID+"/messages", strings.NewReader(body))
		r.Header.Set("Authorization", "Bot "+s.Token())
		r.Header.Set("User-Agent", "DiscordBot (https://example.org, 1)")
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		broken := len(s.Violations())
		s.http.Handler.ServeHTTP(w, r)
		switch w.Code {
		case 400:
			var e apiError
			if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || e.Code == 0 || e.Message == "" {
				t.Errorf("%s is refused with %s", body, w.Body)
			}
			if len(s.Violations()) == broken && !strings.Contains(w.Body.String(), "REPLIES_UNKNOWN_MESSAGE") {
				t.Errorf("%s: the violation is not recorded", body)
			}
		case 200:
			var m Message
			if err := json.Unmarshal(w.Body.Bytes(), &m); err != nil {
				t.Fatalf("%s is answered with %s: %v", body, w.Body, err)
			}
			if utf8.RuneCountInString(m.Content) > maxContent || len(m.Components) > maxRows && m.Flags&componentsV2 == 0 || len(m.Embeds) > maxEmbeds {
				t.Errorf("%s is taken", body)
			}
			if s.Message(m.ID) == nil {
				t.Errorf("%s is answered and not kept", body)
			}
		default:
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
		if s.Transcript(general) == "" && w.Code == 200 {
			t.Error("nobody sees the message")
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
		s, err := Start(Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		c := &conn{s: s, out: make(chan any, 8), gone: make(chan struct{})}
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

// reset forgets what was said, so that a long run does not slow down.
func (s *Server) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.messages)
	s.requests, s.channels[0].entries = nil, nil
	s.violationsMu.Lock()
	defer s.violationsMu.Unlock()
	s.violations = nil
}
