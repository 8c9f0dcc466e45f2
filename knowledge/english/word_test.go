package english

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestTokens(t *testing.T) {
	tests := []struct{ text, norms string }{
		{"The U.S. and the US asked us.", "the usa and the usa asked us"},
		{"Russia’s S-400s cost $1,000.50 (40%).", "russia s 400s cost $1,000.50 40%"},
		{"O'Brien didn't go at 5 p.m.", "o'brien didn't go at 5 pm"},
		{"Céloron, CÉLORON and Celoron", "celoron celoron and celoron"},
		{"USA's allies' ships", "usa allies ships"},
		{"", ""},
		{"... -- !?", ""},
		{"Москва не США", "москва не сша"},
	}
	for _, tt := range tests {
		var got []string
		for _, token := range Read(tt.text).Tokens {
			got = append(got, token.Norm)
		}
		if diff := cmp.Diff(tt.norms, strings.Join(got, " ")); diff != "" {
			t.Errorf("Tokens(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestStem(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"negotiations", "negotiation", true},
		{"broke", "break", true},
		{"held", "holding", true},
		{"met", "meets", true},
		{"children", "child", true},
		{"began", "begins", true},
		{"founded", "find", false},
		{"talks", "takes", false},
	}
	for _, tt := range tests {
		if got := Stem(tt.a) == Stem(tt.b); got != tt.same {
			t.Errorf("%q and %q: same stem %v, want %v (%q, %q)", tt.a, tt.b, got, tt.same, Stem(tt.a), Stem(tt.b))
		}
	}
}

func TestStems(t *testing.T) {
	if diff := cmp.Diff([]string{"talk", "russia"}, ContentStems("The talks with Russia and the talk of it")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		norm string
		want float64
		ok   bool
	}{
		{"1,000", 1000, true}, {"$5", 5, true}, {"40%", 40, true}, {"2.5", 2.5, true}, {"twelve", 12, true}, {"million", 1e6, true},
		{"third", 0, false}, {"", 0, false}, {"%", 0, false}, {"5th", 0, false}, {"x1", 0, false},
	}
	for _, tt := range tests {
		if got, ok := Number(tt.norm); got != tt.want || ok != tt.ok {
			t.Errorf("Number(%q) = %v, %v", tt.norm, got, ok)
		}
	}
}

func TestPossessive(t *testing.T) {
	text := "Russia’s allies' Lavrov's talks"
	var got []int
	for _, token := range Read(text).Tokens {
		got = append(got, token.Possessive(text))
	}
	if diff := cmp.Diff([]int{len("’s"), 0, 2, 0}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzTokens: tokens stand in order, apart and on rune boundaries, and say the same when the
// words are remembered as when they were new; gaps and tokens make up the text.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"The U.S.’s S-400 cost $1,000.", "a.b.c..d", "\xff'\xffs", "É.É.É", "İ's ŉ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Read(text).Tokens
		end := 0
		for _, token := range tokens {
			if token.Start < end || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("token %+v after %d", token, end)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[token.Start:token.End]) {
				t.Fatalf("token %+v cuts a rune", token)
			}
			end = token.End
		}
		if diff := cmp.Diff(tokens, Read(text).Tokens); diff != "" {
			t.Fatalf("read again (-first +second):\n%s", diff)
		}
		whole := ""
		for i := range tokens {
			whole += Read(text).Gap(i) + Read(text).Written(i)
		}
		if whole += Read(text).Gap(len(tokens)); whole != text {
			t.Fatalf("gaps and tokens make %q of %q", whole, text)
		}
	})
}
