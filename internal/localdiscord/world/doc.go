// Package world is what there is on the local Discord: one guild, its people and channels, their messages, the bot's
// commands, and what people did with them. It knows neither HTTP nor the gateway: wire changes a world as the bot
// asks, and localdiscord as people do; whoever listens is told of each change as an event.
//
// A [World] is guarded by its own lock, which is that of everything built on it: what a request does and what the
// gateway says of it are one step. All methods of a World, but for those of [Changes], want the lock held. A stored
// message is never modified, only replaced, so it may be handed out.
package world
