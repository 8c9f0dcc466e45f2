package ask

import (
	"bytes"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
	"talksbot/ask/model"
)

// TestHostileServers has servers hang, flood, redirect, lie, trickle and break off, with a reader who
// watches. Within the limit there is an answer, nothing false was shown at any time, what was shown is not
// taken back, and nothing is left running, for which the bubble sees.
func TestHostileServers(t *testing.T) {
	const limit = 20 * time.Second
	lib := kilnLibrary(t)
	good := `{"claims":[{"text":` + chattest.Quoted(copied2.text) + `,"cites":[3]},{"text":` + chattest.Quoted(reworded.text) + `,"cites":[4]}]}`
	lie := `{"text":"The repairs cost 3.4 million crowns and 300 people work there.","cites":[3]}`
	cut := good[:strings.Index(good, "},")+1]
	streams := func(text string) []string { return strings.SplitAfter(text, " ") }
	yes := chattest.Content(`{"verdicts":[{"claim":1,"why":"","supported":true}]}`)
	no := chattest.Content(`{"verdicts":[{"claim":1,"why":"","supported":false}]}`)
	every := func(r chattest.Reply, d time.Duration) chattest.Reply { r.Every = d; return r }
	led := "The builder Jonas Hald led the repairs."
	for _, tt := range []struct {
		name     string
		answer   chattest.Reply
		opinion  chattest.Reply
		want     []string // of the claims
		fallback Fallback
		took     time.Duration // at most
	}{
		{"good", chattest.Streamed("stop", streams(good)...), yes, []string{copied2.text, reworded.text}, 0, 0},
		{"hangs", chattest.Slow(), yes, []string{copied.text}, Slow, limit},
		{"hangs behind a claim", chattest.Stalling(chattest.Streamed("", streams(cut)...)), yes, []string{copied2.text, copied.text}, Slow, limit},
		{"one byte a second", every(chattest.Streamed("stop", strings.Split(good, "")...), time.Second), yes, []string{copied.text}, Slow, limit},
		{"a word every other second", every(chattest.Streamed("stop", streams(good)...), 1500*time.Millisecond), yes, []string{copied2.text, copied.text}, Slow, limit},
		{"breaks off, and then hangs", chattest.Streaming(chattest.Cutting(chattest.Streamed("", streams(cut)...)), chattest.Slow()), yes, []string{copied2.text, copied.text}, Slow, limit},
		{"breaks off, and is whole when asked again", chattest.Streaming(chattest.Cutting(chattest.Streamed("", streams(cut)...)), chattest.Content(good)), yes, []string{copied2.text, reworded.text}, 0, 0},
		{"ends without a reason", chattest.Streamed("", streams(good)...), yes, []string{copied2.text, copied.text}, Unusable, 0},
		{"floods", chattest.Streamed("stop", slices.Repeat([]string{strings.Repeat("x", 1<<20)}, 12)...), yes, []string{copied.text}, Unusable, 0},
		{"floods behind a claim", chattest.Streamed("stop", append(streams(cut), slices.Repeat([]string{strings.Repeat(" ", 1<<20)}, 12)...)...), yes, []string{copied2.text, copied.text}, Unusable, 0},
		{"a million claims", chattest.Streamed("stop", append(streams(cut), slices.Repeat([]string{strings.Repeat(`,{"text":"No.","cites":[3]}`, 10_000)}, 30)...)...), yes, []string{copied2.text, copied.text}, Unusable, 0},
		{"lies", chattest.Streamed("stop", `{"claims":[`, lie, ",", lie, "]}"), yes, []string{copied2.text}, 0, 0},
		{"redirects", chattest.Reply{Status: http.StatusTemporaryRedirect, Header: map[string]string{"Location": "http://elsewhere.test/"}}, yes, []string{copied.text}, Unusable, 0},
		{"is no server", chattest.HTML(200), yes, []string{copied.text}, Unusable, 0},
		{"a second reading that hangs", chattest.Streamed("stop", streams(good)...), chattest.Slow(), []string{copied2.text, reworded.text}, 0, limit},
		{"one that says garbage", chattest.Streamed("stop", streams(good)...), chattest.HTML(200), []string{copied2.text, reworded.text}, 0, 0},
		{"one that floods", chattest.Streamed("stop", streams(good)...), chattest.Content(strings.Repeat("x", 2<<20)), []string{copied2.text, reworded.text}, 0, 0},
		{"one that answers on more", chattest.Streamed("stop", streams(good)...), chattest.Content(`{"verdicts":[{"claim":1,"why":"","supported":false},{"claim":2,"why":"","supported":false}]}`), []string{copied2.text, reworded.text}, 0, 0},
		{"one that always says no", chattest.Streamed("stop", streams(good)...), no, []string{copied2.text, led}, 0, 0},
		{"one that says yes to lies", chattest.Streamed("stop", `{"claims":[`, lie, "]}"), yes, []string{copied2.text}, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, transport := chattest.NewInMemory(t, chattest.Reply{By: func(r chattest.Request) chattest.Reply {
					if strings.Contains(r.Schema, "verdicts") {
						return tt.opinion
					}
					return tt.answer
				}})
				var log bytes.Buffer
				client, err := chat.New(chat.Options{BaseURL: s.URL, Model: "m", Transport: transport, Timeout: limit})
				if err != nil {
					t.Fatal(err)
				}
				defer client.Close()
				a := asking(lib, client)
				a.Opinion = &model.Model{Completer: client}
				a.Log = slog.New(slog.NewTextHandler(&log, nil))
				began := time.Now()
				grown, final := watched(t, a, Question{Text: aboutKiln})
				if took := time.Since(began); took > tt.took+3*time.Second {
					t.Errorf("it took %v", took)
				}
				grows(t, grown, final)
				if !slices.Equal(texts(final.Claims), tt.want) || final.Fallback != tt.fallback {
					t.Errorf("%q, fallback %v\n%s", texts(final.Claims), final.Fallback, log.String())
				}
				for _, g := range append(grown, final) {
					if shown := reader(g); strings.Contains(shown, "3.4") || strings.Contains(shown, "300") {
						t.Errorf("shown: %s", shown)
					}
				}
				if tt.fallback != 0 && !strings.Contains(log.String(), "model not used") || len(log.String()) > 4000 {
					t.Errorf("the log says %s", log.String())
				}
				if n := len(s.Requests()); n > 3 {
					t.Errorf("%d requests", n)
				}
			})
		})
	}
}
