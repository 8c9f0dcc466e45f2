// Package timex finds temporal expressions in English text and says which days they mean.
//
// [Find] returns TIMEX3 expressions (the annotation of TimeML, ISO-TimeML 24617-1) of all four types,
// each with its place in the text, its value and the civil days it covers. A day is a [Day]: it has
// no clock and no zone, so nothing shifts it.
//
// The tour of the house, bottom up:
//
//	day.go, moment.go   civil days, and when a text was published
//	token.go            text to tokens
//	lexicon.go          the words with a value: months, weekdays, units, numbers, zones
//	number.go           numbers in figures and words: readers the patterns call for
//	pattern.go          the language of the rules, compiled to a trie per kind of phrase
//	parse.go            the longest phrase at a token, each looked for once
//	result.go           what a phrase means: days and a value
//	resolve.go          publication, the last date mentioned and the tense decide what is left open
//	tense.go            the tense of the clause around an expression
//	grammar.go          the list of rule tables; each of the other files holds one phenomenon
//
// The rules are read first: a row is a pattern and the function that gives its meaning. What cannot
// be a date is written down as rules too (never.go), so that "Resolution 2202" is consumed whole.
package timex
