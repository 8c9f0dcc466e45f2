package names

import (
	"slices"

	"talksbot/knowledge/english"
)

// Since returns the words by which two states of knowledge differ: a text that has none of
// them names the same things by both.
func (n *Names) Since(old *Names) english.Set {
	n.reversed.Do(n.reverse)
	old.reversed.Do(old.reverse)
	changed := english.Set{}
	mark := func(w string) { changed[w] = struct{}{} }
	for _, pair := range [][2]*Names{{n, old}, {old, n}} {
		a, b := pair[0], pair[1]
		for w, list := range a.aliases {
			if !slices.EqualFunc(list, b.aliases[w], alias.same) {
				mark(w)
			}
		}
		for _, l := range a.lessons {
			if slices.Contains(b.lessons, l) {
				continue
			}
			for w := range l.words {
				if opensBy(a.usage(w)) != opensBy(b.usage(w)) {
					mark(w)
				}
			}
		}
		for of, list := range a.holders {
			if officesDiffer(a, b, of) {
				for _, w := range a.ownerWords(list[0].of) {
					mark(w)
				}
			}
		}
	}
	return changed
}

func (h holding) same(g holding) bool {
	return h.role == g.role && h.of == g.of && h.count == g.count && h.holder.Name == g.holder.Name
}

// opensBy returns what the use of a word tells of whether a name begins with it where a sentence
// does.
func opensBy(u usage) [2]bool {
	return [2]bool{u.capital == 0, u.lower > 0 && u.capital <= u.lower}
}

// officesDiffer reports whether an office at a place or body has another holder by n than by old.
func officesDiffer(n, old *Names, of string) bool {
	if slices.EqualFunc(n.holders[of], old.holders[of], holding.same) {
		return false
	}
	name := func(k *name) string {
		if k == nil {
			return ""
		}
		return k.Name
	}
	roles := []string{"leader"} // what leads may be called so
	for role, leads := range general().leads {
		if leads != "-" {
			roles = append(roles, role)
		}
	}
	for _, h := range slices.Concat(n.holders[of], old.holders[of]) {
		roles = append(roles, h.role)
		of = h.of
	}
	slices.Sort(roles)
	return slices.ContainsFunc(slices.Compact(roles), func(role string) bool {
		return name(n.holder(Office{role, of})) != name(old.holder(Office{role, of}))
	})
}
