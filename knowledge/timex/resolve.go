package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// A meaning is what a phrase says, before it is known when it was said.
type meaning func(s *scope) result

// A scope is what a meaning is resolved in.
type scope struct {
	published Moment
	last      result // the last date mentioned; may be empty
	lastDay   result // the last single day mentioned; may be empty
	near      result // the last date mentioned in the same sentence; may be empty
	tense     tense
	alone     bool // the text is no more than the expression
	after     Day  // when set, the expression ends a range that starts here
}

// ref is the day the text was published; zero when that is unknown.
func (s *scope) ref() Day { return s.published.Day }

// anchor is the day that "the next day" and "that year" count from: the last date mentioned, or else
// publication.
func (s *scope) anchor() Day {
	if s.last.known() {
		return s.last.from
	}
	return s.ref()
}

// anchorOf is the anchor of an expression in units of u: days and weeks count from the last day
// mentioned, not from a year mentioned after it.
func (s *scope) anchorOf(u unit) Day {
	if u <= week && s.lastDay.known() {
		return s.lastDay.from
	}
	return s.anchor()
}

// weekday resolves a bare weekday: with a future cue the next one on or after publication, otherwise
// the last one on or before it, as news means it.
func (s *scope) weekday(w time.Weekday) result {
	ref := s.ref()
	if ref.IsZero() {
		return unresolved(weekdayValue(w), oneDay)
	}
	back := (int(ref.Weekday()) - int(w) + 7) % 7
	d := ref.AddDays(-back)
	switch {
	case !s.after.IsZero():
		d = s.after.AddDays((int(w) - int(s.after.Weekday()) + 7) % 7)
	case (s.tense >= tenseFuture || s.alone) && back != 0:
		d = d.AddDays(7)
	}
	r := aDay(d)
	r.relative = true
	return r
}

func weekdayValue(w time.Weekday) string {
	return "XXXX-WXX-" + string(rune('1'+calendar.ISOWeekday(w)))
}

// nearest picks the year of a date told without one, given the days it falls on in any year (an empty
// result when there are none in that year): of last year's, this year's and next year's, the one of
// least cost.
func (s *scope) nearest(in func(year int) result) result {
	ref := s.ref()
	if ref.IsZero() {
		return result{}
	}
	var best result
	bestCost := 1 << 30
	for y := ref.Year - 1; y <= ref.Year+1; y++ {
		r := in(y)
		if !r.ok() {
			continue
		}
		if c := s.cost(r); c < bestCost {
			best, bestCost = r, c
		}
	}
	best.relative = true
	return best
}

// cost is how far a date is from publication, in days, those against the tense weighing more. The end
// of a range counts from its start instead.
func (s *scope) cost(r result) int {
	ref := s.ref()
	if !s.after.IsZero() {
		if r.to.Before(s.after) {
			return 1000 + s.after.Sub(r.to)
		}
		return r.from.Sub(s.after)
	}
	ahead, behind := r.from.Sub(ref), ref.Sub(r.to)
	switch {
	case ahead > 0 && s.tense == tensePast:
		return ahead * againstTense
	case behind > 0 && (s.alone || s.tense == tenseWill):
		return behind * againstWill
	case behind > 0 && s.tense == tenseFuture:
		return behind * againstTense
	case ahead > 0 && s.tense == tenseUnknown && !s.alone:
		return ahead * againstNews
	}
	return max(ahead, behind, 0)
}

// againstWill weighs a date behind publication of which the text says "will", or that was typed alone:
// people look ahead.
const againstWill = 1000

// againstNews weighs a date ahead of publication when no tense tells: reports look back.
const againstNews = 3

// againstTense weighs a date on the wrong side of publication. Headlines and reports tell past
// things in the present tense and plans in the past tense, so the tense is strong but not absolute:
// "Aug. 7" published on August 6 with a past tense is tomorrow, not a year ago.
const againstTense = 6

// strictly is the last such date before publication ("last October"), for a negative direction, or the
// first after it.
func (s *scope) strictly(direction int, in func(year int) result) result {
	ref := s.ref()
	if ref.IsZero() {
		return result{}
	}
	for step := 0; step <= 5; step++ {
		y := ref.Year + direction*step
		r := in(y)
		if r.ok() && (direction < 0 && r.to.Before(ref) || direction > 0 && r.from.After(ref)) {
			r.relative = true
			return r
		}
	}
	return result{}
}
