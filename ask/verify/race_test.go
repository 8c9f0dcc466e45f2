//go:build race

package verify

// slowed is how many times longer the race detector may make things take.
const slowed = 20
