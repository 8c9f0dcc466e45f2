// Package invented makes articles in their thousands, for measuring. Only tests import it.
package invented

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// A writer makes words up.
type writer struct{ *rand.Rand }

// word returns one of about so many words: some are met often, most are not.
func (w writer) word(syllables, of int) string {
	k := int(float64(of) * w.Float64() * w.Float64())
	var b strings.Builder
	for range syllables {
		b.WriteString([]string{"ba", "ren", "to", "lis", "vok", "mar", "du", "shel", "ni", "gor", "ast", "pel"}[k%12])
		k /= 12
	}
	return b.String()
}

func (w writer) name(of int) string {
	word := w.word(3, of)
	return strings.ToUpper(word[:1]) + word[1:]
}

func (w writer) person() string { return w.name(1000) + " " + w.name(1700) }

// sentences returns what makes a sentence of each kind.
func (w writer) sentences() []func() string {
	return []func() string{
		func() string {
			return fmt.Sprintf("The %s of %s said on %s that %d %ss had been lost in the %s.", w.word(3, 900), w.name(1700), time.Weekday(w.IntN(7)), w.IntN(500), w.word(3, 1700), w.word(3, 1700))
		},
		func() string {
			return fmt.Sprintf("“We will open the %s in %s %d,” %s, the minister for %s, told reporters.", w.word(3, 1700), time.Month(1+w.IntN(12)), 2015+w.IntN(12), w.person(), w.word(3, 500))
		},
		func() string {
			return fmt.Sprintf("%s will play %s on %d %s, the league announced.", w.name(1700), w.name(1700), 1+w.IntN(28), time.Month(1+w.IntN(12)))
		},
		func() string {
			return fmt.Sprintf("According to the %s %s Council (%s), the price of %s rose by %d per cent.", w.name(200), w.name(200), strings.ToUpper(w.word(2, 100)[:3]), w.word(3, 1700), w.IntN(40))
		},
		func() string {
			return fmt.Sprintf("The court in %s heard the %s of %s, who denied that the %s had been %sed.", w.name(1700), w.word(3, 1700), w.person(), w.word(3, 1700), w.word(3, 1700))
		},
		func() string {
			return fmt.Sprintf("Researchers from %s found that %s %ss the %s, and that it %ss more slowly since %d.", w.name(1700), w.word(3, 1700), w.word(3, 1700), w.word(3, 1700), w.word(3, 1700), 1950+w.IntN(70))
		},
		func() string {
			return fmt.Sprintf("He added that the %s would not be %sed before next year.", w.word(3, 1700), w.word(3, 1700))
		},
		func() string {
			return fmt.Sprintf("%s leads a %s of %d people who %s each %s.", w.person(), w.word(3, 1700), w.IntN(9000), w.word(3, 1700), w.word(3, 1700))
		},
	}
}

// Article returns a news-like article, another for each number. Nearly every sentence has a day or a quotation, which real
// ones have not.
func Article(n int) *article.Article {
	w := writer{rand.New(rand.NewPCG(uint64(n), 17))}
	sentence := w.sentences()
	var text strings.Builder
	for p := range 8 {
		if p > 0 {
			text.WriteString("\n\n")
		}
		for range 2 + w.IntN(4) {
			text.WriteString(sentence[w.IntN(len(sentence))]() + " ")
		}
	}
	day, _ := time.Parse(time.DateOnly, "2024-01-01")
	return article.New(article.Article{ID: fmt.Sprint("a", n), Title: w.name(1700) + " " + w.word(3, 1700) + " opens in " + w.name(1700), Outlet: w.name(20),
		Text: strings.TrimSpace(text.String()), Published: timex.MomentOf(day.AddDate(0, 0, n%300))})
}
