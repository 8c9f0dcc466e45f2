// Package rules is what Discord accepts, what it refuses and what it makes of what it accepts: the objects of its
// API, the limits on them and the words of its errors. Everything here is a value or a function over values. Nothing
// is remembered, and nothing waits.
//
// message.go, embed.go, component.go, command.go, guild.go and event.go hold one kind of object each, with its
// checks; draft.go is a message as a request sends it, answer.go the first answer to an interaction, mention.go who
// is notified and who may read what, fill.go what Discord's own client lets a person type. check.go collects what is
// wrong, and errors.go says it as Discord does.
package rules
