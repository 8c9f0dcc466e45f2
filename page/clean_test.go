package page

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a  b\n\tc":                    "a b c",
		"co\u00adop\u200b\u2060\ufeff": "coop",
		"\u202eright\u202c to left":    "right to left",
		"می\u200cخواهم":                "می\u200cخواهم",  // Persian needs the joiner
		"क\u094d\u200dष":               "क\u094d\u200dष", // and so does Hindi, after a mark
		"\u200djoins nothing\u200d":    "joins nothing",
		"joins \u200d nothing":         "joins nothing",
		"1\u200d2, a\u200d-b":          "12, a-b",
		"👩\u200d🚀":                     "👩🚀",
		"a\u200d\u200c\u200db":         "a\u200db",
		"\u0600\u06dd1":                "1",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%+q: %+q, want %+q", in, got, want)
		}
	}
}

// FuzzClean holds that what is cleaned is on one line, shows all it holds, hides nothing, and is clean.
func FuzzClean(f *testing.F) {
	f.Add("a\u200db \u202e c\u0301\u0301\u0301\u0301\u0301\u200d\u0301\u0301\u0301\u0301\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		got := Clean(text)
		if Clean(got) != got || !utf8.ValidString(got) || strings.ContainsAny(got, "\n\r\t") || strings.Contains(got, "  ") {
			t.Errorf("%+q becomes %+q", text, got)
		}
		all, marks := []rune(got), 0
		for i, r := range all {
			switch {
			case unicode.Is(unicode.M, r):
				marks++
			case !isJoiner(r):
				marks = 0
			}
			joins := isJoiner(r) && i > 0 && i+1 < len(all) && unicode.In(all[i-1], unicode.L, unicode.M) && unicode.IsLetter(all[i+1])
			if unicode.In(r, unicode.Cf, unicode.Cc) && !joins || marks > maxMarks {
				t.Errorf("%+q becomes %+q, which hides %+q", text, got, r)
			}
		}
	})
}
