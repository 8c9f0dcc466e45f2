package timex

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestFindTogether finds dates from many goroutines at once: the grammar is shared.
func TestFindTogether(t *testing.T) {
	m := moment(t, "2021-12-28")
	want := find(news, m)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if diff := cmp.Diff(want, find(news, m)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	wg.Wait()
}

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
		checkExpressions(t, text, find(text, m))
	})
}
