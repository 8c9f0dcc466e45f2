// Package rules is what Discord accepts, what it refuses and what it makes of what it accepts: the objects of its
// API, the limits on them and the words of its errors. Everything here is a value or a function over values. Nothing
// is remembered, and nothing waits.
//
// guild.go, message.go, component.go and command.go hold the objects; a limit stands on the field it limits, and
// check.go checks them all. What no limit of a single field says is checked beside its object, and for commands in
// commands.go. draft.go is a message as a request sends it, and whom it notifies; interaction.go what a person may send
// with a command, and what may be answered. errors.go says what is wrong as Discord does.
package rules
