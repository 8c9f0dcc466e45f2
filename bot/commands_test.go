package bot

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Discord refuses all commands together when one is malformed.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	table := newTable()
	for _, r := range append(append([]row{table.said}, table.commands...), table.controls...) {
		if r.run == nil || r.name == "" || seen[r.name] {
			t.Errorf("row %q does nothing or is there twice", r.name)
		}
		seen[r.name] = true
		if strings.Contains(r.name, ":") {
			t.Errorf("%q: a colon ends a control's name", r.name)
		}
	}
	for _, r := range table.commands {
		if n := length(r.description); n == 0 || n > 100 {
			t.Errorf("/%s: a description of %d characters", r.name, n)
		}
		if !r.onMessage && (r.name != strings.ToLower(r.name) || strings.Count(r.name, " ") > 1) {
			t.Errorf("/%s: not a name of a slash command", r.name)
		}
		optional := false
		for _, o := range r.options {
			if o.required && optional {
				t.Errorf("/%s %s: required, after one that is not", r.name, o.name)
			}
			optional = optional || !o.required
			if o.suggested && r.suggest == nil {
				t.Errorf("/%s %s: suggested by nothing", r.name, o.name)
			}
		}
	}
}

func TestRegistration(t *testing.T) {
	got := table{commands: []row{
		{name: "ask", description: "Ask", options: []option{{name: "question", description: "What", kind: text, required: true, longest: 9}, private}},
		{name: "digest now", description: "See it", group: "The daily digest"},
		{name: "Check this claim", description: "Not sent", onMessage: true},
		{name: "digest subscribe", description: "Get it", options: []option{{name: "time", description: "When", kind: text, suggested: true}}},
	}}.registration()
	want := []registered{
		{Type: slashCommand, Name: "ask", Description: "Ask", Options: []registeredOption{
			{Type: text, Name: "question", Description: "What", Required: true, MaxLength: 9},
			{Type: yesNo, Name: "private", Description: private.description}}},
		{Type: slashCommand, Name: "digest", Description: "The daily digest", Options: []registeredOption{
			{Type: subcommand, Name: "now", Description: "See it"},
			{Type: subcommand, Name: "subscribe", Description: "Get it", Options: []registeredOption{{Type: text, Name: "time", Description: "When", Autocomplete: true}}}}},
		{Type: messageCommand, Name: "Check this claim"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSameCommands(t *testing.T) {
	wanted := newTable().registration()
	held := append([]registered(nil), wanted[1:]...)
	held = append(held, wanted[0])
	for i := range held {
		held[i].ID = "12"
		if len(held[i].Options) == 0 {
			held[i].Options = []registeredOption{}
		}
	}
	if !sameCommands(held, wanted) {
		t.Error("another order and IDs make a difference")
	}
	held[0].Description += "!"
	if sameCommands(held, wanted) {
		t.Error("another description makes no difference")
	}
	if sameCommands(held[1:], wanted) || sameCommands(nil, wanted) {
		t.Error("a command less makes no difference")
	}
}
