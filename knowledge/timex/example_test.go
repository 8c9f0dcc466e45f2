package timex_test

import (
	"fmt"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

func ExampleFind() {
	text := "The two sides will hold talks on January 10, Lavrov said on Monday. They last met in the summer of 2019."
	published, err := timex.ParseMoment("2021-12-28")
	if err != nil {
		panic(err)
	}
	for _, e := range timex.Find(english.Read(text), published) {
		fmt.Printf("%-18s %-8s %s to %s\n", text[e.Start:e.End], e.Type, e.FromISO(), e.ToISO())
	}
	// Output:
	// January 10         DATE     2022-01-10 to 2022-01-10
	// Monday             DATE     2021-12-27 to 2021-12-27
	// the summer of 2019 DATE     2019-06-01 to 2019-08-31
}

// Without a day of publication what is relative keeps a value and has no days.
func ExampleFind_unknownPublication() {
	for _, e := range timex.Find(english.Read("They meet on January 10, two days after Easter 2022."), timex.Moment{}) {
		fmt.Printf("%s, days known: %t\n", e.Value, !e.From.IsZero())
	}
	// Output:
	// XXXX-01-10, days known: false
	// 2022-04-19, days known: true
}
