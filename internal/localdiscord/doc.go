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
// To a test it also tells what the bot did wrong: [Server.Violations] must be empty. [Server.Fail] and
// [Server.FailGateway] make Discord misbehave for so many times; [Server.Requests] and [Server.Gateway] tell what came.
//
// The house, bottom up. ids.go makes snowflakes, objects.go is the JSON on the wire, errors.go the refusals.
// gateway.go keeps sockets, session.go what survives them, events.go who is told what. rest.go routes and checks
// requests, body.go reads and recorded.go keeps them; draft.go makes messages of them, and messages.go, places.go,
// commands.go, interactions.go, followups.go, reactions.go and calendar.go are the routes. rules.go collects what is
// wrong, by messagerules.go, commandrules.go and openapi.go (Discord's published description). person.go and run.go
// act, wait.go waits, transcript.go shows. faults.go and gatewayfaults.go break things on purpose.
//
// House rules: state is guarded by Server.mu, and every change of it is announced (Server.changed), so nothing
// here ever sleeps to wait. A stored *Message is never modified, only replaced, so it may be handed out. The
// package does not import the bot's Discord library: were both ends the same code, their mistakes would cancel.
// It does not import testing either: it also serves to try the bot by hand.
package localdiscord
