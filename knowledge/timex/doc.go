// Package timex finds temporal expressions in English text and says which days they mean.
//
// [Find] returns TIMEX3 expressions (the annotation of TimeML, ISO 24617-1) of all four types, each
// with its place in the text, its value and the civil days it covers. A day is a [calendar.Day]: it has no
// clock and no zone, so nothing shifts it.
//
// The tour of the house, bottom up:
//
//	moment.go                when a text was published
//	token.go, lexicon.go     a text as tokens, and the words with a value: months, units, zones ...
//	number.go, figures.go,   numbers as texts write them: the readers that patterns call for
//	clockwords.go
//	pattern.go, parse.go     the language of the rules, and the longest phrase at a token
//	units.go, result.go      units of the calendar, and what a phrase means
//	resolve.go, yearly.go    meanings, once publication, the last date and the tense are known
//	tense.go, plans.go       the tense of the clause around an expression
//	anchors.go, rows.go      what a date is counted from, and weekdays that follow one another
//	named.go, bounds.go      dates in names and titles, and dates that only end a time
//	grammar.go               the list of rule tables
//	timex.go                 Find
//
// Each of the other files is one phenomenon: a table of rules and the functions that give their
// meaning. Read the tables first. A rule is a pattern ("the? NTH WEEKDAY of|in <period>") and a
// function from what matched to a meaning; a meaning is a function from the scope (publication, last
// date, tense) to days and a value, so meanings nest as phrases do. What cannot be a date is rules
// too (never.go), so that "Resolution 2202" is consumed whole.
//
// To teach it a phrase, add a row to a table and a line to a fixture in testdata, and run the tests
// with -update to see what it found.
package timex
