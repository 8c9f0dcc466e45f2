//go:build !race

package verify

const slowed = 1
