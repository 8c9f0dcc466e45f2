package digest

import (
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

// known returns the event as it is known on a day, by the articles that were out; ok is false
// where none was.
func (e Event) known(day calendar.Day) (Event, bool) {
	e.Mentions = slices.DeleteFunc(slices.Clone(e.Mentions), func(m timeline.Mention) bool { return !known(m.Article, day) })
	return e, len(e.Mentions) > 0 && e.To.Sub(e.From) < maxDays
}

// eventsFor returns the events that may be told on the day: known, and not in sentences that
// the digest has already.
func (e *Editor) eventsFor(d Digest) []Event {
	lines := make([]summary.Vector, len(d.New))
	for i, c := range d.New {
		lines[i] = e.weights.Vector(c.Cites[0].Words())
	}
	var all []Event
	for _, event := range e.events {
		if event, ok := event.known(d.Day); ok && !e.carried(d.New, lines, event) {
			all = append(all, event)
		}
	}
	return all
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
	put := func(list *[]Event, most int, event Event) {
		if p := event.Cites()[0]; len(*list) < most && !told[p] {
			told[p] = true
			*list = append(*list, event)
		}
	}
	all := e.eventsFor(*d)
	for _, event := range all {
		if event.on(d.Day) {
			put(&d.Today, maxToday, event)
		}
	}
	for _, event := range all {
		if event.From.After(d.Day) && (r.fresh(event) || event.From == d.Day.AddDays(1)) {
			put(&d.Ahead, maxAhead, event)
		}
	}
	for _, event := range all {
		if event.anniversary(d.Day) {
			put(&d.OnDay, maxOnDay, event)
		}
	}
}

// oneEvent puts one event into the digest: the one of today, of tomorrow, of this day in
// another year; the next that was not told; or the earlier one that was told longest ago.
func (e *Editor) oneEvent(d *Digest, r Request) {
	all := e.eventsFor(*d)
	find := func(is func(Event) bool) *Event {
		if i := slices.IndexFunc(all, is); i >= 0 {
			return &all[i]
		}
		return nil
	}
	if event := find(func(event Event) bool { return event.on(d.Day) }); event != nil {
		d.Today = []Event{*event}
	} else if event := find(func(event Event) bool { return event.From == d.Day.AddDays(1) }); event != nil {
		d.Ahead = []Event{*event}
	} else if event := find(func(event Event) bool { return event.anniversary(d.Day) }); event != nil {
		d.OnDay = []Event{*event}
	} else if event := find(func(event Event) bool { return event.From.After(d.Day) && r.fresh(event) }); event != nil {
		d.Ahead = []Event{*event}
	} else {
		d.Past = longestAgo(all, r)
	}
}

// longestAgo returns the event of the past, or still ahead, that was told longest ago or never,
// unless that was in the digest before.
func longestAgo(all []Event, r Request) *Event {
	var best *Event
	for i := range all {
		if best == nil || r.shown(all[i].Key(), all[i].Cites()...).Before(r.shown(best.Key(), best.Cites()...)) {
			best = &all[i]
		}
	}
	if best == nil || !r.last().IsZero() && r.shown(best.Key(), best.Cites()...) == r.last() {
		return nil
	}
	return best
}
