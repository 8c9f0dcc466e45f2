package discord

import (
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestSameCommands(t *testing.T) {
	wanted := []Command{
		{Type: discordgo.ChatApplicationCommand, Name: "ask", Description: "Ask", Options: []Option{{Name: "question"}}},
		{Type: discordgo.ChatApplicationCommand, Name: "help", Description: "Help"},
		{Type: discordgo.MessageApplicationCommand, Name: "Check this claim"},
	}
	held := append([]Command(nil), wanted[1:]...)
	held = append(held, wanted[0])
	for i := range held {
		held[i].ID = "12"
		if len(held[i].Options) == 0 {
			held[i].Options = []Option{}
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
