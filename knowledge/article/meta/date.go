package meta

import (
	"errors"
	"strconv"
	"strings"
	"time"

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

// oldest is the first year in which an article may have been published; programs that do not know
// when it was write the year 1.
const oldest = 1600

// Date reads a time of publication in any form that files have it in. It is guessed where day and
// month may be told apart in two ways.
func Date(value string) (m timex.Moment, guessed bool, err error) {
	d, err := readDay(value)
	if err == nil && d.Day.Year < oldest {
		err = errNoDate
	}
	if err != nil {
		return timex.Moment{}, false, err
	}
	return d.Moment, d.isGuess(), nil
}

func readDay(value string) (day, error) {
	value = strings.TrimSpace(value)
	if value == "" || value == "true" || value == "false" || value == "null" {
		return day{}, errNoDate
	}
	m, err := timex.ParseMoment(value)
	if err == nil {
		return day{Moment: m}, nil
	}
	if m, ok := byLayout(value); ok {
		return day{Moment: m}, nil
	}
	if m, ok := sinceEpoch(value); ok {
		return day{Moment: m}, nil
	}
	if all := days(value); len(all) > 0 {
		return all[0], nil
	}
	return day{}, err
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
