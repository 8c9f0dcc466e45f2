package bot

import (
	"strings"

	"talksbot/bot/discord"
)

// What comes from Discord and goes there, by shorter names.
type (
	event   = discord.Event
	message = discord.Message
	user    = discord.User
	file    = discord.File
	choice  = discord.Choice
)

// What Discord allows.
const (
	maxLength     = discord.MaxContent // of a message (see length)
	maxCustomID   = discord.MaxCustomID
	maxChoices    = discord.MaxChoices
	maxChoiceText = discord.MaxChoiceText
)

// question returns what a person wrote to the bot, in one line.
func question(e event) string { return strings.Join(strings.Fields(e.Text), " ") }
