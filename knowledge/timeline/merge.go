package timeline

import (
	"slices"
	"strings"
)

// An event is an Event with what it is about.
type event struct {
	Event
	exact bool
	gist  gist // of all its mentions
}

// Bounds on comparing events, so that a library of any size is read in linear time: how many
// events before an event are looked at, and how many days away they may be.
const (
	maxCompared = 200
	maxApart    = 7
)

// merge makes events of mentions: those of one event on the same days become one, those of
// what seems one event on different days refer to each other and stand side by side.
func merge(mentions []mention) []event {
	slices.SortStableFunc(mentions, inOrder)
	var events []event
	for _, m := range mentions {
		if e := counterpart(events, m); e != nil {
			e.Mentions = append(e.Mentions, m.Mention)
			e.gist.add(m.gist)
			continue
		}
		events = append(events, event{Event: Event{Days: m.days, Mentions: []Mention{m.Mention}}, exact: m.exact, gist: m.gist})
	}
	for i := range events {
		slices.SortStableFunc(events[i].Mentions, func(a, b Mention) int { return a.Passage.Compare(b.Passage) })
	}
	return sideBySide(events)
}

// inOrder puts dated mentions by their days before vague ones, and within that in reading
// order.
func inOrder(m, n mention) int {
	switch {
	case m.days.IsZero() && n.days.IsZero():
		return m.Passage.Compare(n.Passage)
	case m.days.IsZero():
		return 1
	case n.days.IsZero():
		return -1
	}
	if c := m.days.compare(n.days); c != 0 {
		return c
	}
	return m.Passage.Compare(n.Passage)
}

// counterpart returns the event that a mention tells of once more, or nil. Vague times are
// compared by their words.
func counterpart(events []event, m mention) *event {
	for i := len(events) - 1; i >= max(0, len(events)-maxCompared); i-- {
		e := &events[i]
		if e.Days != m.days {
			return nil
		}
		if e.gist.same(m.gist) && (!m.days.IsZero() || e.When() == m.When()) {
			return e
		}
	}
	return nil
}

func (g gist) add(h gist) {
	for w := range h {
		g[w] = true
	}
}

// sideBySide marks the events that sources date differently and moves each beside the first
// of its kind.
func sideBySide(events []event) []event {
	beside := make([]int, len(events)) // the event each stands beside; itself
	for i := range events {
		beside[i] = i
		for j := i - 1; j >= max(0, i-maxCompared) && events[i].gap(events[j].Days) <= maxApart; j-- {
			if differ(&events[i], &events[j]) {
				events[i].Otherwise = append(events[i].Otherwise, events[j].Days)
				events[j].Otherwise = append(events[j].Otherwise, events[i].Days)
				beside[i] = beside[j]
			}
		}
	}
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return beside[i] - beside[j] })
	sorted := make([]event, len(events))
	for at, i := range order {
		slices.SortFunc(events[i].Otherwise, Days.compare)
		events[i].Otherwise = slices.Compact(events[i].Otherwise)
		sorted[at] = events[i]
	}
	return sorted
}

// differ reports whether two events seem to be one that different articles put on different
// days. One article that names both has two events in mind; two that say "Monday" in different
// weeks do not disagree.
func differ(e, f *event) bool {
	if strings.EqualFold(e.When(), f.When()) || e.Vague() || f.Vague() || !e.exact || !f.exact || e.Days == f.Days || shareArticle(e, f) {
		return false
	}
	if e.overlap(f.Days) {
		return e.gist.likely(f.gist, 2)
	}
	return e.gist.likely(f.gist, 3)
}

func shareArticle(e, f *event) bool {
	return slices.ContainsFunc(e.Mentions, func(m Mention) bool {
		return slices.ContainsFunc(f.Mentions, func(n Mention) bool { return m.Article == n.Article })
	})
}
