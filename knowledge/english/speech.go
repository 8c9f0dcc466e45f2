package english

import (
	"slices"
	"strings"
)

// SpeechForms returns all forms of the verbs of saying that take a frame, as data/speech.txt
// names it: "quotes" is of those that words in quotation marks may stand before.
func SpeechForms(frame string) Set {
	s := Set{}
	for _, row := range Rows("verbs of saying") {
		if !slices.Contains(strings.Fields(row[1]), frame) {
			continue
		}
		for form := range Inflect(row[0]) {
			s[form] = struct{}{}
		}
	}
	return s
}
