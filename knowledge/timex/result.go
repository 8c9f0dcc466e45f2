package timex

import (
	"time"

	"talksbot/knowledge/calendar"
)

// A result is what a phrase turns out to mean once it is known when it was said.
type result struct {
	typ      Type
	value    string // TIMEX3
	mod      string
	from, to calendar.Day
	clock    stretch
	hasClock bool
	zone     *time.Location
	grain    unit
	length   length   // of durations
	rest     []length // what a duration has beside its length, in smaller units: "and 3 days"
	yearly   *yearly  // of dates told without a year
	vague    bool
	void     bool // matched, and no date: nothing in it is to be taken for one
	relative bool

	byWeekday bool // told by a weekday alone, and so one of many
}

// A stretch is part of a day: from and to a clock time.
type stretch struct{ from, to time.Duration }

// ok reports whether the phrase means anything. A meaning that cannot hold ("June 31") is not ok,
// and the phrase is then no expression.
func (r result) ok() bool { return r.value != "" }

// known reports whether the days are known.
func (r result) known() bool { return !r.from.IsZero() }

// inCalendar reports whether its days, where known, are in order and within the years 1 to 9999.
func (r result) inCalendar() bool {
	if r.from.IsZero() && r.to.IsZero() {
		return true
	}
	return r.from.Year >= 1 && r.to.Year <= 9999 && !r.to.Before(r.from)
}

// relativeDay is a day that was reckoned from another.
func relativeDay(d calendar.Day) result {
	r := aDay(d)
	r.relative = true
	return r
}

// periodFrom is the week, month or other period n of them after the one that d lies in.
func periodFrom(d calendar.Day, n int, u unit) result {
	if d.IsZero() {
		return reference(refValue(n))
	}
	if u >= month {
		d.Day = 1
	}
	r := aPeriod(shift(d, n, u), u)
	r.relative = true
	return r
}

// unresolved is a meaning whose value is told and whose days are not.
func unresolved(value string, u unit) result {
	return result{typ: Date, value: value, grain: u, relative: true}
}

// reference is one of PRESENT_REF, PAST_REF and FUTURE_REF.
func reference(value string) result {
	return result{typ: Date, value: value, vague: true, relative: true}
}

func refValue(direction int) string {
	switch {
	case direction < 0:
		return "PAST_REF"
	case direction > 0:
		return "FUTURE_REF"
	}
	return "PRESENT_REF"
}

// An edge is the beginning, middle or end of a period.
type edge int8

const (
	early edge = iota + 1
	middle
	late
	closing // the end itself
)

// edgeMods are the TIMEX3 names of the edges.
var edgeMods = [...]string{early: "START", middle: "MID", late: "END", closing: "END"}

// edgeCuts say, by the grain of a period, in what unit its early, middle and late part are counted
// and from where to where each goes; 0 is to the period's end.
var edgeCuts = map[unit]struct {
	u    unit
	cuts [5][2]int
}{
	week:         {oneDay, [5][2]int{early: {0, 3}, middle: {2, 5}, late: {4, 0}, closing: {4, 0}}},
	month:        {oneDay, [5][2]int{early: {0, 10}, middle: {9, 20}, late: {15, 0}, closing: {20, 0}}},
	quarter:      {month, [5][2]int{early: {0, 1}, middle: {1, 2}, late: {2, 0}, closing: {2, 0}}},
	threeMonths:  {month, [5][2]int{early: {0, 1}, middle: {1, 2}, late: {2, 0}, closing: {2, 0}}},
	year:         {month, [5][2]int{early: {0, 3}, middle: {4, 8}, late: {8, 0}, closing: {8, 0}}},
	decade:       {year, [5][2]int{early: {0, 4}, middle: {4, 7}, late: {6, 0}, closing: {6, 0}}},
	hundredYears: {year, [5][2]int{early: {0, 25}, middle: {33, 67}, late: {75, 0}, closing: {75, 0}}},
}

// narrow keeps the days of the period that its early, middle or late part has.
func (r result) narrow(e edge) result {
	r.mod = edgeMods[e]
	c, ok := edgeCuts[r.grain]
	if !r.known() || !ok {
		return r
	}
	first := r.from
	r.from = shift(first, c.cuts[e][0], c.u)
	if n := c.cuts[e][1]; n > 0 {
		r.to = shift(first, n, c.u).AddDays(-1)
	}
	return r
}
