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
	Intents = rules.Intents
)

// How a server is, what goes wrong and what is counted; see package wire.
type (
	Options      = wire.Options
	Fault        = wire.Fault
	Answer       = wire.Answer
	GatewayFault = wire.GatewayFault
	Gateway      = wire.Gateway
	Memory       = wire.Memory
)

// IntentMessageContent lets a bot read all messages.
const IntentMessageContent = rules.IntentMessageContent

// Heartbeat is the interval between heartbeats that the gateway asks for.
const Heartbeat = wire.Heartbeat

// Close codes of the gateway.
const (
	CloseAuthenticationFailed = wire.CloseAuthenticationFailed
	CloseInvalidSequence      = wire.CloseInvalidSequence
	CloseSessionTimedOut      = wire.CloseSessionTimedOut
)

// The ways in which the gateway misbehaves, for FailGateway.
var (
	RefuseDial          = wire.RefuseDial
	SilentAccept        = wire.SilentAccept
	SilentIdentify      = wire.SilentIdentify
	SilentResume        = wire.SilentResume
	DropOnIdentify      = wire.DropOnIdentify
	DropOnResume        = wire.DropOnResume
	ReconnectOnIdentify = wire.ReconnectOnIdentify
	ReconnectOnResume   = wire.ReconnectOnResume
	InvalidOnIdentify   = wire.InvalidOnIdentify
	InvalidOnResume     = wire.InvalidOnResume
	InvalidResumable    = wire.InvalidResumable
	CloseOnIdentify     = wire.CloseOnIdentify
	CloseOnResume       = wire.CloseOnResume
)

// The ways in which a REST request goes wrong, for Fail.
var (
	RateLimited         = wire.RateLimited
	GloballyRateLimited = wire.GloballyRateLimited
	HTMLRateLimited     = wire.HTMLRateLimited
	BadGateway          = wire.BadGateway
	Refused             = wire.Refused
	Slow                = wire.Slow
	Truncated           = wire.Truncated
	Dropped             = wire.Dropped
	Lost                = wire.Lost
)

// NewMemory is a network without sockets.
var NewMemory = wire.NewMemory
