package localdiscord

import (
	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/wire"
)

// What people and the bot exchange; see package rules.
type (
	Message = rules.Message
	Channel = rules.Channel
	Option  = rules.Option
	Choice  = rules.Choice
	Modal   = rules.Modal
	File    = rules.File
)

// Options say how a server is; package wire also has what may go wrong there.
type Options = wire.Options
