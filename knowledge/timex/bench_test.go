package timex

import (
	"strings"
	"testing"
)

const news = `Addressing a meeting in Moscow on Tuesday, the foreign minister pledged not to make any unilateral
concessions. He also said in an interview on Monday that the talks would take place immediately after
Russia's New Year holidays. The two sides will hold talks on January 10, and a council meets on January 12,
two days later, for the first time since the summer of 2019. In the past three years trade fell by 12 percent,
to $1,998 million, he said at 10:30 a.m. local time. The treaty of 1987 was left in early February this year. `

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(news, 1+5000/len(news))[:5000]
	m, _ := ParseMoment("2021-12-28")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		find(text, m)
	}
}
