package sentence

import (
	"strings"
	"testing"
)

// prose makes about n bytes of news prose with what makes splitting slow in it:
// abbreviations, speech, numbers, wrapped and long lines.
func prose(n int) string {
	paragraphs := []string{
		"WASHINGTON (AP) — The U.S. and its allies will meet again on Feb. 3, Gen. Marco Ruiz said at 5 p.m. Monday. " +
			"The talks, which began in 2019, cost $3.75 million a year, according to Roe & Co. of Basel.",
		"“We made progress,” the delegation’s chief said. “That is where we stand. Will it hold? Nobody knows.” " +
			"He lives in the U.S. His wife, Dr. J. K. Lund, does not.",
		"The committee met on Tuesday and agreed that the\nHarbour Bridge will be closed for two weeks in the\n" +
			"spring.[4] A notice goes up at the end of the month;\nuntil then the buses run as they always have.",
		"1. The first item is open. 2. The second item ... is not. See https://example.com/a.b?c=d for No. 5.",
	}
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(paragraphs[i%len(paragraphs)] + "\n\n")
	}
	return b.String()
}

func BenchmarkSplit(b *testing.B) {
	text := prose(1 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}

// BenchmarkSplitHostile splits texts that would be slow if any rule looked
// without bound. MB/s must not fall as the text grows.
func BenchmarkSplitHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"dots": ".", "spaced dots": ". ", "quotes": "\"", "brackets": "([", "marks": "[1]", "bullets": "•",
		"spaced bullets": "• ", "spaces": " ", "stops and spaces": ".            ", "long word": "a.", "invalid": "\xff", "lines": "a\n",
	} {
		for _, size := range []int{1 << 14, 1 << 18} {
			text := strings.Repeat(unit, size/len(unit)) + "."
			b.Run(name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Split(text)
				}
			})
		}
	}
}
