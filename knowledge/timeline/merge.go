package timeline

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/story"
)

// An event is an Event with what it is about.
type event struct {
	Event
	exact    bool
	from, to int     // its days, counted
	content  content // of the gists of all its mentions
	beside   int     // which event it stands beside: the first of its kind

	told []*mention // in order
}

// insteadOf returns what newer articles say by which none of the mentions holds; none where one does.
func insteadOf(all []*mention, told *story.Story) []article.Passage {
	var said []article.Passage
	for _, m := range all {
		newer := instead(told, m)
		if len(newer) == 0 {
			return nil
		}
		said = append(said, newer...)
	}
	return said
}

// Bounds on comparing events, so that a library of any size is read in linear time: how many
// events before an event are looked at, and how many days away they may be.
const (
	maxCompared = 200
	maxApart    = 7
)

// merge makes events of mentions: those of one event on the same days become one, those of
// what seems one event on different days refer to each other and stand side by side.
func merge(mentions []*mention, told *story.Story) []event {
	slices.SortFunc(mentions, inOrder)
	var events []event
	numbers := numbering{}
	for _, m := range mentions {
		about := numbers.of(m.gist)
		if e := counterpart(events, m, about); e != nil {
			e.Mentions = append(e.Mentions, m.Mention)
			if !e.Clock.Known {
				e.Clock = m.clock
			}
			e.told = append(e.told, m)
			e.content = e.content.with(about)
			continue
		}
		events = append(events, event{Event: Event{Days: m.days, Mentions: []Mention{m.Mention}, Clock: m.clock}, exact: m.exact,
			from: m.days.From.Sub(calendar.Day{}), to: m.days.To.Sub(calendar.Day{}), content: about, told: []*mention{m}})
	}
	for i := range events {
		all := events[i].told
		events[i].instead = sync.OnceValue(func() []article.Passage { return insteadOf(all, told) })
		slices.SortStableFunc(events[i].Mentions, func(a, b Mention) int { return a.Passage.Compare(b.Passage) })
	}
	return sideBySide(events)
}

// inOrder puts dated mentions by their days before vague ones, and within that in reading
// order.
func inOrder(m, n *mention) int {
	if m.days != n.days {
		return cmp.Or(order(m.days.IsZero(), n.days.IsZero()), m.days.Compare(n.days))
	}
	if c := m.Passage.Compare(n.Passage); c != 0 {
		return c
	}
	return m.Time.Start - n.Time.Start
}

// counterpart returns the event that a mention tells of once more, or nil. Vague times are
// compared by their words.
func counterpart(events []event, m *mention, about content) *event {
	for i := len(events) - 1; i >= max(0, len(events)-maxCompared); i-- {
		e := &events[i]
		if e.Days != m.days {
			return nil
		}
		if e.content.same(about) && (!m.days.IsZero() || e.When() == m.When()) {
			return e
		}
	}
	return nil
}

// sideBySide marks the events that sources date differently and moves each beside the first
// of its kind.
func sideBySide(events []event) []event {
	for i := range events {
		e := &events[i]
		e.beside = i
		for j := i - 1; e.exact && j >= max(0, i-maxCompared) && e.gap(&events[j]) <= maxApart; j-- {
			if differ(e, &events[j]) {
				e.Otherwise = append(e.Otherwise, events[j].Days)
				events[j].Otherwise = append(events[j].Otherwise, e.Days)
				e.beside = events[j].beside
			}
		}
	}
	for i := range events {
		slices.SortFunc(events[i].Otherwise, calendar.Days.Compare)
		events[i].Otherwise = slices.Compact(events[i].Otherwise)
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.beside - b.beside })
	return events
}

// gap returns how many days lie between two events; 0 where they touch or overlap.
func (e *event) gap(f *event) int { return max(0, e.from-f.to, f.from-e.to) }

// differ reports whether two events seem to be one that different articles put on different
// days. One article that names both has two events in mind; two that say "Monday" in different
// weeks do not disagree.
func differ(e, f *event) bool {
	if !e.exact || !f.exact || e.Days == f.Days || e.Vague() || f.Vague() {
		return false
	}
	alike := 3
	if e.Overlap(f.Days) {
		alike = 2
	}
	return e.content.likely(f.content, alike) && !strings.EqualFold(e.When(), f.When()) && !shareArticle(e, f) && !e.Off() && !f.Off()
}

func shareArticle(e, f *event) bool {
	return slices.ContainsFunc(e.Mentions, func(m Mention) bool {
		return slices.ContainsFunc(f.Mentions, func(n Mention) bool { return m.Article == n.Article })
	})
}
