//go:build noencoder || 386 || arm || mips || mipsle

package encoder

// Held reports whether this program has the weights.
const Held = false

// weights are left out of builds for 32-bit processors, where the encoder would be too slow,
// and by the build tag noencoder, for a smaller program.
var weights string
