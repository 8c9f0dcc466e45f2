package timex

import "time"

// Holidays of the Hebrew, Islamic and Chinese calendars, by the arithmetic of Dershowitz and
// Reingold, Calendrical Calculations. Days are counted as theirs, day 1 being January 1 of year 1.

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

// islamicDays is a holiday of n days by the arithmetic calendar. Where the moon is watched for, it
// may be a day off.
func islamicDays(month, day, n int) yearly {
	return func(y int) result {
		for h := (y-622)*33/32 - 1; h <= (y-622)*33/32+3; h++ {
			if d := dayAt(islamicFixed(h, month, day)); h > 0 && d.Year == y {
				return fromTo(d, n)
			}
		}
		return result{}
	}
}

func islamicFixed(y, month, day int) int {
	const epoch = 227015
	return epoch - 1 + (y-1)*354 + (3+11*y)/30 + 29*(month-1) + month/2 + day
}

// chineseNewYears are the new year's days from 2000 on, as days after January 20.
var chineseNewYears = [...]int{
	16, 4, 23, 12, 2, 20, 9, 29, 18, 6, 25, 14, 3, 21, 11, 30, 19, 8, 27, 16,
	5, 23, 12, 2, 21, 9, 28, 17, 6, 24, 14,
}

func chineseNewYear(y int) result {
	if y < 2000 || y >= 2000+len(chineseNewYears) {
		return result{}
	}
	return aDay(Day{y, time.January, 20}.AddDays(chineseNewYears[y-2000]))
}
