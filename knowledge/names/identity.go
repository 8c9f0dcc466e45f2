package names

import "sync"

// An identity is what is known of a name, as written or canonical, when it is compared with
// others.
type identity struct {
	name     string   // the name itself
	resolved string   // the canonical name
	norms    []string // of its words
	office   Office   // the office the name is, where isOffice
	isOffice bool
	holders  []string // who holds it
	voice    string   // see Voice
	voiceKey string   // see VoiceKey
}

// identities remembers names that were looked up.
type identities struct {
	mu     sync.RWMutex
	byName map[string]*identity
}
