package timex

import (
	"strings"

	"talksbot/knowledge/english"
)

// grammar is every rule, one table a phenomenon. To teach the package a phrase, add a row to the table
// of its phenomenon; among equally long matches of a kind the earlier table wins.
var grammar = compile(
	neverRules, monthDayRules, numericRules, weekdayRules, placeRules, rangeRules, relativeRules,
	distanceRules, monthRules, decadeRules, seasonRules, quarterRules, edgeRules, clockRules, partRules,
	durationRules, runningRules, setRules, vagueRules, holidayRules(),
)

// dataRules makes a rule of each row of a section of the data: a value, and a pattern, which may have "|"
// in it.
func dataRules(k kind, section string, action func(value string) func(*match) meaning) []rule {
	var rules []rule
	for _, row := range english.Rows(section) {
		rules = append(rules, rule{k, strings.Join(row[1:], "|"), action(row[0])})
	}
	return rules
}
