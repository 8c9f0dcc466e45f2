package doctor

import (
	"strings"
	"testing"
	"time"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
	"talksbot/page"
)

// TestModelFailures holds that whoever runs a bot is told apart what there is to mend, with what the server said.
func TestModelFailures(t *testing.T) {
	const answer = `{"claims":[{"text":"According to reports, Jens Stoltenberg has decided to convene a meeting of the NATO-Russia Council on January 12.","cites":[«convene a meeting»]}]}`
	for _, c := range []struct {
		name   string
		reply  chattest.Reply
		health page.Health
		want   []string
	}{
		{"good", chattest.Citing(answer), page.Well, []string{"passed the check", "does not stream"}},
		{"good, and heard", chattest.Reply{By: func(r chattest.Request) chattest.Reply {
			text := chattest.Numbered(answer, r.User)
			return chattest.Streamed("stop", text[:20], text[20:])
		}}, page.Well, []string{"passed the check", "It streams"}},
		{"a wrong key", chattest.Error(401, "Incorrect API key provided"), page.Broken, []string{"does not accept the key", "OPENAI_API_KEY", "Incorrect API key"}},
		{"an unknown model", chattest.Error(404, "The model `m` does not exist"), page.Broken, []string{"does not know the model m", "OPENAI_MODEL", "does not exist"}},
		{"a spent account", chattest.Error(402, "Insufficient credits"), page.Broken, []string{"has nothing left", "Insufficient credits"}},
		{"too many calls", chattest.Error(429, "Slow down"), page.Broken, []string{"takes no more calls for now", "Slow down"}},
		{"a web page", chattest.HTML(200), page.Broken, []string{"no reply came", "not JSON"}},
		{"cut off", chattest.Ended(`{"claims":[`, "length"), page.Broken, []string{"no reply came", "cut off"}},
		{"prose", chattest.Content("On January 12."), page.Broken, []string{"not in the form asked for"}},
		{"nothing found", chattest.Content(`{"claims":[]}`), page.Doubted, []string{"did not answer an easy question"}},
		{"nothing true", chattest.Content(`{"claims":[{"text":"They meet on May 3.","cites":[77]}]}`), page.Doubted, []string{"did not answer an easy question"}},
		{"wrong wording", chattest.Citing(strings.Replace(answer, "12", "13", 1)), page.Doubted, []string{"did not pass the check"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := chattest.New(t, c.reply)
			n := &Notes{about: "model"}
			Model(t.Context(), n, chat.Options{BaseURL: server.URL, Model: "m"}, time.Minute)
			if len(n.findings) != 1 || n.findings[0].Health != c.health {
				t.Fatalf("found %v", n.findings)
			}
			said := ""
			for _, s := range n.findings[0].Says {
				said += s.Text
			}
			for _, want := range c.want {
				if !strings.Contains(said, want) {
					t.Errorf("%q does not say %q", said, want)
				}
			}
		})
	}
}
