package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talksbot/bot/store"
)

// An operator reads what readers asked and what servers have chosen while the bot has the database open, and clears
// what is settled.
func TestGapsAndSettings(t *testing.T) {
	database := filepath.Join(t.TempDir(), "talks.db")
	bot, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	defer bot.Close()
	runs := func(args ...string) string {
		t.Helper()
		var out strings.Builder
		err := run(t.Context(), append([]string{"--articles", "testdata/ferry.txt"}, args...), func(name string) string {
			return map[string]string{"DATABASE": database, "NO_COLOR": "1"}[name]
		}, strings.NewReader(""), &out, &out)
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		return out.String()
	}
	if got := runs("gaps"); !strings.HasPrefix(got, "In the last 30 days nobody asked anything") {
		t.Errorf("of nothing: %q", got)
	}
	if got := runs("settings"); !strings.HasPrefix(got, "No server has chosen anything") {
		t.Errorf("of nothing: %q", got)
	}
	for _, g := range []store.Gap{
		{Guild: "71", Question: "Who is the captain of the ferry?", Why: store.Refused}, {Guild: "71", Question: "How deep is the Aller?", Why: store.Refused},
		{Guild: "72", Question: "how deep is the aller", Why: store.Wrong, Reason: "out of date"}, {Guild: "71", Question: "how deep is the Aller", Why: store.Refused},
	} {
		if _, err := bot.KeepGap(t.Context(), g, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := bot.Choose(t.Context(), "72", func(c *store.Settings) { c.PerPerson, c.Language = 2, "pl" }); err != nil {
		t.Fatal(err)
	}
	text := runs("gaps")
	for _, want := range []string{"Server 71", "asked 2 times since", "Answered now", "Anna Voss", "Server 72", "marked wrong once: out of date"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	var listed gapsOut
	if err := json.Unmarshal([]byte(runs("gaps", "--json", "--server", "71")), &listed); err != nil || len(listed.Servers) != 1 || len(listed.Servers[0].Questions) != 2 {
		t.Fatalf("%+v, %v", listed, err)
	}
	deep, captain := listed.Servers[0].Questions[0], listed.Servers[0].Questions[1]
	if deep.Times != 2 || deep.Now != nil || captain.Now == nil || !strings.Contains(captain.Now.Text, "Anna Voss") {
		t.Errorf("%+v, %+v", deep, captain)
	}
	if got := runs("gaps", "--clear", deep.ID); !strings.HasPrefix(got, "Cleared: how deep is the Aller (asked 2 times)") {
		t.Errorf("clearing says %q", got)
	}
	if left, err := bot.Gaps(t.Context(), "", time.Now()); len(left) != 2 || err != nil {
		t.Errorf("left: %+v, %v", left, err)
	}
	if got := runs("settings"); !strings.Contains(got, "Server 72") || !strings.Contains(got, "2 questions a minute") || !strings.Contains(got, "polski") || strings.Contains(got, "every channel") {
		t.Errorf("settings: %s", got)
	}
	if got := runs("settings", "--json"); !strings.Contains(got, `{"server":"72","chosen":{"language":"pl","per_person":2}}`) {
		t.Errorf("settings --json: %s", got)
	}
}
