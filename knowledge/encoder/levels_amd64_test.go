//go:build amd64 && !noasm

package encoder

import "testing"

// onEachLevel runs f on the kernels of each level the processor has.
func onEachLevel[T interface {
	Run(string, func(T)) bool
	testing.TB
}](t T, f func(T)) {
	best := processor
	t.Cleanup(func() { processor = best })
	for l, name := range []string{plain: "plain", avx2: "avx2", avx512: "avx512"} {
		if level(l) <= best {
			processor = level(l)
			t.Run(name, f)
		}
	}
	processor = best
}
