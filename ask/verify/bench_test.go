package verify

import (
	"strings"
	"testing"
)

// BenchmarkJudge is one claim of a model against eight cited sentences.
func BenchmarkJudge(b *testing.B) {
	lib := shipped(b)
	cited := everySentence(lib.Articles()[0])[:8]
	j := Judge{Names: lib.Names()}
	for b.Loop() {
		j.Judge(b.Context(), "According to reports, Stoltenberg has decided to convene the NATO-Russia Council on January 12, 2022.", cited)
	}
}

// BenchmarkCheck finds its own evidence in one article.
func BenchmarkCheck(b *testing.B) {
	lib := shipped(b)
	for b.Loop() {
		Judge{}.Rule(b.Context(), lib, "Stoltenberg has decided to convene the NATO-Russia Council on January 12.", lib.Articles()[0].ID)
	}
}

// BenchmarkHostile is a claim and a sentence made to be slow: every word stands everywhere.
func BenchmarkHostile(b *testing.B) {
	long := strings.Repeat("not 12 \"Russia\" said that the talks will not fail on Monday, ", 100)
	a := newArticle(b, long+".")
	lib := library(b, a)
	j := Judge{Names: lib.Names()}
	for b.Loop() {
		j.Judge(b.Context(), long, everySentence(a))
	}
}
