package meta

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// errNoDate is what Date says of a value that was not meant to be a date: "published: true".
var errNoDate = errors.New("no date")

// layouts are forms of a time of publication beside those of timex.ParseMoment.
var layouts = []string{
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 2006 15:04 MST",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "Monday, 02-Jan-06 15:04:05 MST", time.ANSIC, time.UnixDate, time.RubyDate,
	"20060102T150405Z", "20060102T150405", "20060102150405", "20060102", "2006/01/02 15:04:05", "2006/1/2", "2006.1.2", "2006-1-2",
	"2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04:05 MST",
}

// Date reads a time of publication in any form that files have it in. It is guessed where day and
// month may be told apart in two ways.
func Date(value string) (m timex.Moment, guessed bool, err error) {
	value = strings.TrimSpace(value)
	if value == "" || value == "true" || value == "false" || value == "null" {
		return timex.Moment{}, false, errNoDate
	}
	m, err = timex.ParseMoment(value)
	if err == nil {
		return m, false, nil
	}
	if m, ok := byLayout(value); ok {
		return m, false, nil
	}
	if m, ok := sinceEpoch(value); ok {
		return m, false, nil
	}
	if n, ok := findNumeric(value); ok {
		return n.withClock(value), n.guessed, nil
	}
	if m, _ := firstDay(value); !m.Day.IsZero() {
		return m, false, nil
	}
	return timex.Moment{}, false, err
}

func byLayout(value string) (timex.Moment, bool) {
	for _, layout := range layouts {
		t, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		m := timex.MomentOf(t)
		if !strings.Contains(layout, "15") {
			m.Clock, m.HasClock = 0, false
		}
		if name, offset := t.Zone(); !strings.Contains(layout, "-0700") && (!strings.Contains(layout, "MST") || offset == 0 && name != "UTC" && name != "GMT") {
			m.Zone = nil // an abbreviation that the program does not know
		}
		return m, true
	}
	return timex.Moment{}, false
}

// Seconds since 1970 of times that articles may have: from 1980 to 2100.
const (
	earliest = 315532800
	latest   = 4102444800
)

// sinceEpoch reads seconds or milliseconds since 1970.
func sinceEpoch(value string) (timex.Moment, bool) {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return timex.Moment{}, false
	}
	if n > latest {
		n /= 1000
	}
	if n < earliest || n > latest {
		return timex.Moment{}, false
	}
	return timex.MomentOf(time.Unix(int64(n), 0).UTC()), true
}

// numeric is a date in numbers alone.
var numeric = regexp.MustCompile(`\b(\d{1,2})([./-])(\d{1,2})([./-])(\d{4})\b`)

// A numericDate is a day and a month that are told apart by what stands between them.
type numericDate struct {
	span    english.Span
	day     calendar.Day
	slashes bool
	guessed bool // both might be the month
}

// findNumeric returns the first date in numbers that text has. With dots and dashes the day comes
// first; with slashes the month, unless it is none.
func findNumeric(text string) (numericDate, bool) {
	for _, m := range numeric.FindAllStringSubmatchIndex(text, -1) {
		mark := text[m[4]:m[5]]
		if mark != text[m[8]:m[9]] {
			continue
		}
		a, _ := strconv.Atoi(text[m[2]:m[3]])
		b, _ := strconv.Atoi(text[m[6]:m[7]])
		year, _ := strconv.Atoi(text[m[10]:m[11]])
		n := numericDate{span: english.Span{Start: m[0], End: m[1]}, slashes: mark == "/"}
		day, month := a, b
		if n.slashes && b <= 31 && a <= 12 {
			day, month = b, a
			n.guessed = b <= 12 && a != b
		}
		if !n.slashes && b > 12 && a <= 12 {
			day, month = b, a
		}
		n.day = calendar.Day{Year: year, Month: time.Month(month), Day: day}
		if day < 1 || month < 1 || month > 12 || day > 31 || !isDay(n.day) {
			continue
		}
		return n, true
	}
	return numericDate{}, false
}

func isDay(d calendar.Day) bool {
	t := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	return t.Day() == d.Day && t.Month() == d.Month
}

// clock is a time of day.
var clock = regexp.MustCompile(`(?i)\b(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\b`)

// withClock returns the day with the clock that text names behind it.
func (n numericDate) withClock(text string) timex.Moment {
	m := timex.Moment{Day: n.day}
	c := clock.FindStringSubmatch(text[n.span.End:])
	if c == nil {
		return m
	}
	hour, _ := strconv.Atoi(c[1])
	minute, _ := strconv.Atoi(c[2])
	switch {
	case strings.EqualFold(c[4], "p") && hour < 12:
		hour += 12
	case strings.EqualFold(c[4], "a") && hour == 12:
		hour = 0
	}
	if hour < 24 && minute < 60 {
		m.Clock, m.HasClock = time.Duration(hour)*time.Hour+time.Duration(minute)*time.Minute, true
	}
	return m
}

// firstDay returns the first day that text gives in full, and text with blanks in place of
// all such days.
func firstDay(text string) (timex.Moment, string) {
	var first timex.Moment
	rest := []byte(text)
	for _, e := range timex.Find(english.Read(text), timex.Moment{}) {
		m, err := timex.ParseMoment(e.Value)
		if err != nil || e.From.IsZero() || e.From != e.To {
			continue
		}
		if first.Day.IsZero() {
			first = m
		}
		for i := e.Start; i < e.End; i++ {
			rest[i] = ' '
		}
	}
	return first, string(rest)
}
