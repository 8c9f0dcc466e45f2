package digest

import (
	"iter"
	"slices"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/summary"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
)

// How many events a digest has of each sort, and how many days an event may last: a month is
// no day to look forward to.
const (
	maxToday = 2
	maxAhead = 3
	maxOnDay = 1
	maxDays  = 7
)

// tooLikeThatDay is the likeness from which a line on the day of an event tells of it.
const tooLikeThatDay = 0.2

// Cites returns the sentence the event is told by. Others may tell of it too.
func (e Event) Cites() []article.Passage { return []article.Passage{e.Mentions[0].Passage} }

// Key stands for the event among what a reader was shown.
func (e Event) Key() string {
	return "event " + digestOf(e.From.String()+"\x00"+e.To.String()+"\x00"+SentenceKey(e.Mentions[0].Passage))
}

// on reports whether the event is on the day.
func (e Event) on(d calendar.Day) bool { return !d.Before(e.From) && !d.After(e.To) }

// anniversary reports whether the event was on this day of an earlier year.
func (e Event) anniversary(d calendar.Day) bool {
	return e.From == e.To && e.From.Month == d.Month && e.From.Day == d.Day && e.From.Year < d.Year
}

// off are words of what does not take place, or did not when it should have.
var off = english.Phrases("does not take place")

// tells reports whether a mention of an event can be read by itself, as what takes place.
func tells(m timeline.Mention) bool {
	t := m.Words()
	for i := range t.Tokens {
		if t.PhraseAt(i, off) > 0 {
			return false
		}
	}
	return !summary.Leans(m.Article.WordsIn(m.Clause))
}

// known returns the event as it is known on a day, by what can be read by itself in the articles that were out; ok is
// false where none of that tells it.
func (e Event) known(day calendar.Day) (Event, bool) {
	e.Mentions = slices.DeleteFunc(slices.Clone(e.Mentions), func(m timeline.Mention) bool { return !known(m.Article, day) || !tells(m) })
	return e, len(e.Mentions) > 0 && e.To.Sub(e.From) < maxDays
}

// eventsFor returns what yields the events that may be told on the day: known, not called off, and not in sentences
// that the digest has already. The days of an event are looked at first, for the rest takes a thousand times as long.
func (e *Editor) eventsFor(d Digest) func(when func(Event) bool) iter.Seq[Event] {
	lines := make([]summary.Vector, len(d.New))
	for i, c := range d.New {
		lines[i] = e.weights.Vector(c.Cites[0].Words())
	}
	return func(when func(Event) bool) iter.Seq[Event] {
		return func(yield func(Event) bool) {
			for _, on := range e.events {
				if !when(Event{on}) {
					continue
				}
				event, ok := Event{on}.known(d.Day)
				if ok && !event.Off() && !e.carried(d.New, lines, event) && !yield(event) {
					return
				}
			}
		}
	}
}

// carried reports whether a new line tells of the event already: by its sentence, or by much the
// same words.
func (e *Editor) carried(claims []ask.Claim, lines []summary.Vector, event Event) bool {
	if len(lines) == 0 {
		return false
	}
	label := e.weights.Vector(event.Mentions[0].Article.WordsIn(event.Mentions[0].Clause))
	for i, c := range claims {
		enough := summary.TooLike
		if dated(c.Cites[0], event) {
			enough = tooLikeThatDay
		}
		if ask.Number(c.Cites, event.Cites()[0]) > 0 || label.Like(lines[i]) >= enough {
			return true
		}
	}
	return false
}

// dated reports whether a sentence names the days of an event.
func dated(p article.Passage, event Event) bool {
	return slices.ContainsFunc(p.Dates(), func(d timex.Expression) bool { return d.From == event.From && d.To == event.To })
}

// fresh reports whether neither an event nor its sentence was shown before.
func (r Request) fresh(event Event) bool { return r.shown(event.Key(), event.Cites()...).IsZero() }

// allEvents puts into the digest what is today, what is ahead and not told before (or
// tomorrow, which is told again), and what was on this day.
func (e *Editor) allEvents(d *Digest, r Request) {
	told := map[article.Passage]bool{} // a sentence is shown once
	all := e.eventsFor(*d)
	put := func(list *[]Event, most int, when func(Event) bool, fits func(Event) bool) {
		for event := range all(when) {
			if p := event.Cites()[0]; fits(event) && !told[p] {
				told[p] = true
				*list = append(*list, event)
			}
			if len(*list) == most {
				break
			}
		}
	}
	fresh := func(event Event) bool { return r.fresh(event) || event.From == d.Day.AddDays(1) }
	put(&d.Today, maxToday, func(event Event) bool { return event.on(d.Day) }, always)
	put(&d.Ahead, maxAhead, func(event Event) bool { return event.From.After(d.Day) }, fresh)
	put(&d.OnDay, maxOnDay, func(event Event) bool { return event.anniversary(d.Day) }, always)
}

func always(Event) bool { return true }

// oneEvent puts one event into the digest: the one of today, of tomorrow, of this day in
// another year; the next that was not told; or the earlier one that was told longest ago.
func (e *Editor) oneEvent(d *Digest, r Request) {
	all := e.eventsFor(*d)
	find := func(when func(Event) bool, fits func(Event) bool) []Event {
		for event := range all(when) {
			if fits(event) {
				return []Event{event}
			}
		}
		return nil
	}
	if d.Today = find(func(event Event) bool { return event.on(d.Day) }, always); d.Today != nil {
		return
	}
	if d.Ahead = find(func(event Event) bool { return event.From == d.Day.AddDays(1) }, always); d.Ahead != nil {
		return
	}
	if d.OnDay = find(func(event Event) bool { return event.anniversary(d.Day) }, always); d.OnDay != nil {
		return
	}
	if d.Ahead = find(func(event Event) bool { return event.From.After(d.Day) }, r.fresh); d.Ahead == nil {
		d.Past = longestAgo(all(always), r)
	}
}

// longestAgo returns the event of the past, or still ahead, that was told longest ago or never,
// unless that was in the digest before.
func longestAgo(all iter.Seq[Event], r Request) *Event {
	var best *Event
	var told calendar.Day
	for event := range all {
		if at := r.shown(event.Key(), event.Cites()...); best == nil || at.Before(told) {
			best, told = &event, at
		}
		if told.IsZero() {
			break
		}
	}
	if best == nil || !r.last().IsZero() && told == r.last() {
		return nil
	}
	return best
}
