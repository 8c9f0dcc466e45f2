package calendar

import (
	"math"
	"testing"
	"time"
)

// TestNewMoons checks the sky against published new moons of 2000 and 2022, in UTC.
func TestNewMoons(t *testing.T) {
	for _, want := range []time.Time{
		time.Date(2000, 1, 6, 18, 14, 0, 0, time.UTC),
		time.Date(2022, 2, 1, 5, 46, 0, 0, time.UTC),
		time.Date(2022, 10, 25, 10, 49, 0, 0, time.UTC),
	} {
		noon := float64(fixedOf(DayOf(want))) + 0.5
		got := newMoonNear(noon + 7)
		at := float64(fixedOf(DayOf(want))) + float64(want.Hour())/24 + float64(want.Minute())/1440
		if off := math.Abs(got-at) * 1440; off > 10 {
			t.Errorf("new moon of %v is %.0f minutes off", want, off)
		}
	}
}
