// Package wire serves a world over HTTP and websockets as Discord does: the REST routes a text bot uses, the gateway,
// the sessions that survive its connections, and faults on purpose.
//
// server.go opens and closes, on a port or in memory. routes.go lists the routes, serve.go checks requests and answers
// them with the world's lock held, log.go keeps them and the rules they break; the handlers are in places.go,
// messages.go and interactions.go. gateway.go accepts websockets, conn.go is one, session.go what survives it and what
// it is told. faults.go and gatewayfaults.go break things.
//
// The package does not import the bot's Discord library: were both ends the same code, their mistakes would cancel.
package wire
