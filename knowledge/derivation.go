package knowledge

import (
	"encoding/hex"
	"strconv"
	"sync"

	"talksbot/knowledge/english"
)

// derivation is the version of the code that derives what a [Volume] holds, and of the form in which it is
// written. TestDerivation fails where that changes and this does not.
const derivation = 1

// Derivation returns by what a [Volume] is derived from articles, as a short text: what was stored by another is
// of no use. It changes with the code, and with any of the word lists.
var Derivation = sync.OnceValue(func() string {
	lists := english.Fingerprint()
	return strconv.Itoa(derivation) + "-" + hex.EncodeToString(lists[:8])
})
