package timex

import (
	"math"
	"time"
)

// Holidays of the Hebrew, Islamic and Chinese calendars, after Dershowitz and Reingold, Calendrical
// Calculations. Days are counted as theirs, day 1 being January 1 of year 1.

func fixedOf(d Day) int { return d.Sub(Day{1, 1, 1}) + 1 }
func dayAt(n int) Day   { return Day{1, 1, 1}.AddDays(n - 1) }

// adar is the last month of the Hebrew year: month 12, or 13 in a leap year.
const adar = 0

// hebrewDays is a holiday of n days. It begins at sunset, so the evening before is its first civil
// day; the value is the day itself.
func hebrewDays(month, day, n int) yearly {
	return func(y int) result {
		for hy := y + 3759; hy <= y+3762; hy++ {
			d := dayAt(hebrewFixed(hy, month, day))
			if d.Year != y {
				continue
			}
			if month == 5 && d.Weekday() == time.Saturday {
				d = d.AddDays(1) // a fast gives way to the Sabbath
			}
			r := fromTo(d, n)
			r.from = d.AddDays(-1)
			return r
		}
		return result{}
	}
}

func hebrewLeap(y int) bool { return (7*y+1)%19 < 7 }

func hebrewMonths(y int) int {
	if hebrewLeap(y) {
		return 13
	}
	return 12
}

// hebrewElapsed is the number of days from the epoch to the new year, postponements included.
func hebrewElapsed(y int) int {
	months := (235*y - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

func hebrewNewYear(y int) int {
	const epoch = -1373427
	before, at, next := hebrewElapsed(y-1), hebrewElapsed(y), hebrewElapsed(y+1)
	delay := 0
	switch {
	case next-at == 356:
		delay = 2
	case at-before == 382:
		delay = 1
	}
	return epoch + at + delay
}

// hebrewFixed counts months from Nisan, 1, while years begin with Tishri, 7.
func hebrewFixed(y, month, day int) int {
	if month == adar {
		month = hebrewMonths(y)
	}
	n := hebrewNewYear(y) + day - 1
	if month < 7 {
		for m := 7; m <= hebrewMonths(y); m++ {
			n += hebrewMonthLength(y, m)
		}
		for m := 1; m < month; m++ {
			n += hebrewMonthLength(y, m)
		}
		return n
	}
	for m := 7; m < month; m++ {
		n += hebrewMonthLength(y, m)
	}
	return n
}

func hebrewMonthLength(y, m int) int {
	length := hebrewNewYear(y+1) - hebrewNewYear(y)
	switch {
	case m == 2 || m == 4 || m == 6 || m == 10 || m == 13,
		m == 12 && !hebrewLeap(y),
		m == 8 && length%10 != 5,
		m == 9 && length%10 == 3:
		return 29
	}
	return 30
}

// islamicDays is a holiday of n days. A month begins on the day after the new moon, or on the second
// day when the moon is new only after sunset in Mecca, which is the rule of Umm al-Qura but for the
// moonset. Where the moon is watched for, it may be a day off.
func islamicDays(month, day, n int) yearly {
	return func(y int) result {
		for h := (y-622)*33/32 - 1; h <= (y-622)*33/32+3; h++ {
			if h < 1 {
				continue
			}
			if d := dayAt(islamicFixed(h, month) + day - 1); d.Year == y {
				return fromTo(d, n)
			}
		}
		return result{}
	}
}

// islamicFixed is the first day of a month, found beside that of the arithmetic calendar.
func islamicFixed(y, month int) int {
	const (
		epoch        = 227015
		sunsetMecca  = 15.5 / 24 // UTC
		wholeDayLess = 1 - sunsetMecca
	)
	near := epoch - 1 + (y-1)*354 + (3+11*y)/30 + 29*(month-1) + month/2
	return int(math.Floor(newMoonNear(float64(near))+wholeDayLess)) + 1
}

// chineseNewYear is the day of the new moon, in China, between January 21 and February 20.
func chineseNewYear(y int) result {
	const china = 8.0 / 24
	for _, day := range []int{5, 20, -10} {
		d := dayAt(int(math.Floor(newMoonNear(float64(fixedOf(Day{y, time.February, 1})+day-1)) + china)))
		if first := (Day{y, time.January, 21}); !d.Before(first) && d.Sub(first) <= 30 {
			return aDay(d)
		}
	}
	return result{}
}
