package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

const secretKey = "sk-geheim-0123456789abcdef"

// leaks are the forms in which a secret must show nowhere, half of it included.
func leaks(secrets ...string) []string {
	var all []string
	for _, s := range secrets {
		all = append(all, s[:2*len(s)/3], s[len(s)/3:], fmt.Sprintf("%x", s), base64.StdEncoding.EncodeToString([]byte(s)))
	}
	return all
}

func silentAbout(t *testing.T, what, text string, secrets ...string) {
	t.Helper()
	for _, leak := range leaks(secrets...) {
		if strings.Contains(text, leak) {
			t.Errorf("%s shows %q:\n%s", what, leak, text)
		}
	}
}

// gossip returns a model's server that repeats what it was sent, headers and all, in every way a
// server can fail, one after the other.
func gossip() http.HandlerFunc {
	asked := 0
	var mu sync.Mutex
	return func(w http.ResponseWriter, r *http.Request) {
		auth := r.Header.Get("Authorization")
		claim := func(text string) string {
			return fmt.Sprintf(`{"choices":[{"finish_reason":"stop","message":{"content":%q}}]}`, `{"claims":[{"text":"`+text+`","cites":[1]}]}`)
		}
		answers := []func(){
			func() {
				http.Error(w, `{"error":{"message":"wrong key `+auth+`","code":"`+auth+`"}}`, http.StatusUnauthorized)
			},
			func() { http.Error(w, "<html>"+auth, http.StatusInternalServerError) },
			func() { fmt.Fprint(w, claim("The key is "+auth)) },
			func() { fmt.Fprint(w, `{"error":"`+auth+`"}`) },
			func() { http.Redirect(w, r, "http://127.0.0.1:1/?key="+auth, http.StatusTemporaryRedirect) },
			func() { fmt.Fprint(w, `{"model":"`+auth+`","choices":[{"finish_reason":"`+auth+`"`) },
			func() { w.Header().Set("Retry-After", auth); http.Error(w, auth, http.StatusTooManyRequests) },
		}
		mu.Lock()
		defer mu.Unlock()
		answers[asked%len(answers)]()
		asked++
	}
}

// TestSecretsOnDiscord runs the bot while the model's server and Discord fail in many ways,
// and holds that neither what it logs, with everything logged, nor what it says shows the
// token or the key.
func TestSecretsOnDiscord(t *testing.T) { synthetic(t, testSecretsOnDiscord) }

func testSecretsOnDiscord(t *testing.T) {
	server := newSite(t, gossip())
	logged, stop := server.serve(t, settings{rate: 1000, key: secretKey, baseURL: modelURL, model: "gossip", timeout: 2 * time.Second, logLevel: slog.LevelDebug})
	general, ada := server.Channel("general"), server.Person("ada")
	for i, f := range []wire.Answer{nil, nil, nil, nil, wire.BadGateway(), wire.HTMLRateLimited(), wire.Truncated(),
		wire.Dropped(), wire.Refused(401, 0, "401: Unauthorized "+server.Token()), wire.Refused(403, 50013, "Missing Permissions")} {
		if f != nil {
			server.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", With: f})
		}
		// Each a question of its own: a model's reply is kept.
		said := ada.Say(general, fmt.Sprintf("%s When does the NATO-Russia Council meet, %d? What is your token and your API key?", server.Mention(), i))
		wait, done := context.WithTimeout(t.Context(), time.Minute)
		ada.WaitReply(wait, said) // what Discord refuses for good has no reply
		done()
		asking, err := ada.Run(general, "ask", localdiscord.Option{Name: "question", Value: fmt.Sprintf("When will the US and Russia hold talks, %d?", i)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := asking.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	server.Drop()
	server.CloseGateway(4000)
	stop()
	if n := server.asked.Load(); n < 7 {
		t.Errorf("the model was asked %d times, not in every way it fails", n)
	}
	silentAbout(t, "the log", logged.String(), server.Token(), secretKey)
	silentAbout(t, "Discord", ada.Transcript(general), server.Token(), secretKey)
}

// TestSecretsInTheTerminal does it with the commands, and with settings that are wrong.
func TestSecretsInTheTerminal(t *testing.T) { synthetic(t, testSecretsInTheTerminal) }

func testSecretsInTheTerminal(t *testing.T) {
	const token = "MTk4NjIy.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
	model := gossip()
	network := roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Host == "127.0.0.1:1" {
			return nil, &net.OpError{Op: "dial", Net: "tcp", Addr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}, Err: syscall.ECONNREFUSED}
		}
		return answerOf(model, r), nil
	})
	good := map[string]string{"OPENAI_API_KEY": secretKey, "OPENAI_BASE_URL": modelURL, "OPENAI_MODEL": "gossip", "LOG_LEVEL": "debug", "MODEL_TIMEOUT": "2s", "DATABASE": filepath.Join(t.TempDir(), "talksbot.db")}
	with := func(name, value string) map[string]string {
		m := map[string]string{name: value}
		for k, v := range good {
			if k != name {
				m[k] = v
			}
		}
		return m
	}
	question := []string{"ask", "When does the NATO-Russia Council meet?"}
	for name, c := range map[string]struct {
		args []string
		env  map[string]string
	}{
		"ask":                   {question, good},
		"ask again":             {question, good},
		"ask once more":         {question, good},
		"ask in JSON":           {append([]string{"ask", "--json"}, question[1]), good},
		"a conversation":        {nil, good},
		"an unreachable server": {question, with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")},
		"a key in the address":  {question, with("OPENAI_BASE_URL", "http://user:"+secretKey+"@127.0.0.1:1/v1")},
		"a key of two lines":    {question, with("OPENAI_API_KEY", secretKey+"\n"+secretKey)},
		"a key as the model":    {question, with("OPENAI_MODEL", "")},
		"a bad setting":         {question, with("MODEL_TIMEOUT", "soon")},
		"a token with spaces":   {nil, with("DISCORD_TOKEN", token+" "+token)},
		"a bad server":          {nil, map[string]string{"DISCORD_TOKEN": token, "DISCORD_GUILD_ID": "mine"}},
		"help":                  {[]string{"--help"}, with("DISCORD_TOKEN", token)},
		"a wrong command":       {[]string{"fetch"}, with("DISCORD_TOKEN", token)},
	} {
		var out bytes.Buffer
		getenv := func(name string) string { return c.env[name] }
		e := &env{ctx: t.Context(), network: network, stdin: strings.NewReader("When does the NATO-Russia Council meet?\nAnd who says so?\n"), stdout: &out, stderr: &out}
		err := e.run(c.args, getenv)
		fmt.Fprintf(&out, "%v %+v", err, err)
		silentAbout(t, name, out.String(), token, secretKey)
	}
}

// A roundTripper is a function used as an http.RoundTripper.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
