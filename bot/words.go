package bot

import (
	"strconv"
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
