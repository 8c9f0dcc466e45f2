package timex

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"talksbot/knowledge/calendar"
)

// valueShape is what a TIMEX3 value may look like.
var valueShape = regexp.MustCompile(`^(` + strings.Join([]string{
	`(PAST|PRESENT|FUTURE)_REF`,
	`BC\d{4}`,
	`FY\d{4}`,
	`P(X|\d+(\.\d+)?)(D|W|M|Y|Q|WE)((\d+)[MWD])*(T(\d+[HMS])+)?`,
	`PT(X|\d+(\.\d+)?)[HMS](\d+[MS])*`,
	`[\dX]XXX|\d\dXX|\d\d\dX`,
	`(\d{4}|XXXX)(-(\d\d|XX)(-(\d\d|XX))?)?(T(MO|AF|EV|NI|\d\d:\d\d(:\d\d)?))?`,
	`T(MO|AF|EV|NI|\d\d:\d\d(:\d\d)?)`,
	`\d{4}-W\d\d(-WE)?`,
	`XXXX-WXX-([1-7]|WD|WE)(T(MO|AF|EV|NI|\d\d:\d\d(:\d\d)?))?`,
	`(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])`,
	`(\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d)/(\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d)`,
	`\d{4}/\d{4}`,
}, "|") + `)$`)

// checkExpressions holds what callers rely on, whatever the text.
func checkExpressions(t *testing.T, text string, all []Expression) {
	t.Helper()
	at := 0
	for _, e := range all {
		switch {
		case e.Start < at || e.End <= e.Start || e.End > len(text):
			t.Fatalf("%q: [%d,%d) after %d in a text of %d", text, e.Start, e.End, at, len(text))
		case !valueShape.MatchString(e.Value):
			t.Fatalf("%q: %q has value %q", text, text[e.Start:e.End], e.Value)
		case e.From.IsZero() != e.To.IsZero():
			t.Fatalf("%q: %q is from %v to %v", text, text[e.Start:e.End], e.From, e.To)
		case e.To.Before(e.From):
			t.Fatalf("%q: %q ends %v before it starts %v", text, text[e.Start:e.End], e.To, e.From)
		case e.HasClock && (e.From.IsZero() || e.FromClock < 0 || e.ToClock < e.FromClock):
			t.Fatalf("%q: %q is from %v to %v o'clock", text, text[e.Start:e.End], e.FromClock, e.ToClock)
		}
		for _, d := range []calendar.Day{e.From, e.To} {
			if _, ok := calendar.Civil(d.Year, int(d.Month), d.Day); !d.IsZero() && !ok {
				t.Fatalf("%q: %q has the day %v", text, text[e.Start:e.End], d)
			}
		}
		at = e.End
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Lavrov said on Monday that talks would take place on January 10 and 12, 2022.",
		"from July 13 to the 15th; between 2014 and 2016; 1914-18; the late 19th century",
		"at 9 a.m. EST Tuesday, two days later, the day after the day after Easter",
		"thanksgiving of next year, rosh hashanah 5 BC, Ramadan 2018, FY 2003, Q4 2018",
		"10/31/1974 2-15 650-650-6500 9/11 Resolution 2202, more than four decades ago",
		"the third last week of 9999, 99999 years ago, in 100000 days, ’98, the ‘90s",
		"first first first of the the of of last last last of of of",
	} {
		f.Add(s, "2021-12-28T18:37")
	}
	f.Add("yesterday", "0001-01-01")
	f.Add("tomorrow, next century and in 500 years", "9999-12-31")
	f.Add("January 10", "")
	f.Fuzz(func(t *testing.T, text, published string) {
		m, err := ParseMoment(published)
		if err != nil {
			return
		}
		all := find(text, m)
		checkExpressions(t, text, all)
		if again := find(text, m); !reflect.DeepEqual(all, again) {
			t.Fatalf("%q: not the same answer twice", text)
		}
	})
}
