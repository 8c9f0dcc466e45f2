package bot

import (
	"fmt"
	"strconv"
	"strings"

	"talksbot/knowledge"
)

var numbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// count returns so many of a thing: "one question", "two questions", "13 questions".
func count(n int, thing string) string {
	word := strconv.Itoa(n)
	if n >= 0 && n < len(numbers) {
		word = numbers[n]
	}
	if n != 1 {
		thing += "s"
	}
	return word + " " + thing
}

// more returns "one more sentence is", "two more sentences are".
func more(n int, thing string) string {
	number, things, _ := strings.Cut(count(n, thing), " ")
	verb := "are"
	if n == 1 {
		verb = "is"
	}
	return number + " more " + things + " " + verb
}

// day returns when an article was published, as people write a day: "Tuesday, 28 December
// 2021". It never depends on the reader's zone.
func day(a *knowledge.Article) string {
	d := a.Published.Day
	if d.IsZero() {
		return "undated"
	}
	return fmt.Sprintf("%s, %d %s %d", d.Weekday(), d.Day, d.Month, d.Year)
}
