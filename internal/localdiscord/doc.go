// Package localdiscord is a Discord-compatible server on loopback: a gateway and the REST routes a text bot
// uses, over real sockets, so that the bot under test is the very program that runs in production.
//
//	server, err := localdiscord.Start(localdiscord.Options{})
//	session, _ := discordgo.New("Bot " + server.Token())
//	session.Client = server.Client()       // https://discord.com/... now comes here
//
// From there a [Person] does what people do (says, replies, runs commands, presses buttons) and waits for what
// they would see:
//
//	ada := server.Person("ada")
//	asked, _ := ada.Run(server.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: "When?"})
//	answer, err := asked.Wait(ctx)        // the answer once it no longer says "is thinking"
//	fmt.Print(server.Transcript(server.Channel("general")))
//
// The house, bottom up: ids.go makes snowflakes; objects.go is the JSON that goes over the wire; gateway.go
// keeps sockets and sessions and events.go decides who is told what; rest.go routes requests and answers errors,
// messages.go, commands.go and interactions.go are the routes; rules.go and commandrules.go are the limits
// Discord enforces and openapi.go its published description; person.go acts, wait.go waits, transcript.go
// shows; faults.go and gatewayfaults.go break things on purpose.
//
// House rules: state is guarded by Server.mu, and every change of it is announced (Server.changed), so nothing
// here ever sleeps to wait. A stored *Message is never modified, only replaced, so it may be handed out. The
// package does not import the bot's Discord library: were both ends the same code, their mistakes would cancel.
// It does not import testing either: it also serves to try the bot by hand.
package localdiscord
