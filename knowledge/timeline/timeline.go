// Package timeline says what happens when, as the articles state it: every sentence with a
// date becomes an event with its days, a label in the article's own words, and its citations.
//
// The house, bottom up:
//
//	asked.go    ranges of civil days, as people type them
//	collect.go  from an article's dated sentences to mentions of days
//	clause.go   the clause around a date: a label is a span of the text, never a paraphrase
//	speech.go   what somebody says, apart from who says it
//	gist.go     what a mention is about, to be compared with another
//	reading.go  the mentions of each article, read once
//	merge.go    mentions of one event become one; events that sources date differently are marked
//	topics.go   what one can ask about
//	title.go    what a calendar calls an event, and where it is
//	ics.go      events as a calendar
//	timeline.go the whole
//
// Nothing is made up here: where an article leaves a time vague, the event has its words and
// no days; where articles disagree, both stand.
package timeline

import (
	"sync"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

// An Event is something the articles put on a day, or on several days running.
type Event struct {
	calendar.Days                 // zero where the articles leave it vague
	Mentions      []Mention       // where they say so, in reading order; at least one
	Clock         Clock           // when on its day it begins, where an article says so
	Otherwise     []calendar.Days // the days other sources give for what seems to be the same, in order

	instead func() []article.Passage // found once, when first asked for: it takes longer than all else
}

// A Clock is a time of day. The zero Clock is unknown.
type Clock struct {
	Known bool
	At    time.Duration  // since midnight
	Zone  *time.Location // that the article names; nil where it means that of the place
}

// Instead returns what newer articles say of the event: it is, or was, not on these days. It is nil where the event
// stands. It is found when it is first asked for, so ask only of an event that somebody is to see.
func (e Event) Instead() []article.Passage {
	if e.instead == nil {
		return nil
	}
	return e.instead()
}

// Off reports whether a newer article says that the event is not on these days.
func (e Event) Off() bool { return len(e.Instead()) > 0 }

// Vague reports whether the articles name a time without saying which days it is.
func (e Event) Vague() bool { return e.Days.IsZero() }

// Label returns what happens, in the words of the first mention.
func (e Event) Label() string { return e.Mentions[0].Label() }

// When returns the time in the words of the first mention: "on" is not part of it.
func (e Event) When() string { return e.Mentions[0].When() }

// Speaker returns whose words the label reports; "" where it is the article's own statement.
func (e Event) Speaker() string { return e.Mentions[0].Speaker }

// Standing returns the events that are not off, and how many are.
func Standing(all []Event) (standing []Event, off int) {
	for _, e := range all {
		if e.Off() {
			off++
			continue
		}
		standing = append(standing, e)
	}
	return standing, off
}

// Next returns the days of the first event after today, of events that stand in order; none where nothing
// is to come.
func Next(events []Event, today calendar.Day) (next calendar.Days) {
	for _, e := range events {
		if !e.Vague() && e.From.After(today) && (next.IsZero() || e.Days.Compare(next) < 0) && !e.Off() {
			next = e.Days
		}
	}
	return next
}

// Cites returns the sentences the event rests on, each once, in reading order.
func (e Event) Cites() []article.Passage {
	var cites []article.Passage
	for _, m := range e.Mentions { // those of one sentence stand side by side
		if last := len(cites) - 1; last < 0 || cites[last].Article != m.Article || cites[last].Index != m.Index {
			cites = append(cites, m.Passage)
		}
	}
	return cites
}

// A Timeline is the events of a library. It never changes and may be used by any number of
// goroutines.
type Timeline struct {
	library *knowledge.Library
	events  []event        // dated ones by their first day, then the vague ones in reading order
	topics  func() []topic // found once, when first asked for
}

// New returns the timeline of a library, once for each. Articles are read that were not read for an earlier one.
func New(l *knowledge.Library) *Timeline { return knowledge.Once(l, collected) }

func collected(l *knowledge.Library) *Timeline {
	entries := knowledge.OnceFrom(l, read).entries(l.Articles(), l.Story())
	t := &Timeline{library: l, events: merge(entries, l.Story())}
	t.topics = sync.OnceValue(t.findTopics)
	return t
}

// A Query says which events are wanted. The zero Query wants all.
type Query struct {
	About         string // names and words that all stand in a sentence that mentions the event
	calendar.Days        // they overlap; a zero From or To is open; vague events overlap nothing
}

// Find returns the events wanted: the dated ones in order, those that differ side by side, then
// the vague ones.
func (t *Timeline) Find(q Query) []Event {
	about := t.subject(q.About)
	var found []Event
	for _, e := range t.events {
		if q.admits(e.Days) && about.in(e, t.library.Names()) {
			found = append(found, e.Event)
		}
	}
	return found
}

func (q Query) admits(d calendar.Days) bool {
	return q.Days.IsZero() || !d.IsZero() && !d.To.Before(q.From) && (q.To.IsZero() || !d.From.After(q.To))
}
