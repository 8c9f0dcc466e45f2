package command

import (
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"talksbot/bot/discord"
	"talksbot/page"
)

func TestRegistration(t *testing.T) {
	got := Table{Commands: []Row{
		{Name: "ask", Description: "Ask", Options: []discord.Option{{Name: "question", Description: "What", Type: Text, Required: true, MaxLength: 9}, Private}},
		{Name: "digest now", Description: "See it", Group: "The daily digest"},
		{Name: "Check this claim", Description: "Not sent", OnMessage: true},
		{Name: "digest subscribe", Description: "Get it", Options: []discord.Option{{Name: "time", Description: "When", Type: Text, Autocomplete: true}}},
	}}.Registration()
	want := []discord.Command{
		{Type: discordgo.ChatApplicationCommand, Name: "ask", Description: "Ask", Options: []discord.Option{
			{Type: Text, Name: "question", Description: "What", Required: true, MaxLength: 9},
			{Type: YesNo, Name: "private", Description: page.Printer{}.Text(Private.Description),
				Names: names(Private.Description), Descriptions: inLanguages(Private.Description)}}},
		{Type: discordgo.ChatApplicationCommand, Name: "digest", Description: "The daily digest", Options: []discord.Option{
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "now", Description: "See it"},
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "subscribe", Description: "Get it", Options: []discord.Option{{Type: Text, Name: "time", Description: "When", Autocomplete: true}}}}},
		{Type: discordgo.MessageApplicationCommand, Name: "Check this claim"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
