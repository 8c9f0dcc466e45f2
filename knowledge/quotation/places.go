package quotation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// What the gazetteer tells of countries, by words in lower case: the country's name. A capital
// speaks for its country: "Moscow says".
var countries, adjectives, capitals = readCountries(slices.Concat(english.Rows("countries"), english.Rows("unions of countries")))

func readCountries(rows [][]string) (names, adjectives, capitals map[string]string) {
	names, adjectives, capitals = map[string]string{}, map[string]string{}, map[string]string{}
	for _, row := range rows {
		country := strings.TrimPrefix(row[0], "~")
		names[strings.ToLower(country)] = country
		for i, by := range []map[string]string{adjectives, capitals, names} {
			if len(row) < i+2 {
				break
			}
			for item := range strings.SplitSeq(row[i+1], ",") {
				if low := strings.ToLower(strings.Trim(item, " ~")); low != "" && !isSeat(low) {
					by[low] = country
				}
			}
		}
	}
	return names, adjectives, capitals
}

// isSeat reports whether a name is that of a seat of power, which goes by its own name here:
// the White House, the Kremlin.
func isSeat(low string) bool {
	words := strings.Fields(low)
	return len(words) > 1 && slices.ContainsFunc(words, bodyWords.Has) || cities.Has(low)
}

// country returns the country that a word names, by its name, adjective or capital, or "".
func country(low string) string {
	for _, by := range []map[string]string{countries, adjectives, capitals} {
		if c := by[low]; c != "" {
			return c
		}
	}
	return ""
}

// isCountry reports whether a word of an office is a country's name (see roleWords).
func isCountry(word string) bool { return countries[strings.ToLower(word)] == word }
