package timex

import "time"

// A holiday is a day, or a few, with a name. To teach the package one, add a row to holidays.
type holiday struct {
	names string // patterns separated by "/"
	on    yearly
}

// A yearly is a date told without its year: the days it falls on in a year. A holiday that does not
// fall in a year, or falls in it by a calendar that is not known there, has an empty result.
type yearly func(year int) result

var holidays = []holiday{
	// The same day every year.
	{"new year 's? day/new years day/new year ' s day", fixed(1, 1)},
	{"new year/the new year", fixed(1, 1)},
	{"new year 's? eve/new years eve", fixed(12, 31)},
	{"orthodox christmas day?", fixed(1, 7)},
	{"epiphany", fixed(1, 6)},
	{"groundhog day", fixed(2, 2)},
	{"valentine 's? day/valentines day/st .? valentine 's day", fixed(2, 14)},
	{"defender of the fatherland day", fixed(2, 23)},
	{"international women 's day", fixed(3, 8)},
	{"pi day", fixed(3, 14)},
	{"st|saint .? patrick 's? day/st|saint .? patricks day/st|saint .? paddy 's day", fixed(3, 17)},
	{"april fool 's? day/april fools ' day/april fools day/all fools ' day", fixed(4, 1)},
	{"earth day", fixed(4, 22)},
	{"anzac day", fixed(4, 25)},
	{"may day/international workers ' day", fixed(5, 1)},
	{"star wars day", fixed(5, 4)},
	{"cinco de mayo", fixed(5, 5)},
	{"ve day/v - e day", fixed(5, 8)},
	{"victory day", fixed(5, 9)},
	{"russia day", fixed(6, 12)},
	{"juneteenth", fixed(6, 19)},
	{"canada day", fixed(7, 1)},
	{"independence day/fourth of july/july 4th holiday", fixed(7, 4)},
	{"bastille day", fixed(7, 14)},
	{"halloween/hallowe ' en/all hallows eve", fixed(10, 31)},
	{"all saints ' day/all saints day/all hallows day", fixed(11, 1)},
	{"world vegan day", fixed(11, 1)},
	{"all souls ' day/all souls day", fixed(11, 2)},
	{"national unity day", fixed(11, 4)},
	{"guy fawkes night|day", fixed(11, 5)},
	{"veterans day/veterans ' day/armistice day/remembrance day/veteran 's day", fixed(11, 11)},
	{"christmas eve/xmas eve", fixed(12, 24)},
	{"christmas day?/xmas day?", fixed(12, 25)},
	{"boxing day/st .? stephen 's day", fixed(12, 26)},
	{"king 's day/koningsdag", kingsDay},
	{"boss 's? day/bosses day", bossDay},

	// The nth weekday of a month.
	{"martin luther king jr? .? 's? day/martin luther kings day/mlk jr? .? 's? day/civil rights day", weekdayIn(1, time.Monday, 3)},
	{"presidents day/presidents ' day/president 's day/washington 's birthday", weekdayIn(2, time.Monday, 3)},
	{"mother 's day/mothers day/mothers ' day", weekdayIn(5, time.Sunday, 2)},
	{"memorial day", weekdayIn(5, time.Monday, -1)},
	{"father 's day/fathers day/fathers ' day", weekdayIn(6, time.Sunday, 3)},
	{"labor day/labour day", weekdayIn(9, time.Monday, 1)},
	{"columbus day/indigenous peoples ' day", weekdayIn(10, time.Monday, 2)},
	{"election day", electionDay},
	{"thanksgiving day?/thanks giving day?", weekdayIn(11, time.Thursday, 4)},
	{"black friday", after(weekdayIn(11, time.Thursday, 4), 1)},
	{"cyber monday", after(weekdayIn(11, time.Thursday, 4), 4)},
	{"super bowl sunday", weekdayIn(2, time.Sunday, 1)},
	{"earth hour", weekdayIn(3, time.Saturday, -1)},

	// By Easter.
	{"easter sunday?/easter day", easterAfter(0)},
	{"good friday/holy friday/great friday", easterAfter(-2)},
	{"easter mon|monday", easterAfter(1)},
	{"palm|branch sunday", easterAfter(-7)},
	{"maundy|holy|covenant thursday|thu/thu|thursday of mysteries", easterAfter(-3)},
	{"holy saturday/black saturday/easter eve", easterAfter(-1)},
	{"ash wednesday", easterAfter(-46)},
	{"shrove tuesday/pancake day|tuesday/mardi gras/fat tuesday", easterAfter(-47)},
	{"lent", runs(easterAfter(-46), 46)},
	{"ascension day|thursday", easterAfter(39)},
	{"pentecost/whit sunday/white sunday", easterAfter(49)},
	{"whit monday/pentecost monday/monday of the holy spirit", easterAfter(50)},
	{"trinity sunday", easterAfter(56)},
	{"corpus christi", easterAfter(60)},
	{"orthodox easter sunday?/orthodox pascha/pascha", orthodoxAfter(0)},
	{"orthodox good|great friday", orthodoxAfter(-2)},
	{"orthodox palm sunday", orthodoxAfter(-7)},
	{"orthodox easter monday", orthodoxAfter(1)},
	{"clean monday/orthodox shrove monday/orthodox ash monday", orthodoxAfter(-48)},
	{"lazarus saturday", orthodoxAfter(-8)},
	{"great fast|lent", runs(orthodoxAfter(-48), 40)},

	// By the moon.
	{"rosh hashanah|hashana|hashanna", hebrewDays(7, 1, 2)},
	{"yom kippur/day of atonement", hebrewDays(7, 10, 1)},
	{"sukkot|succos|sukkos/feast of tabernacles|booths/feast of the ingathering", hebrewDays(7, 15, 8)},
	{"shemini atzeret", hebrewDays(7, 22, 1)},
	{"simchat|simchas torah", hebrewDays(7, 23, 1)},
	{"hanukkah|chanukah|hanukah|chanukkah|hannukkah/festival of lights", hebrewDays(9, 25, 8)},
	{"tu bishvat|bshevat", hebrewDays(11, 15, 1)},
	{"purim", hebrewDays(adar, 14, 1)},
	{"shushan purim", hebrewDays(adar, 15, 1)},
	{"passover/pesach", hebrewDays(1, 15, 8)},
	{"yom haatzmaut", hebrewDays(2, 5, 1)},
	{"yom hashoah/holocaust day", hebrewDays(1, 27, 1)},
	{"jamat ul -? vida/jumu ' atul -? wida", lastFriday(islamicDays(9, 1, 30))},
	{"lag b ' omer/lag baomer", hebrewDays(2, 18, 1)},
	{"shavuot|shavuos/feast of weeks", hebrewDays(3, 6, 2)},
	{"tisha b ' av/tisha bav", hebrewDays(5, 9, 1)},
	{"islamic new year/amun jadid/hijri new year", islamicDays(1, 1, 1)},
	{"day of ashura/ashura", islamicDays(1, 10, 1)},
	{"mawlid al? -? nabawi?/mawlid/eid milad/prophet 's birthday", islamicDays(3, 12, 1)},
	{"isra and mi ' raj/the? prophet 's ascension/the night journey/ascension to heaven", islamicDays(7, 27, 1)},
	{"ramadan|ramadhan|ramzan", islamicDays(9, 1, 30)},
	{"laylat al -? qadr|kadr/night of power|measures", islamicDays(9, 27, 1)},
	{"eid al? -? fitr/eid ul? -? fitr/id ul? -? fitr", islamicDays(10, 1, 1)},
	{"eid al? -? adha/eid ul? -? adha/id ul? -? adha/sacrifice feast/feast of sacrifice/bakr id|eid", islamicDays(12, 10, 1)},
	{"chinese|lunar lunar? new year 's? day?/chinese new years", chineseNewYear},
}

func fixed(m time.Month, d int) yearly {
	return func(y int) result {
		if y < 1 || y > 9999 {
			return result{}
		}
		return aDay(Day{y, m, d})
	}
}

func weekdayIn(m time.Month, w time.Weekday, n int) yearly {
	return func(y int) result {
		r := aMonth(y, m)
		if !r.ok() {
			return result{}
		}
		if n < 0 {
			return aDay(stepWeekday(r.to.AddDays(1), w, n))
		}
		return aDay(stepWeekday(r.from.AddDays(-1), w, n))
	}
}

func after(on yearly, n int) yearly {
	return func(y int) result { return aDay(on(y).from.AddDays(n)) }
}

func runs(on yearly, n int) yearly {
	return func(y int) result {
		if r := on(y); r.known() {
			return fromTo(r.from, n)
		}
		return result{}
	}
}

// fromTo is n days from a day on.
func fromTo(first Day, n int) result {
	r := aDay(first)
	if n > 1 {
		r.to = first.AddDays(n - 1)
		r.value += "/" + r.to.String()
	}
	return r
}

// electionDay is the American one, the Tuesday after the first Monday of November.
func electionDay(y int) result { return after(weekdayIn(11, time.Monday, 1), 1)(y) }

func kingsDay(y int) result {
	if d := (Day{y, 4, 27}); d.Weekday() != time.Sunday {
		return aDay(d)
	}
	return aDay(Day{y, 4, 26})
}

// bossDay is October 16, or the working day nearest to it.
func bossDay(y int) result {
	switch d := (Day{y, 10, 16}); d.Weekday() {
	case time.Saturday:
		return aDay(d.AddDays(-1))
	case time.Sunday:
		return aDay(d.AddDays(1))
	default:
		return aDay(d)
	}
}

func easterAfter(n int) yearly {
	return func(y int) result { return aDay(easter(y).AddDays(n)) }
}

func orthodoxAfter(n int) yearly {
	return func(y int) result { return aDay(orthodoxEaster(y).AddDays(n)) }
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

// lastFriday is the last Friday of a holiday.
func lastFriday(on yearly) yearly {
	return func(y int) result {
		r := on(y)
		if !r.known() {
			return r
		}
		return aDay(stepWeekday(r.to.AddDays(1), time.Friday, -1))
	}
}
