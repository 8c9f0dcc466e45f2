package calendar_test

import (
	"fmt"
	"time"

	"talksbot/knowledge/calendar"
)

func ExampleDay_Step() {
	d := calendar.Date(2022, time.January, 10) // a Monday
	fmt.Println(d.Step(time.Friday, 1), d.Step(time.Monday, -1))
	// Output: 2022-01-14 2022-01-03
}

func ExampleHoliday_In() {
	for _, h := range calendar.Holidays() {
		if h.Names[0] == "hanukkah|chanukah|hanukah|chanukkah|hannukkah" {
			d := h.In(2021)
			fmt.Println("from the evening of", d.Eve, "to", d.Last)
		}
	}
	// Output: from the evening of 2021-11-28 to 2021-12-06
}
