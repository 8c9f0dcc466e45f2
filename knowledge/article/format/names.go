package format

import (
	"strings"
	"sync"
	"unicode"

	"talksbot/knowledge/english"
)

// Key returns the name of a fact without what writers of names differ in: "date_published" and
// "datePublished" have one key.
func Key(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// Rank returns how well a name fits what is stated ("title", "published"; see the section of fact
// names in the data): 0 is best, -1 says that it is no name of that.
func Rank(stated, name string) int {
	if rank, ok := ranks()[stated][Key(name)]; ok {
		return rank
	}
	return -1
}

var ranks = sync.OnceValue(func() map[string]map[string]int {
	all := map[string]map[string]int{}
	for _, row := range english.Rows("fact names") {
		all[row[0]] = map[string]int{}
		for i, name := range strings.Fields(row[1]) {
			all[row[0]][name] = i
		}
	}
	return all
})

// best returns the name of values that fits what is stated best, "" for none.
func best[V any](stated string, values map[string]V) string {
	found, least := "", -1
	for name := range values {
		if rank := Rank(stated, name); rank >= 0 && (least < 0 || rank < least || rank == least && name < found) {
			found, least = name, rank
		}
	}
	return found
}
