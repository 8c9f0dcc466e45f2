package timex

import (
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	moscow := 3 * 60 * 60
	for _, test := range []struct {
		in     string
		day    string
		clock  time.Duration
		has    bool
		offset int // seconds east; -1: no zone
	}{
		{"", "", 0, false, -1},
		{"2021-12-28", "2021-12-28", 0, false, -1},
		{"2021-12", "2021-12-01", 0, false, -1},
		{"2021-12-28T18:37", "2021-12-28", 18*time.Hour + 37*time.Minute, true, -1},
		{"2021-12-28 18:37:05", "2021-12-28", 18*time.Hour + 37*time.Minute + 5*time.Second, true, -1},
		{"2021-12-28T23:37:00+03:00", "2021-12-28", 23*time.Hour + 37*time.Minute, true, moscow},
		{"2021-12-28T18:37:00Z", "2021-12-28", 18*time.Hour + 37*time.Minute, true, 0},
	} {
		m, err := ParseMoment(test.in)
		if err != nil {
			t.Errorf("ParseMoment(%q): %v", test.in, err)
			continue
		}
		offset := -1
		if m.Zone != nil {
			_, offset = time.Date(2021, 12, 28, 0, 0, 0, 0, m.Zone).Zone()
		}
		if m.Day.String() != test.day || m.Clock != test.clock || m.HasClock != test.has || offset != test.offset {
			t.Errorf("ParseMoment(%q) = %+v (zone %d)", test.in, m, offset)
		}
	}
	for _, s := range []string{"yesterday", "28.12.2021", "2021-13-01", "2021-02-30T10:00"} {
		if _, err := ParseMoment(s); err == nil {
			t.Errorf("ParseMoment(%q) is no error", s)
		}
	}
}
