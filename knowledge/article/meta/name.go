package meta

import (
	"regexp"
	"strings"
	"time"

	"talksbot/knowledge/calendar"
)

// dayOf is a day in a name as year, month and day, the month a number or a word.
var dayOf = regexp.MustCompile(`(?i)(?:^|[^0-9])((?:19|20)\d{2})(?:[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])|` +
	`[-_/](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-_/](0?[1-9]|[12]\d|3[01]))(?:[^0-9]|$)`)

// NameDay returns the day that the name of a file or an address has, the zero day for none.
func NameDay(name string) calendar.Day {
	m := dayOf.FindStringSubmatch(name)
	if m == nil {
		return calendar.Day{}
	}
	written, layout := m[1]+" "+m[2]+" "+m[3], "2006 01 02"
	if m[4] != "" {
		written, layout = m[1]+" "+strings.ToLower(m[4])+" "+m[5], "2006 Jan 2"
	}
	t, err := time.Parse(layout, written)
	if err != nil {
		return calendar.Day{}
	}
	return calendar.DayOf(t)
}
