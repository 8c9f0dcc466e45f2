package knowledge

import (
	"strings"
	"sync"

	"talksbot/knowledge/word"
)

// paraphrases returns for each stem the stems that mean nearly the same.
var paraphrases = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for _, row := range paraphraseRows {
		words := strings.Fields(row)
		for _, w := range words {
			for _, v := range words {
				if v != w {
					table[word.Stem(w)] = append(table[word.Stem(w)], word.Stem(v))
				}
			}
		}
	}
	return table
})
