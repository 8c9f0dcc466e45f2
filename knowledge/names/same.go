package names

import (
	"cmp"
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// mostIdentities bounds how many names are remembered, whatever is asked about.
const mostIdentities = 1 << 14

// identify looks a name up once.
func (n *Names) identify(name string) *identity {
	n.identities.mu.RLock()
	id := n.identities.byName[name]
	n.identities.mu.RUnlock()
	if id != nil {
		return id
	}
	id = &identity{name: name, resolved: n.Resolve(name), norms: english.Norms(name)}
	id.office, id.isOffice = n.ReadOffice(name)
	if id.isOffice {
		id.holders = n.HoldersOf(id.office)
	}
	id.voice = n.voice(id)
	id.voiceKey = n.CanonicalKey(n.governed(id.voice))
	if id.isOffice && id.office.Of != "" {
		id.voiceKey = strings.ToLower(id.office.String())
	}
	n.identities.mu.Lock()
	defer n.identities.mu.Unlock()
	if len(n.identities.byName) >= mostIdentities || n.identities.byName == nil {
		n.identities.byName = map[string]*identity{}
	}
	n.identities.byName[strings.Clone(name)] = id
	return id
}

// Same reports whether two names, as written or canonical, stand for one another: a place and
// its seat of government, a person and the surname or office, a body and its acronym.
func (n *Names) Same(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, y := n.identify(n.identify(a).resolved), n.identify(n.identify(b).resolved)
	if n.CanonicalKey(x.name) == n.CanonicalKey(y.name) {
		return true
	}
	if x.isOffice || y.isOffice {
		return n.sameOffice(x, y)
	}
	return n.partOf(x, y) || n.partOf(y, x)
}

// partOf reports whether the short name is a part of the long one that stands for it: the
// surname of a person, the "Foreign Ministry" of the "Russian Foreign Ministry".
func (n *Names) partOf(short, long *identity) bool {
	s, l := short.norms, long.norms
	if len(s) == 0 || len(s) >= len(l) || !slices.Equal(s, l[len(l)-len(s):]) {
		return false
	}
	if n.IsKnown(short.name) && n.IsKnown(long.name) {
		return false // both are known, and known apart
	}
	return n.KindOf(short.name) != Place && n.KindOf(long.name) != Place
}

// SameOffice reports whether one of the names is an office that the other holds, or both are
// one office.
func (n *Names) SameOffice(a, b string) bool { return n.sameOffice(n.identify(a), n.identify(b)) }

func (n *Names) sameOffice(x, y *identity) bool {
	holds := func(person, office *identity) bool {
		return slices.ContainsFunc(office.holders, func(h string) bool { return strings.EqualFold(h, person.name) })
	}
	switch {
	case x.isOffice && y.isOffice:
		a, b := x.office, y.office
		return (a.Of == "" || b.Of == "" || n.CanonicalKey(a.Of) == n.CanonicalKey(b.Of)) && n.sameRole(a.Role, b.Role, cmp.Or(a.Of, b.Of))
	case x.isOffice:
		return holds(y, x)
	case y.isOffice:
		return holds(x, y)
	}
	return false
}

// Voice returns the name a speaker goes by in all articles, given as an article has it:
// the name of a person, place or body; the words of the article for an office whose holder
// is not named, or for a crowd; "" for a pronoun.
func (n *Names) Voice(written string) string { return n.identify(written).voice }

// VoiceKey returns what the names of one speaker share: a government is its country, an
// office is the same however it is written. A surname that several have is its own.
func (n *Names) VoiceKey(name string) string { return n.identify(name).voiceKey }
