package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talksbot/ask"
	"talksbot/ask/chat/chattest"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
)

const (
	accuses = "What does the West accuse Moscow of?"
	accused = `{"claims":[{"text":"Western countries accuse Moscow of preparing for an invasion of Ukraine.","cites":[1]}]}`
	spent   = "The language model has used up its budget for today; these are the articles' own sentences."
)

// What the model has used today is used after a restart of the bot, too.
func TestBudgetOutlastsRestart(t *testing.T) {
	t.Parallel()
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	model := chattest.New(t, chattest.Content(accused)) // 120 tokens
	file := filepath.Join(t.TempDir(), "talks.db")
	for i, run := range []struct {
		database string
		spent    bool
		calls    int
	}{{file, false, 1}, {file, true, 1}, {filepath.Join(t.TempDir(), "other.db"), false, 2}} {
		seen := serveOne(t, server, settings{token: server.Token(), baseURL: model.URL, model: "test-model",
			dailyTokens: 100, database: run.database})
		if strings.Contains(seen, spent) != run.spent || !strings.Contains(seen, "preparing for an invasion of Ukraine") {
			t.Errorf("run %d: budget spent should be %v, ada sees:\n%s", i+1, run.spent, seen)
		}
		if n := len(model.Requests()); n != run.calls {
			t.Errorf("run %d: %d calls so far, want %d", i+1, n, run.calls)
		}
	}
}

// serveOne runs the bot for one question and returns the answer.
func serveOne(t *testing.T, server *localdiscord.Server, set settings) string {
	t.Helper()
	var logged lockedBuffer
	ctx, stop := context.WithCancel(t.Context())
	e := &env{ctx: ctx, stdout: &logged, stderr: &logged, network: server.Transport(), settings: set}
	ended := make(chan error, 1)
	go func() { ended <- e.serve() }()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("stopped with %v\n%s", err, logged.String())
		}
	}()
	patience, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := server.WaitReady(patience); err != nil {
		t.Fatalf("%v\n%s", err, logged.String())
	}
	if err := server.WaitCommand(patience, "ask"); err != nil {
		t.Fatal(err)
	}
	asked, err := server.Person("ada").Run(server.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: accuses})
	if err != nil {
		t.Fatal(err)
	}
	m, err := asked.Wait(patience)
	if err != nil {
		t.Fatalf("%v\n%s", err, logged.String())
	}
	return m.Content
}

// Two programs on one database have one budget.
func TestBudgetShared(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talks.db")
	model := chattest.New(t, chattest.Content(accused))
	e := &env{ctx: t.Context(), stderr: &lockedBuffer{}, settings: settings{baseURL: model.URL, model: "test-model", dailyTokens: 200}}
	var askers []*ask.Asker
	for range 2 {
		a, err := e.asker(e.quiet())
		if err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		a.Model.Budget.Ledger, a.Model.Cache = s, nil
		askers = append(askers, a)
	}
	for i, want := range []ask.Mode{ask.WordedModel, ask.WordedModel, ask.Extract, ask.Extract} {
		if answer := askers[i%2].Answer(t.Context(), ask.Question{Text: accuses}); answer.Mode != want {
			t.Errorf("question %d: mode %s, want %s (%s)", i+1, answer.Mode, want, answer.Note)
		}
	}
	if n := len(model.Requests()); n != 2 {
		t.Errorf("%d calls, want 2", n)
	}
}
