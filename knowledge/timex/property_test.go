package timex

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"maps"

	"pgregory.net/rapid"
)

// TestFindWords throws the grammar's own words together, in which far more rules meet than in random
// bytes.
func TestFindWords(t *testing.T) {
	vocabulary := slices.Sorted(maps.Keys(lexicon))
	moments := []string{"", "0001-01-01", "1999-12-31", "2020-02-29T23:59:59Z", "2021-12-28", "9999-12-31T12:00"}
	rapid.Check(t, func(r *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 14).Draw(r, "words") {
			switch rapid.IntRange(0, 5).Draw(r, "what") {
			case 0:
				b.WriteString(strconv.Itoa(rapid.IntRange(0, 3000).Draw(r, "number")))
			case 1:
				b.WriteString(strconv.Itoa(rapid.IntRange(0, 40).Draw(r, "day")))
			default:
				w := rapid.SampledFrom(vocabulary).Draw(r, "word")
				if rapid.Bool().Draw(r, "capital") {
					w = strings.ToUpper(w[:1]) + w[1:]
				}
				b.WriteString(w)
			}
			b.WriteString(rapid.SampledFrom([]string{" ", " ", " ", "", "-", ", ", ". ", "\n"}).Draw(r, "gap"))
		}
		text := b.String()
		m, err := ParseMoment(rapid.SampledFrom(moments).Draw(r, "published"))
		if err != nil {
			t.Fatal(err)
		}
		checkExpressions(t, text, Find(text, m))
	})
}
