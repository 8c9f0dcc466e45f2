package calendar

import (
	"math"
	"time"
)

// The months of the Hindu calendar run from new moon to new moon and are named by the sign the sun is in; a lunar day (tithi)
// is the time the moon takes to gain twelve degrees on the sun. A holiday falls on the civil day at whose hour of worship its
// lunar day prevails.

const india = 5.5 / 24 // UTC+5:30

// sidereal is the sun's longitude among the stars, by the ayanamsa of Lahiri.
func sidereal(at float64) float64 {
	return turn(sunLongitude(at) - 23.853 - 1.3969*century2000(at))
}

// hindu takes a month, a lunar day, 1 to 15 in the bright half and 16 to 30 in the dark, and an hour.
func hindu(year int, a []int) Day {
	month, tithi, hour := a[0], a[1], a[2]
	at := newMoonNear(float64(fixedOf(Day{year, time.January, 1}) - 30))
	for range 15 {
		next := newMoonNear(at + 29.53)
		sign := int(sidereal(at) / 30)
		leap := int(sidereal(next)/30) == sign // a month without a change of sign is repeated
		if sign == month && !leap {
			if d := dayAt(tithiDay(at, tithi, hour)); d.Year == year {
				return d
			}
		}
		at = next
	}
	return Day{}
}

// tithiDay is the day at whose hour the lunar day counted from a new moon prevails, or the day it passes in when it does so
// at no hour.
func tithiDay(newMoon float64, tithi, hour int) int {
	first := int(math.Floor(newMoon+india)) + max(0, tithi-3)
	for d := first; d < first+6; d++ {
		at := float64(d) + float64(hour)/24 - india
		now := int(elongation(at)/12) + 1
		switch {
		case at < newMoon:
			now -= 30
		case tithi > 25 && now < 5 && at > newMoon+25:
			now += 30
		}
		switch {
		case now == tithi:
			return d
		case now > tithi:
			return d - 1
		}
	}
	return first + 3
}

// sunEntersCapricorn is the day, in India, at whose sunset the sun has come into Capricorn among the stars.
func sunEntersCapricorn(y int, _ []int) Day {
	for d := fixedOf(Day{y, time.January, 10}); d < fixedOf(Day{y, time.January, 20}); d++ {
		sunset := float64(d) + 18.0/24 - india
		if l := sidereal(sunset); l >= 270 && l < 280 {
			return dayAt(d)
		}
	}
	return Day{}
}
