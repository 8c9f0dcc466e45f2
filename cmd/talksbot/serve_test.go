package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/internal/localdiscord"
	"talksbot/knowledge/encoder"
)

const transcriptFile = "testdata/discord.txt"

// TestServe runs the whole program against a Discord in memory, has people talk to it,
// and holds what they see to testdata/discord.txt: read that file to know the bot.
func TestServe(t *testing.T) { synthetic(t, testServe) }

func testServe(t *testing.T) {
	s := newSite(t, nil)
	logged, stop := s.serve(t, settings{rate: 100, noEncoder: true})
	got := talk(t, t.Context(), s.Server)
	stop()
	for _, v := range s.Violations() {
		t.Errorf("Discord would refuse: %v", v)
	}
	if log := logged.String(); strings.Contains(log, s.Token()) {
		t.Errorf("the token is in the log:\n%s", log)
	}
	if *update {
		if err := os.WriteFile(transcriptFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(transcriptFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("what people see (-want +got):\n%s", diff)
	}
}

// TestServeByMeaning runs the program with its encoder: it makes its vectors beside its work, says
// that it finds answers by their meaning, and ends when told to.
func TestServeByMeaning(t *testing.T) {
	if !encoder.Held {
		t.Skip(encoder.ErrNone)
	}
	synthetic(t, func(t *testing.T) {
		s := newSite(t, nil)
		_, stop := s.serve(t, settings{rate: 100})
		defer stop()
		ada, general := s.Person("ada"), s.Channel("general")
		question := localdiscord.Option{Name: "question", Value: "When does the NATO-Russia Council meet?"}
		for command, options := range map[string][]localdiscord.Option{"about": nil, "ask": {question}} {
			asked, err := ada.Run(general, command, options...)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := asked.Wait(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for _, want := range []string{"by their meaning", "January 12"} {
			if said := ada.Transcript(general); !strings.Contains(said, want) {
				t.Errorf("%q is not in what was said:\n%s", want, said)
			}
		}
	})
}

// talk has two people use the bot in a channel and in private, and returns what each of
// them saw.
func talk(t *testing.T, ctx context.Context, server *localdiscord.Server) string {
	t.Helper()
	general := server.Channel("general")
	ada, ben := server.Person("ada"), server.Person("ben")
	run := func(p *localdiscord.Person, command string, options ...localdiscord.Option) *localdiscord.Message {
		t.Helper()
		asked, err := p.Run(general, command, options...)
		if err != nil {
			t.Fatal(err)
		}
		m, err := asked.Wait(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	reply := func(p *localdiscord.Person, said *localdiscord.Message) *localdiscord.Message {
		t.Helper()
		m, err := p.WaitReply(ctx, said)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	question := func(q string) localdiscord.Option { return localdiscord.Option{Name: "question", Value: q} }

	first := run(ada, "ask", question("When does the NATO-Russia Council meet?"))
	pressed, err := ada.Press(first, "Sources")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pressed.Wait(ctx); err != nil {
		t.Fatal(err)
	}
	answered := reply(ben, ben.Say(general, server.Mention()+" When will the US and Russia hold talks?"))
	reply(ben, ben.Reply(answered, "And what are they about?"))
	run(ben, "ask", question("Who is the president of Ukraine?"))
	run(ada, "ask", question("What did Lavrov pledge?"), localdiscord.Option{Name: "private", Value: true})
	run(ben, "check", localdiscord.Option{Name: "claim", Value: "The NATO-Russia Council meets on January 13. Lavrov pledged not to make unilateral concessions."})
	run(ada, "help")
	run(ada, "about")
	reply(ben, ben.Say(ben.DM(), "hello"))
	reply(ben, ben.Say(ben.DM(), "What does the West accuse Moscow of?"))
	seen := "# What ada sees in the channel\n\n" + ada.Transcript(general) + "\n# What ben sees in private\n\n" + ben.Transcript(ben.DM())
	seen = strings.ReplaceAll(seen, "talksbot "+version(), "talksbot VERSION")
	return figures.ReplaceAllString(commandID.ReplaceAllString(seen, "</$1>"), "")
}

// commandID is the part of a command's mention that differs from run to run.
var commandID = regexp.MustCompile(`</([\w ]+):\d+>`)

// figures are the lines of /about that every measuring changes.
var figures = regexp.MustCompile(`(?m)^ *-# (Measured|Checking) .*\n`)

// A lockedBuffer is a buffer that a running program may write to while a test reads it.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestServeRefused has a wrong token, and goes over sockets: the program ends at once with one clear error, and
// logs nothing besides.
func TestServeRefused(t *testing.T) {
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	var logged lockedBuffer
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	token := "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde." + strings.Repeat("a", 38)
	e := &env{ctx: ctx, stdout: &logged, stderr: &logged, network: server.Transport(), settings: settings{token: token, logLevel: slog.LevelWarn}}
	err = e.serve()
	if err == nil || !strings.Contains(err.Error(), "token") || strings.Contains(err.Error(), token) {
		t.Errorf("error %v, want one that speaks of the token without showing it", err)
	}
	if ctx.Err() != nil {
		t.Error("it did not end by itself")
	}
	if got := logged.String(); strings.Count(got, "\n") > 1 || strings.Contains(got, token) {
		t.Errorf("logged:\n%s", got)
	}
}
