//go:build !noencoder && !386 && !arm && !mips && !mipsle

package encoder

import _ "embed"

// Held reports whether this program has the weights.
const Held = true

//go:embed weights.bin
var weights string
