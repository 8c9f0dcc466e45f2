package timex

import (
	"math"
	"time"
)

// Holidays of the Hindu calendar. Its months run from new moon to new moon and are named by the sign
// the sun is in; a lunar day (tithi) is the time the moon takes to gain twelve degrees on the sun. A
// holiday falls on the civil day at whose hour of worship its lunar day prevails.

// The months, by the sidereal sign the sun is in at their first new moon.
const (
	phalguna = (iota + 10) % 12
	chaitra
	vaishakha
	jyeshtha
	ashadha
	shravana
	bhadrapada
	ashvin
	kartika
	margashirsha
	pausha
	magha
)

// The hours of worship, in India.
const (
	atSunrise  = 6
	atNoon     = 12
	atSunset   = 18
	atMidnight = 24
)

const india = 5.5 / 24 // UTC+5:30

// sidereal is the sun's longitude among the stars, by the ayanamsa of Lahiri.
func sidereal(at float64) float64 {
	return turn(sunLongitude(at) - 23.853 - 1.3969*century2000(at))
}

// hinduDay is the holiday on a lunar day, 1 to 15 in the bright half and 16 to 30 in the dark, of a
// month; later moves it by days.
func hinduDay(month, tithi, hour, later int) yearly {
	return func(y int) result {
		at := newMoonNear(float64(fixedOf(Day{y, time.January, 1}) - 30))
		for range 15 {
			next := newMoonNear(at + 29.53)
			sign := int(sidereal(at) / 30)
			leap := int(sidereal(next)/30) == sign // a month without a change of sign is repeated
			if sign == month && !leap {
				if d := dayAt(tithiDay(at, tithi, hour) + later); d.Year == y {
					return aDay(d)
				}
			}
			at = next
		}
		return result{}
	}
}

// tithiDay is the day at whose hour the lunar day counted from a new moon prevails, or the day it
// passes in when it does so at no hour.
func tithiDay(newMoon float64, tithi, hour int) int {
	first := int(math.Floor(newMoon+india)) + max(0, tithi-3)
	for d := first; d < first+6; d++ {
		at := float64(d) + float64(hour)/24 - india
		now := int(elongation(at)/12) + 1
		if at < newMoon || tithi > 25 && now < 5 && at > newMoon+25 {
			now += map[bool]int{true: -30, false: 30}[at < newMoon]
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

// sankranti is the day the sun enters Capricorn among the stars; later moves it by days.
func sankranti(later int) yearly {
	return func(y int) result {
		for d := fixedOf(Day{y, time.January, 10}); d < fixedOf(Day{y, time.January, 20}); d++ {
			sunset := float64(d) + atSunset/24.0 - india
			if l := sidereal(sunset); l >= 270 && l < 280 {
				return aDay(dayAt(d + later))
			}
		}
		return result{}
	}
}

var indianHolidays = []holiday{
	{"makar|makara sankranti|sankranthi/thai? pongal/maghi", sankranti(0)},
	{"bogi|boghi pandigai?", sankranti(-1)},
	{"maattu|mattu pongal", sankranti(1)},
	{"kaanum|kanni pongal", sankranti(2)},
	{"vasant|basant panchami", hinduDay(magha, 5, atNoon, 0)},
	{"guru ravidas|ravidass jayanti|birthday", hinduDay(magha, 15, atSunrise, 0)},
	{"dayananda? saraswati jayanti", hinduDay(magha, 25, atSunrise, 0)},
	{"maha shivaratri|shivratri", hinduDay(magha, 29, atMidnight, 0)},
	{"chhoti holi/holika dahan/kamudu pyre", hinduDay(phalguna, 15, atSunset, 0)},
	{"holi/dhulandi/phagwah", hinduDay(phalguna, 15, atSunset, 1)},
	{"ugadi/yugadi/samvatsaradi/chaitra sukladi|sukhladi/gudi padwa", hinduDay(chaitra, 1, atSunrise, 0)},
	{"rama|ram navami", hinduDay(chaitra, 9, atNoon, 0)},
	{"mahavir|mahaveer jayanti/mahaveer janma kalyanak", hinduDay(chaitra, 13, atSunrise, 0)},
	{"vaisakhi|baisakhi|vasakhi|vaishakhi", fixed(4, 14)},
	{"rabindra|rabindranath jayanti", fixed(5, 9)},
	{"vesak/vaisakha/buddha day|purnima", hinduDay(vaishakha, 15, atSunset, 0)},
	{"ratha -? yatra", hinduDay(ashadha, 2, atSunrise, 0)},
	{"rakhi/raksha bandhan", hinduDay(shravana, 15, atSunrise, 0)},
	{"krishna? janmashtami/gokulashtami", hinduDay(shravana, 23, atMidnight, 0)},
	{"ganesh chaturthi", hinduDay(bhadrapada, 4, atNoon, 0)},
	{"navaratri|navratri/durga puja", runs(hinduDay(ashvin, 1, atSunrise, 0), 10)},
	{"maha saptami", hinduDay(ashvin, 7, atSunrise, 0)},
	{"dussehra/vijayadashami", hinduDay(ashvin, 10, atNoon, 0)},
	{"maharishi? valmiki jayanti/pargat diwas", hinduDay(ashvin, 15, atSunrise, 0)},
	{"karva chauth", hinduDay(ashvin, 19, atSunset, 0)},
	{"dhanteras/dhanatrayodashi", hinduDay(ashvin, 28, atSunset, 0)},
	{"kali chaudas/choti diwali/naraka chaturdashi", hinduDay(ashvin, 29, atMidnight, 0)},
	{"diwali/deepavali/lakshmi puja", hinduDay(ashvin, 30, atSunset, 0)},
	{"bhai dooj", hinduDay(kartika, 2, atNoon, 0)},
	{"chhath/dala puja/surya shashthi", hinduDay(kartika, 6, atSunset, 0)},
	{"guru gobind|govind singh jayanti|birthday", hinduDay(pausha, 7, atSunrise, 0)},
}
