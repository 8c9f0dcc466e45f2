package english

import (
	"slices"
	"strings"
)

// SpeechForms returns all forms of the verbs of saying that take a frame, as data/speech.txt
// names it: "quotes" is of those that words in quotation marks may stand before.
func SpeechForms(frame string) Set { return speechForms(1, frame) }

// AttitudeForms returns all forms of the verbs of saying that tell what someone thinks, wants
// or backs rather than words that were said.
func AttitudeForms() Set { return speechForms(2, "attitude") }

// speechForms returns the forms of the verbs that have the mark in a field of their row.
func speechForms(field int, mark string) Set {
	s := Set{}
	for _, row := range Rows("verbs of saying") {
		if field >= len(row) || !slices.Contains(strings.Fields(row[field]), mark) {
			continue
		}
		for form := range Inflect(row[0]) {
			s[form] = struct{}{}
		}
	}
	return s
}
