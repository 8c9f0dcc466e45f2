package timex

import "talksbot/knowledge/calendar"

// What "two years later", "the next day" and "the end of the year" are counted from: the event they stand
// with. The day on which somebody said so is no such event where another stands beside it, and where the
// last date is coarser than what is counted nobody can tell.

// A mention is a date that others may be counted from.
type mention struct {
	result
	sentence int  // in which it stands
	said     bool // it is the day on which somebody says something
}

// told are the last date mentioned and the last single day, which may be the same; either may be empty.
type told struct {
	last, day mention
	sentence  int // in which the expression stands that counts
}

// add takes in a date: what is said on a day does not hide an event of the same sentence.
func (t *told) add(m mention) {
	if m.said && t.last.known() && !t.last.said && t.last.sentence == m.sentence {
		return
	}
	t.last = m
	if m.grain <= oneDay {
		t.day = m
	}
}

// beside reports whether the last date stands in the same sentence as the expression, or in the one before.
func (t *told) beside() bool { return t.last.known() && t.sentence-t.last.sentence <= 1 }

// anchor is the day that what follows another date counts from: the last date mentioned, or else
// publication.
func (s *scope) anchor() calendar.Day {
	if s.told.last.known() {
		return s.told.last.from
	}
	return s.ref()
}

// anchorOf is the anchor of an expression in units of u: days and weeks count from the last day
// mentioned, not from a year mentioned after it. It is zero where the last date is too coarse to count
// from.
func (s *scope) anchorOf(u unit) calendar.Day {
	last, day := &s.told.last, &s.told.day
	switch {
	case !last.known():
		return s.ref()
	case last.grain <= max(u, oneDay) || last.grain == threeMonths && u >= month:
		return last.from
	case u <= week && day.known() && (!day.said || day.sentence == s.told.sentence):
		return day.from
	}
	return calendar.Day{}
}

// anchorBefore is anchorOf for what comes after another date: where none was mentioned and the text tells of
// the past, nobody can say after what.
func (s *scope) anchorBefore(u unit) calendar.Day {
	if !s.told.last.known() && s.tense.isPast() && !s.alone {
		return calendar.Day{}
	}
	return s.anchorOf(u)
}

// spokenOf is the day, week, month or year that "later in the day" or "the end of the year" is about: for a
// day the last mentioned; otherwise that of publication, unless the text tells of what was at another time.
func (s *scope) spokenOf(u unit) result {
	last := &s.told.last
	past := s.tense.isPast() && s.told.beside() && !last.relative && !last.said && last.grain <= u
	if u == oneDay || past {
		return periodFrom(s.anchorOf(u), 0, u)
	}
	return periodFrom(s.ref(), 0, u)
}

// besideMonth is a month, or a day of one, told without a year beside a date that has one ("In May 2012 they
// married. In August they divorced"): one later in the same year, or else the next within half a year.
// Beside a mere year of long ago nobody can tell whether that is meant or this one; decided reports
// that the date beside it, known or not, is all there is to go by.
func (s *scope) besideMonth(y *yearly) (r result, decided bool) {
	last := &s.told.last
	if s.tense > tenseUnknown || s.alone || !s.told.beside() || last.relative || last.said || !s.after.IsZero() || last.grain > year {
		return result{}, false
	}
	if last.grain == year {
		return y.unresolved(), last.from.Year < s.ref().Year-1 && last.sentence < s.told.sentence && s.tense.isPast() && s.opens
	}
	const halfYear = 183
	for year := last.from.Year; year <= last.from.Year+1; year++ {
		r = y.in(year)
		if r.ok() && !r.to.Before(last.from) && (year == last.from.Year || r.from.Sub(last.from) <= halfYear) {
			return relatively(r), true
		}
	}
	return y.unresolved(), last.from.Year < s.ref().Year-1
}

func relatively(r result) result {
	r.relative = true
	return r
}
