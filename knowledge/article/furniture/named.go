package furniture

import (
	"fmt"
	"slices"
)

// UnmarshalText reads a kind as MarshalText writes it.
func (k *Kind) UnmarshalText(text []byte) error {
	at := slices.Index(names[:], string(text))
	if at < 0 {
		return fmt.Errorf("%q is no kind of block", text)
	}
	*k = Kind(at)
	return nil
}
