package meta

import (
	"regexp"
	"strconv"
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A day is one that a text gives in full.
type day struct {
	english.Span
	timex.Moment
	number int          // where its number begins, of one in numbers
	order  Order        // of one with slashes that can be read in one way only
	other  calendar.Day // what it is if what was taken for the month is the day; zero where it cannot be
}

// isGuess reports whether the day may be another.
func (d day) isGuess() bool { return !d.other.IsZero() }

// days returns the days that text gives in full, in order.
func days(text string) []day {
	var all []day
	for _, e := range timex.Find(english.Read(text), timex.Moment{}) {
		m, err := timex.ParseMoment(e.Value)
		if err != nil || e.From.IsZero() || e.From != e.To {
			continue
		}
		d := day{Span: english.Span{Start: e.Start, End: e.End}, Moment: m}
		if n := numeric.FindStringSubmatch(text[e.Start:e.End]); n != nil && n[2] == n[4] {
			d.number = e.Start + numeric.FindStringIndex(text[e.Start:e.End])[0]
			d.Day, d.other = ordered(n)
			if d.Day.IsZero() {
				continue
			}
		}
		d.order = habit(d.Of(text))
		all = append(all, d)
	}
	decide(text, all)
	return all
}

// numeric is a date in numbers, the year last.
var numeric = regexp.MustCompile(`\b(\d{1,2})([./-])(\d{1,2})([./-])(\d{4}|\d{2})\b`)

// ordered returns the day of a date in numbers, and the other day it may be. With dots and dashes
// the day comes first, with slashes the month; where that is no day it is the other way round.
func ordered(n []string) (d, other calendar.Day) {
	a, _ := strconv.Atoi(n[1])
	b, _ := strconv.Atoi(n[3])
	year, _ := strconv.Atoi(n[5])
	if year < 100 {
		year += 2000
	}
	dayFirst, monthFirst := civil(year, b, a), civil(year, a, b)
	switch {
	case n[2] == "/" && !monthFirst.IsZero():
		if dayFirst == monthFirst {
			dayFirst = calendar.Day{}
		}
		return monthFirst, dayFirst
	case !dayFirst.IsZero():
		return dayFirst, calendar.Day{}
	}
	return monthFirst, calendar.Day{}
}

// civil returns a day, the zero one where there is no such.
func civil(year, month, d int) calendar.Day {
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != month {
		return calendar.Day{}
	}
	return calendar.Day{Year: year, Month: time.Month(month), Day: d}
}

// decide tells the days that may be two by what else the text has: a weekday before one, or a
// day in numbers that can be read in one way only.
func decide(text string, all []day) {
	first := habit(text)
	for i := range all {
		d := &all[i]
		if !d.isGuess() {
			continue
		}
		switch weekday, named := weekdayBefore(text[:d.number]); {
		case named && weekday == d.other.Weekday() && weekday != d.Day.Weekday():
			d.Day, d.other = d.other, calendar.Day{}
		case named && weekday == d.Day.Weekday(), first == MonthFirst:
			d.other = calendar.Day{}
		case first == DayFirst:
			d.Day, d.other = d.other, calendar.Day{}
		}
	}
}

// An Order is which of day and month somebody writes first, with slashes between.
type Order int

const (
	Unknown Order = iota
	DayFirst
	MonthFirst
)

// habit returns the order of the dates with slashes in a text that can be read in one way only,
// unknown where there are none, or of both kinds.
func habit(text string) Order {
	found := Unknown
	for _, n := range numeric.FindAllStringSubmatch(text, -1) {
		a, _ := strconv.Atoi(n[1])
		b, _ := strconv.Atoi(n[3])
		is := Unknown
		switch {
		case n[2] != "/" || n[4] != "/":
		case a > 12 && a <= 31 && b <= 12:
			is = DayFirst
		case b > 12 && b <= 31 && a <= 12:
			is = MonthFirst
		}
		if is == Unknown {
			continue
		}
		if found != Unknown && found != is {
			return Unknown
		}
		found = is
	}
	return found
}

// weekdayBefore returns the weekday that stands right before a date.
func weekdayBefore(text string) (time.Weekday, bool) {
	words := english.Read(text[max(0, len(text)-20):]).Tokens
	for i := len(words) - 1; i >= 0 && i >= len(words)-2; i-- {
		for w := time.Sunday; w <= time.Saturday; w++ {
			name := []byte(w.String())
			name[0] |= 0x20
			if norm := words[i].Norm; norm == string(name) || len(norm) >= 3 && len(norm) <= 5 && norm == string(name[:min(len(norm), len(name))]) {
				return w, true
			}
		}
	}
	return 0, false
}
