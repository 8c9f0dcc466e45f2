package bot

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
)

// People who have installed the bot for themselves use it where it is not: in other servers and in
// the direct messages of a group. All works that needs no membership, and nothing else is offered.
func TestAbroad(t *testing.T) {
	for name, where := range map[string]func(*world) localdiscord.Channel{
		"server": func(w *world) localdiscord.Channel { return w.Abroad("lobby") },
		"group":  func(w *world) localdiscord.Channel { return w.Group("friends") },
		"bot":    func(w *world) localdiscord.Channel { return w.ada.DM() },
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.run(w.bot((&ask.Asker{Articles: knowledge.NewCurrent(w.library)}).Answer))
				w.general = where(w)
				answer := w.asks("When does the NATO-Russia Council meet?")
				for _, button := range []string{"Sources"} {
					if m := w.presses(answer, button); !m.IsEphemeral() {
						t.Errorf("%s: %q", button, m.Text())
					}
				}
				list := w.uses("dates")
				for _, button := range []string{"Calendar file", "Picture"} {
					if m := w.presses(list, button); len(m.Attachments) != 1 {
						t.Errorf("%s: %q", button, m.Text())
					}
				}
				if _, err := w.ada.Press(list, "Server event"); err == nil {
					t.Error("an event of the server is offered")
				}
				for _, command := range []string{"quotes", "help", "about", "digest now"} {
					w.uses(command)
				}
				if m := w.uses("dates", localdiscord.Option{Name: "from", Value: "never"}); !m.IsEphemeral() {
					t.Errorf("everybody reads %q", m.Text())
				}
				if m := w.uses("digest subscribe"); !strings.Contains(m.Text(), "server") {
					t.Errorf("a digest cannot be posted here, and it says %q", m.Text())
				}
				said := w.ada.Say(w.general, "The ferry on the Aller stops for repairs on Tuesday.")
				w.checksMessage(said)
				w.asksWhoSaid(said)
				w.presses(w.uses("help"), "What is new?")
			})
		})
	}
}

// Where the application may not be installed by people, the commands are registered for servers, once.
func TestNoUserInstall(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		refusing := func(o *Options) {
			o.Network = roundTripper(func(req *http.Request) (*http.Response, error) {
				if req.Method != "PUT" {
					return w.Transport().RoundTrip(req)
				}
				sent, err := io.ReadAll(req.Body)
				if err != nil {
					return nil, err
				}
				if strings.Contains(string(sent), "integration_types") {
					return &http.Response{StatusCode: 400, Request: req, Body: io.NopCloser(strings.NewReader(`{"code":50035,"message":"Invalid Form Body"}`))}, nil
				}
				req.Body = io.NopCloser(bytes.NewReader(sent))
				return w.Transport().RoundTrip(req)
			})
		}
		for range 2 {
			w.run(w.bot(gives(w.saying(ask.Extract, "January 12")), refusing))()
		}
		puts := 0
		for _, r := range w.Requests() {
			if r.Method == "PUT" && r.Status == 200 {
				puts++
			}
		}
		if puts != 1 {
			t.Errorf("registered %d times", puts)
		}
	})
}
