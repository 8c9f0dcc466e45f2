package timex

import (
	"fmt"
	"strings"
	"time"

	"talksbot/knowledge/calendar"
)

// A Moment is when a text was published, or a question asked: a civil day, with the clock and the
// zone where they are known. The zero Moment is unknown.
type Moment struct {
	Day      calendar.Day
	Clock    time.Duration // since midnight; meaningful when HasClock
	HasClock bool
	Zone     *time.Location // nil: not given
}

// MomentOf returns t as a moment, in t's own zone.
func MomentOf(t time.Time) Moment {
	return Moment{
		Day:      calendar.DayOf(t),
		Clock:    time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second,
		HasClock: true,
		Zone:     t.Location(),
	}
}

// String writes a moment as ParseMoment reads it, the zero Moment as an empty text.
func (m Moment) String() string {
	switch {
	case m.Day.IsZero():
		return ""
	case !m.HasClock:
		return m.Day.String()
	}
	layout, zone := "2006-01-02T15:04:05", time.UTC
	if m.Zone != nil {
		layout, zone = time.RFC3339, m.Zone
	}
	return time.Date(m.Day.Year, m.Day.Month, m.Day.Day, 0, 0, int(m.Clock/time.Second), 0, zone).Format(layout)
}

// momentLayouts are the forms of a publication time, the most telling first.
var momentLayouts = []string{
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02T15:04:05Z0700",
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04",
	time.DateOnly, "2006-01", "2006",
}

// ParseMoment reads a publication time: a day, a day and a clock, RFC 3339, or a month or a year,
// whose first day is then meant. The empty string is the zero Moment. The day is the one written:
// a zone says whose clock it is and never moves it.
func ParseMoment(s string) (Moment, error) {
	if s == "" {
		return Moment{}, nil
	}
	for _, layout := range momentLayouts {
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() < 1 {
			continue
		}
		m := MomentOf(t)
		if !strings.Contains(layout, "15") {
			m.Clock, m.HasClock = 0, false
		}
		if !strings.Contains(layout, "Z07") {
			m.Zone = nil
		}
		return m, nil
	}
	return Moment{}, fmt.Errorf("%q is not a time of publication: write 2021-12-28, 2021-12-28T18:37 or 2021-12-28T18:37:00+03:00", s)
}
