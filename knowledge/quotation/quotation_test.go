package quotation

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// broken names the invariant that the quotations of text break, or is empty.
func broken(text string, qs []Quotation) string {
	at := 0
	inside := func(s english.Span) bool {
		return 0 <= s.Start && s.Start < s.End && s.End <= len(text) && boundary(text, s.Start) && boundary(text, s.End)
	}
	for _, q := range qs {
		if len(q.Spans) == 0 {
			return "a quotation without content"
		}
		for _, s := range q.Spans {
			if !inside(s) {
				return "a content outside the text or inside a rune"
			}
			if s.Start < at {
				return "contents out of order or overlapping"
			}
			at = s.End
		}
		if q.Cue != (english.Span{}) && !inside(q.Cue) || q.Speaker != (english.Span{}) && !inside(q.Speaker) {
			return "a cue or speaker outside the text or inside a rune"
		}
		if q.Hearer != (english.Span{}) && !inside(q.Hearer) {
			return "a hearer outside the text or inside a rune"
		}
		if (q.Speaker == english.Span{}) != (q.Name == "") {
			return "a name without a speaker or a speaker without a name"
		}
		if q.Kind != Direct && q.Cue == (english.Span{}) {
			return "reported speech without a cue"
		}
		for _, s := range q.Spans {
			if overlap(s, q.Cue) || overlap(s, q.Speaker) || overlap(s, q.Hearer) {
				return "a cue, a speaker or a hearer inside the content"
			}
		}
	}
	return ""
}

func overlap(a, b english.Span) bool { return a.Start < b.End && b.Start < a.End }

func boundary(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

func FuzzFind(f *testing.F) {
	f.Add("“We will,” said Lavrov, “and soon.” He added that it was late.")
	f.Add("\"One,\" he said.\n\n\"Two.\n\n\"Three,\" she added. According to reports, NATO, says X, 'no'.")
	f.Add("‘He said “no” to me,’ Ms. Doe (D-NY) told CNN’s „Late“ show, «warning» against ``it''.")
	f.Fuzz(func(t *testing.T, text string) {
		if why := broken(text, Find(english.Read(text), Options{})); why != "" {
			t.Fatalf("%s in %q", why, text)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	const article = "Foreign Minister Sergei Lavrov pledged not to make concessions without taking the balance of interests into account. " +
		"“We are now preparing to pursue our agenda,” the top Russian diplomat said. “This is what we are proceeding from.” " +
		"Moscow, however, says it is entitled to move its military freely within its borders and that it is taking measures. " +
		"According to reports, NATO has decided to convene a meeting on January 12 in an effort to address the developments. "
	text := strings.Repeat(article, 5000/len(article)+1)[:5000]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(english.Read(text), Options{})
	}
}

// BenchmarkHostile reads texts made to cost most; their speed must not fall with length.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{"said ", "say ", "a, b said, ", "\"", "“", "‘a ", "'", "“a ” ", "he said that ", "spokesman Aa ", "the minister said. ", "A: ",
		"according to ", "As a, b said, ", "who said, ", "'s claim that ", "was quoted as saying ", "used a to say ", "Minister Ann Bb. The minister said. ", "Mr. Bb ", "(", "x\n"} {
		for _, n := range []int{10_000, 160_000} {
			text := strings.Repeat(unit, n/len(unit))
			b.Run(fmt.Sprintf("%q/%d", unit, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Find(english.Read(text), Options{})
				}
			})
		}
	}
}
