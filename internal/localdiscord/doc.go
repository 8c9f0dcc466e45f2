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
// To a test it also tells what the bot did wrong: Server.Violations must be empty. Server.Fail and
// Server.FailGateway make Discord misbehave for so many times; Server.Requests and Server.Gateway tell what came.
// With [Options].Memory there are no sockets, so that a test in a bubble of testing/synctest need not wait for the
// seconds that pass.
//
// The house, bottom up. rules is what Discord accepts and refuses, as functions over values. world is what there is:
// people, channels, messages, commands, interactions. wire serves a world over HTTP and the gateway, and breaks
// things on purpose. This package puts them together (server.go, names.go), acts as people do (person.go), waits
// (wait.go) and shows (transcript.go). screen shows messages as a page for a browser;
// openapitest, for tests only, checks requests against Discord's published
// description.
//
// House rules: a world is guarded by one lock, and every change of it is announced, so nothing here ever sleeps to
// wait. Nothing here imports the bot's Discord library: were both ends the same code, their mistakes would cancel.
// Nothing imports testing either, as the server also serves to try the bot by hand.
package localdiscord
