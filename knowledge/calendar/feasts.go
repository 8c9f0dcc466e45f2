package calendar

import "time"

// rules are what a line of holidays.txt may begin with: how many arguments it takes, and the first day of such a holiday in
// a year.
var rules = map[string]struct {
	args  int
	first func(year int, args []int) Day
}{
	"fixed":     {2, func(y int, a []int) Day { return Day{y, time.Month(a[0]), a[1]} }},
	"weekday":   {3, nthWeekday},
	"easter":    {0, func(y int, _ []int) Day { return easter(y) }},
	"orthodox":  {0, func(y int, _ []int) Day { return orthodoxEaster(y) }},
	"hebrew":    {2, hebrew},
	"islamic":   {2, islamic},
	"chinese":   {0, chineseNewYear},
	"hindu":     {3, hindu},
	"capricorn": {0, sunEntersCapricorn},
}

// nthWeekday takes a month, a weekday and which of them it is: -1 is the last.
func nthWeekday(y int, a []int) Day {
	month, n := time.Month(a[0]), a[2]
	beside := Day{y, month, 1}.AddDays(-1)
	if n < 0 {
		beside = Day{y, month, MonthLength(y, month)}.AddDays(1)
	}
	return beside.Step(time.Weekday(a[1]), n)
}

// easter is Easter Sunday by the Gregorian computus, in the form of Meeus, Jones and Butcher
// (J. Meeus, Astronomical Algorithms, chapter 8).
func easter(y int) Day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return Day{y, time.Month(n / 31), n%31 + 1}
}

// orthodoxEaster is Easter Sunday by the Julian computus (Meeus, ibid.), as a Gregorian date.
func orthodoxEaster(y int) Day {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return Day{y, time.Month(n / 31), n%31 + 1}.AddDays(y/100 - y/400 - 2)
}
