package timeline

import (
	"fmt"
	"strings"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// Asked returns the days somebody means by "jan 10", "2022-01-10", "next week" or "2014", as
// seen from now, and false where the text is no date, or not by itself. A day or month without a
// year is taken from the year that brings it nearest to the newest article: that is what the
// talk is about.
func (t *Timeline) Asked(text string, now timex.Moment) (calendar.Days, bool) {
	text = strings.TrimSpace(text)
	e, ok := alone(text, now)
	if !ok {
		return calendar.Days{}, false
	}
	d := calendar.Days{From: e.From, To: e.To}
	if newest := t.library.Newest(); !newest.Day.IsZero() && yearOpen(text) {
		d = t.nearest(text, d, newest)
	}
	return d, true
}

// alone returns the expression that is all of the text but for small words, and has days.
func alone(text string, now timex.Moment) (timex.Expression, bool) {
	found := timex.Find(english.Read(text), now)
	if len(found) != 1 || found[0].From.IsZero() {
		return timex.Expression{}, false
	}
	for _, outside := range []string{text[:found[0].Start], text[found[0].End:]} {
		if len(english.ContentStems(outside)) > 0 {
			return timex.Expression{}, false
		}
	}
	return found[0], true
}

// yearOpen reports whether the text names a month, a season or a feast and no year: nothing but
// the year is missing when it is read without knowing the day it was said.
func yearOpen(text string) bool {
	found := timex.Find(english.Read(text), timex.Moment{})
	return len(found) == 1 && strings.HasPrefix(found[0].Value, "XXXX-") && !strings.HasPrefix(found[0].Value, "XXXX-W")
}

// nearest returns the days the text means with the year that brings them closest to the newest
// article; best where no year goes with it.
func (t *Timeline) nearest(text string, best calendar.Days, newest timex.Moment) calendar.Days {
	day, found := calendar.Days{From: newest.Day, To: newest.Day}, false
	for year := newest.Day.Year - 1; year <= newest.Day.Year+1; year++ {
		e, ok := alone(fmt.Sprint(text, " ", year), newest)
		if d := (calendar.Days{From: e.From, To: e.To}); ok && (!found || d.Gap(day) < best.Gap(day)) {
			best, found = d, true
		}
	}
	return best
}
