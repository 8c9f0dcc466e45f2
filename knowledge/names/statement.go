package names

import (
	"cmp"
	"maps"
	"slices"
)

// A statement is a fact and how often it is stated.
type statement struct {
	fact
	count int
}

func (a statement) compare(b statement) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(len(b.name), len(a.name)), cmp.Compare(b.count, a.count),
		cmp.Compare(a.name, b.name), cmp.Compare(a.with, b.with), cmp.Compare(a.of, b.of))
}

// ordered are statements in their order: persons before their offices, fuller names first, of those as full
// the one stated more often.
type ordered []statement

// statements returns what a lesson states.
func statements(l *Lesson) ordered {
	list := make(ordered, 0, len(l.facts))
	for f, n := range l.facts {
		list = append(list, statement{f, n})
	}
	slices.SortFunc(list, statement.compare)
	return list
}

// with returns the statements with what another lesson adds to them, or takes away. It costs little where that is
// a small one: nothing is put in order but what it changes.
func (o ordered) with(change *Lesson) ordered {
	left := maps.Clone(change.facts)
	kept, changed := make(ordered, 0, len(o)), ordered{}
	for _, s := range o {
		n, is := left[s.fact]
		if !is {
			kept = append(kept, s)
			continue
		}
		delete(left, s.fact)
		if s.count += n; s.count != 0 {
			changed = append(changed, s)
		}
	}
	for f, n := range left {
		changed = append(changed, statement{f, n})
	}
	slices.SortFunc(changed, statement.compare)
	all := make(ordered, 0, len(kept)+len(changed))
	for _, s := range changed {
		at, _ := slices.BinarySearchFunc(kept, s, statement.compare)
		all, kept = append(append(all, kept[:at]...), s), kept[at:]
	}
	return append(all, kept...)
}
