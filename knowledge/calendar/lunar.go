package calendar

import (
	"math"
	"time"
)

// The Hebrew, Islamic and Chinese calendars, after Dershowitz and Reingold, Calendrical Calculations. Days are counted as
// theirs, day 1 being January 1 of year 1.

func fixedOf(d Day) int { return d.Sub(Day{1, 1, 1}) + 1 }
func dayAt(n int) Day   { return Day{1, 1, 1}.AddDays(n - 1) }

// hebrew takes a month, counted from Tishri, 0, with a place for Adar I, and a day.
func hebrew(year int, a []int) Day {
	for y := year + 3759; y <= year+3762; y++ {
		if d := dayAt(hebrewFixed(y, a[0], a[1])); d.Year == year {
			return d
		}
	}
	return Day{}
}

func hebrewFixed(year, month, day int) int {
	first := hebrewNewYear(year)
	lengths := [...]int{30, 29, 30, 29, 30, 0, 29, 30, 29, 30, 29, 30}
	length := hebrewNewYear(year+1) - first
	if length > 360 {
		lengths[5] = 30 // Adar I, which only leap years have
	}
	switch length % 10 {
	case 5:
		lengths[1] = 30
	case 3:
		lengths[2] = 29
	}
	for _, n := range lengths[:month] {
		first += n
	}
	return first + day - 1
}

// hebrewNewYear puts the new year off where the year before or this one would have a length it may not have.
func hebrewNewYear(y int) int {
	const epoch = -1373427
	before, at, next := hebrewElapsed(y-1), hebrewElapsed(y), hebrewElapsed(y+1)
	switch {
	case next-at == 356:
		at += 2
	case at-before == 382:
		at++
	}
	return epoch + at
}

// hebrewElapsed is the number of days from the epoch to the mean new moon of a year, moved off the weekdays on which no year
// begins.
func hebrewElapsed(y int) int {
	months := (235*y - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// islamic takes a month and a day. A month begins on the day after the new moon, or on the second day when the moon is new
// only after sunset in Mecca, which is the rule of Umm al-Qura but for the moonset.
func islamic(year int, a []int) Day {
	for y := (year-622)*33/32 - 1; y <= (year-622)*33/32+3; y++ {
		if y < 1 {
			continue
		}
		if d := dayAt(islamicMonth(y, a[0]) + a[1] - 1); d.Year == year {
			return d
		}
	}
	return Day{}
}

// islamicMonth is the first day of a month, found beside that of the arithmetic calendar.
func islamicMonth(y, month int) int {
	const (
		epoch        = 227015
		sunsetMecca  = 15.5 / 24 // UTC
		wholeDayLess = 1 - sunsetMecca
	)
	near := epoch - 1 + (y-1)*354 + (3+11*y)/30 + 29*(month-1) + month/2
	return int(math.Floor(newMoonNear(float64(near))+wholeDayLess)) + 1
}

// chineseNewYear is the day of the new moon, in China, between January 21 and February 20.
func chineseNewYear(y int, _ []int) Day {
	const china = 8.0 / 24
	first := Day{y, time.January, 21}
	for _, day := range []int{5, 20, -10} {
		d := dayAt(int(math.Floor(newMoonNear(float64(fixedOf(Day{y, time.February, 1})+day-1)) + china)))
		if !d.Before(first) && d.Sub(first) <= 30 {
			return d
		}
	}
	return Day{}
}
