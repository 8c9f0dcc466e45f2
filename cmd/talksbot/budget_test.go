package main

import (
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/ask/chat/chattest"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
)

const (
	accuses = "What does the West accuse Moscow of?"
	accused = `{"claims":[{"text":"Western countries accuse Moscow of preparing for an invasion of Ukraine.","cites":[«Western countries accuse»]}]}`
	spent   = "The language model has used up its budget for today; these are the articles' own sentences."
)

// What the model has used today is used after a restart of the bot, too.
func TestBudgetOutlastsRestart(t *testing.T) { synthetic(t, testBudgetOutlastsRestart) }

func testBudgetOutlastsRestart(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"model":"test-model","choices":[{"finish_reason":"stop","message":{"role":"assistant","content":%q}}],"usage":{"total_tokens":120}}`, accused)
	})
	file := filepath.Join(t.TempDir(), "talks.db")
	for i, run := range []struct {
		database string
		spent    bool
		calls    int64
	}{{file, false, 1}, {file, true, 1}, {filepath.Join(t.TempDir(), "other.db"), false, 2}} {
		_, stop := s.serve(t, settings{baseURL: modelURL, model: "test-model", dailyTokens: 100, database: run.database})
		asked, err := s.Person("ada").Run(s.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: accuses})
		if err != nil {
			t.Fatal(err)
		}
		m, err := asked.Wait(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		stop()
		if strings.Contains(m.Text(), spent) != run.spent || !strings.Contains(m.Text(), "preparing for an invasion of Ukraine") {
			t.Errorf("run %d: budget spent should be %v, ada sees:\n%s", i+1, run.spent, m.Text())
		}
		if n := s.asked.Load(); n != run.calls {
			t.Errorf("run %d: %d calls so far, want %d", i+1, n, run.calls)
		}
	}
}

// Two programs on one database have one budget.
func TestBudgetShared(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talks.db")
	model := chattest.New(t, chattest.Citing(accused))
	e := &env{ctx: t.Context(), stderr: &lockedBuffer{}, settings: settings{baseURL: model.URL, model: "test-model", dailyTokens: 200, noOpinion: true}}
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
			t.Errorf("question %d: mode %s, want %s (%v)", i+1, answer.Mode, want, answer.Fallback)
		}
	}
	if n := len(model.Requests()); n != 2 {
		t.Errorf("%d calls, want 2", n)
	}
}
