package names

import "talksbot/knowledge/english"

// Resolve returns the canonical name for a name as written, or the name itself.
func (n *Names) Resolve(s string) string {
	if n.byName[s] != nil {
		return s
	}
	t := english.Read(s)
	bare := withoutThe(t)
	if len(bare.Tokens) == 0 {
		return s
	}
	for _, a := range n.aliases[bare.Tokens[0].Norm] {
		if len(a.words) == len(bare.Tokens) && a.matches(bare, 0, len(bare.Tokens) == 1) {
			return a.name.Name
		}
	}
	last := bare.Tokens[len(bare.Tokens)-1]
	for _, m := range n.FindIn(t) {
		if m.Start <= bare.Tokens[0].Start && m.End >= last.End {
			return m.Name
		}
	}
	return s
}

// Key returns what the names of one thing share, for use in maps: its name in lower case; for
// a seat of government, its country's; for a name not known, the name itself.
func (n *Names) Key(name string) string { return n.CanonicalKey(n.Resolve(name)) }
