package main

import (
	"context"
	"crypto/ed25519"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
)

var listensAt = regexp.MustCompile(`msg="Discord may post interactions here" address=(\S+)`)

// serveOverSockets runs the program with the settings on a Discord over sockets; ended has what it ended with.
func serveOverSockets(t *testing.T, s *localdiscord.Server, set settings) (logged *lockedBuffer, stop func(), ended chan error) {
	t.Helper()
	logged, ended = &lockedBuffer{}, make(chan error, 1)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	set.token, set.noEncoder, set.rate = s.Token(), true, 100
	e := &env{ctx: ctx, stdout: logged, stderr: logged, network: s.Transport(), settings: set}
	go func() { ended <- e.serve() }()
	return logged, cancel, ended
}

// TestServeInteractions has Discord post interactions to the program, over sockets.
func TestServeInteractions(t *testing.T) {
	s, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	logged, stop, ended := serveOverSockets(t, s, settings{interactions: "127.0.0.1:0", publicKey: s.PublicKey()})
	if err := s.WaitCommand(t.Context(), "ask"); err != nil {
		t.Fatalf("%v\n%s", err, logged)
	}
	at := listensAt.FindStringSubmatch(logged.String())
	if at == nil {
		t.Fatalf("the log does not say where it listens:\n%s", logged)
	}
	way := &http.Transport{}
	defer way.CloseIdleConnections()
	if err := s.SetEndpoint(t.Context(), "http://"+at[1]+discord.EndpointPath, way); err != nil {
		t.Fatal(err)
	}
	asked, err := s.Person("ada").Run(s.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: "When does the NATO-Russia Council meet?"})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := asked.Wait(t.Context())
	if err != nil || !strings.Contains(answer.Text(), "January 12") {
		t.Errorf("answered %v, %v", answer, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
	for _, v := range s.Violations() {
		t.Errorf("Discord would refuse: %v", v)
	}
}

// TestServeInteractionsRefused has what is set up wrongly be told in one line.
func TestServeInteractionsRefused(t *testing.T) {
	s, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	other, _, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		set  settings
		want string
	}{
		"port taken": {settings{interactions: taken.Addr().String(), publicKey: s.PublicKey()}, "INTERACTIONS_ADDRESS: listening at " + taken.Addr().String() + " for Discord's interactions: another program listens there already"},
		"no key":     {settings{interactions: "127.0.0.1:0"}, "INTERACTIONS_ADDRESS is set, but not DISCORD_PUBLIC_KEY: "},
		"other key":  {settings{interactions: "127.0.0.1:0", publicKey: other}, "DISCORD_PUBLIC_KEY is not the public key of the application that DISCORD_TOKEN belongs to: "},
	} {
		c.set.logLevel = slog.LevelWarn
		logged, _, ended := serveOverSockets(t, s, c.set)
		err := <-ended
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if got := logged.String(); strings.Count(got, "\n") > 1 { // the database is in memory
			t.Errorf("%s: logged\n%s", name, got)
		}
	}
}
