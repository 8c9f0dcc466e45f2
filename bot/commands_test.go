package bot

import (
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/page"
)

// Discord refuses all commands together when one is malformed.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	b, err := New(Options{Token: "t", Store: inMemory(t), Answer: gives(ask.Answer{}), Library: library(t)})
	if err != nil {
		t.Fatal(err)
	}
	table := b.table
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
		if n := length(page.Printer{}.Text(r.description)); n == 0 || n > 100 {
			t.Errorf("/%s: a description of %d characters", r.name, n)
		}
		if !r.onMessage && (r.name != strings.ToLower(r.name) || strings.Count(r.name, " ") > 1) {
			t.Errorf("/%s: not a name of a slash command", r.name)
		}
		optional := false
		for _, o := range r.options {
			if n := length(page.Printer{}.Text(o.Description)); n == 0 || n > 100 {
				t.Errorf("/%s %s: a description of %d characters", r.name, o.Name, n)
			}
			if o.Required && optional {
				t.Errorf("/%s %s: required, after one that is not", r.name, o.Name)
			}
			optional = optional || !o.Required
			if o.Autocomplete && r.suggest == nil {
				t.Errorf("/%s %s: suggested by nothing", r.name, o.Name)
			}
		}
	}
}

func TestRegistration(t *testing.T) {
	got := table{commands: []row{
		{name: "ask", description: "Ask", options: []discord.Option{{Name: "question", Description: "What", Type: text, Required: true, MaxLength: 9}, private}},
		{name: "digest now", description: "See it", group: "The daily digest"},
		{name: "Check this claim", description: "Not sent", onMessage: true},
		{name: "digest subscribe", description: "Get it", options: []discord.Option{{Name: "time", Description: "When", Type: text, Autocomplete: true}}},
	}}.registration(page.Printer{})
	want := []discord.Command{
		{Type: discordgo.ChatApplicationCommand, Name: "ask", Description: "Ask", Options: []discord.Option{
			{Type: text, Name: "question", Description: "What", Required: true, MaxLength: 9},
			{Type: yesNo, Name: "private", Description: page.Printer{}.Text(private.Description)}}},
		{Type: discordgo.ChatApplicationCommand, Name: "digest", Description: "The daily digest", Options: []discord.Option{
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "now", Description: "See it"},
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "subscribe", Description: "Get it", Options: []discord.Option{{Type: text, Name: "time", Description: "When", Autocomplete: true}}}}},
		{Type: discordgo.MessageApplicationCommand, Name: "Check this claim"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
