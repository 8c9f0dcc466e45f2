// Package world is what there is on the local Discord: a guild, and more where a test wants them, its people and channels, their messages, the bot's
// commands, and what people did with them. It knows neither HTTP nor the gateway: wire changes a world as the bot
// asks, and localdiscord as people do; whoever listens is told of each change as an event.
//
// A [World] is guarded by its own lock, which is that of everything built on it: what a request does and what the
// gateway says of it are one step. All that a World does, but for [Changes.Await], wants the lock held.
package world
