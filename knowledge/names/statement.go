package names

import (
	"cmp"
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

// with returns the statements with what another lesson adds to them, or takes away; so far says how often each fact
// is stated in them. It costs little where that is a small one: nothing is looked at but what it changes.
func (o ordered) with(change *Lesson, soFar func(fact) int) ordered {
	var gone, come ordered
	for f, n := range change.facts {
		before := soFar(f)
		if before != 0 {
			gone = append(gone, statement{f, before})
		}
		if before+n != 0 {
			come = append(come, statement{f, before + n})
		}
	}
	slices.SortFunc(gone, statement.compare)
	slices.SortFunc(come, statement.compare)
	all := make(ordered, 0, len(o)-len(gone)+len(come))
	for len(gone)+len(come) > 0 {
		drop := len(come) == 0 || len(gone) > 0 && gone[0].compare(come[0]) < 0
		next := &come
		if drop {
			next = &gone
		}
		at, _ := slices.BinarySearchFunc(o, (*next)[0], statement.compare)
		all, o = append(all, o[:at]...), o[at:]
		if drop {
			o = o[1:]
		} else {
			all = append(all, come[0])
		}
		*next = (*next)[1:]
	}
	return append(all, o...)
}
