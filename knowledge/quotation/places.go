package quotation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// What the gazetteer tells of countries, by words in lower case: the country's name.
var (
	countries  = map[string]string{} // by its own names
	adjectives = map[string]string{}
	capitals   = map[string]string{} // by the seat of government, which speaks for it: "Moscow says"
	isCountry  = english.Set{}       // by name, as it is written
)

func init() {
	for _, row := range slices.Concat(english.Rows("countries"), english.Rows("unions of countries")) {
		name := strings.TrimPrefix(row[0], "~")
		add(isCountry, name)
		countries[strings.ToLower(name)] = name
		for i, by := range []map[string]string{adjectives, capitals, countries} {
			if len(row) < i+2 {
				break
			}
			for item := range strings.SplitSeq(row[i+1], ",") {
				if low := strings.ToLower(strings.Trim(item, " ~")); low != "" && !isSeat(low) {
					by[low] = name
				}
			}
		}
	}
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
