package timex

// grammar is every rule, one table a file. To teach the package a phrase, add a row to the table of
// its phenomenon; among equally long matches of a kind the earlier table wins.
var grammar = compile(
	neverRules, monthDayRules, numericRules, weekdayRules, ordinalRules, weekRules, rangeRules,
	relativeRules, distanceRules, periodRules, decadeRules, seasonRules, quarterRules, edgeRules,
	clockRules, partRules, durationRules, runningRules, setRules, vagueRules, holidayRules(),
)
