//go:build !amd64 || noasm

package encoder

import "testing"

// onEachLevel runs f on the one level there is.
func onEachLevel[T interface {
	Run(string, func(T)) bool
	testing.TB
}](t T, f func(T)) {
	t.Run("plain", f)
}
