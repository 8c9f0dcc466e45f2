package calendar

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed holidays.txt
var holidayTable string

// A Holiday is a named day, or a few days in a row, that most years have.
type Holiday struct {
	Names []string // as texts write them, in the pattern language of package timex

	first     func(year int, args []int) Day // zero where the year has none
	args      []int
	shift     int
	shiftOn   [7]int // by time.Weekday
	length    int    // in days
	keep      string // the weekday of which only the last is kept; "" for all days
	fromEve   bool
	knownDays sync.Map // Occurrence by year
}

// An Occurrence is a holiday in one year. The zero Occurrence means that it does not fall in that year.
type Occurrence struct {
	First, Last Day
	Eve         Day // where its first hours begin: the day before First if it starts at sunset, else First
}

// Holidays returns the holidays of holidays.txt, in its order.
var Holidays = sync.OnceValue(func() []*Holiday {
	var all []*Holiday
	for line := range strings.Lines(holidayTable) {
		rule, names, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok || strings.HasPrefix(rule, "#") {
			continue
		}
		all = append(all, newHoliday(strings.Fields(rule), strings.Split(names, " / ")))
	}
	return all
})

// In returns the days of h in a year. Each year is reckoned once: holidays of the moon take a while.
func (h *Holiday) In(year int) Occurrence {
	if d, ok := h.knownDays.Load(year); ok {
		return d.(Occurrence)
	}
	var d Occurrence
	if year >= 1 && year <= 9999 {
		d = h.reckon(year)
		h.knownDays.Store(year, d)
	}
	return d
}

func (h *Holiday) reckon(year int) Occurrence {
	first := h.first(year, h.args)
	if first.IsZero() {
		return Occurrence{}
	}
	first = first.AddDays(h.shift)
	first = first.AddDays(h.shiftOn[first.Weekday()])
	last := first.AddDays(h.length - 1)
	if h.keep != "" {
		last = last.AddDays(1).Step(time.Weekday(constants[h.keep]), -1)
		first = last
	}
	d := Occurrence{First: first, Last: last, Eve: first}
	if h.fromEve {
		d.Eve = first.AddDays(-1)
	}
	return d
}

// newHoliday reads a rule of holidays.txt. A fault in it is a fault of this package, so it panics.
func newHoliday(fields, names []string) *Holiday {
	rule, ok := rules[fields[0]]
	if !ok || len(fields) <= rule.args {
		panic(fmt.Sprintf("calendar: no rule %q", fields))
	}
	h := &Holiday{Names: names, first: rule.first, length: 1, fromEve: fields[0] == "hebrew"}
	for _, f := range fields[1 : 1+rule.args] {
		h.args = append(h.args, number(f))
	}
	for _, f := range fields[1+rule.args:] {
		h.change(f)
	}
	return h
}

// change applies what may follow a rule: "+1", "x8", "saturday+1", "last-friday".
func (h *Holiday) change(f string) {
	switch at := strings.IndexAny(f, "+-"); {
	case f[0] == 'x':
		h.length = number(f[1:])
	case at == 0:
		h.shift = number(f)
	case strings.HasPrefix(f, "last-"):
		h.keep = f[at+1:]
	default:
		h.shiftOn[number(f[:at])] = number(f[at:])
	}
}

// number reads a number, or a name that stands for one.
func number(s string) int {
	if n, ok := constants[s]; ok {
		return n
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(fmt.Sprintf("calendar: %q is no number of a rule", s))
	}
	return n
}

// constants are the names in the rules: of weekdays, of the Hebrew months, of the Hindu months by the sign the sun is in at
// their first new moon, and the hours at which a Hindu holiday is worshipped.
var constants = numbered(map[string]int{"sunrise": 6, "noon": 12, "sunset": 18, "midnight": 24},
	"sunday monday tuesday wednesday thursday friday saturday",
	"tishri cheshvan kislev tevet shevat adar-1 adar nisan iyar sivan tammuz av elul",
	"vaishakha jyeshtha ashadha shravana bhadrapada ashvin kartika margashirsha pausha magha phalguna chaitra",
)

func numbered(all map[string]int, lines ...string) map[string]int {
	for _, line := range lines {
		for i, name := range strings.Fields(line) {
			all[name] = i
		}
	}
	return all
}
