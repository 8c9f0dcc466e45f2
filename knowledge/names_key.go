package knowledge

import "strings"

// Key returns what the names of one thing share, for use in maps: its name in lower case; for a
// seat of government, its country's; for a name not known, the name itself.
func (n *Names) Key(name string) string { return strings.ToLower(n.key(n.resolve(name))) }
