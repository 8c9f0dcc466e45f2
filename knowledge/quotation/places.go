package quotation

import (
	"strings"

	"talksbot/knowledge/english"
)

// What the table of nations tells, by word in lower case: the country's name.
var (
	countries  = map[string]string{} // by its own names
	adjectives = map[string]string{}
	capitals   = map[string]string{} // by the seats of government that news uses for it: "Moscow says"
	isCountry  = english.Set{}       // by name, as it is written
)

func init() {
	for _, row := range english.Rows("nations") {
		name := row[0]
		isCountry[name] = struct{}{}
		countries[strings.ToLower(name)] = name
		adjectives[row[1]] = name
		for i, by := range []map[string]string{capitals, countries} {
			if len(row) > i+2 {
				for w := range strings.FieldsSeq(row[i+2]) {
					by[w] = name
				}
			}
		}
	}
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
