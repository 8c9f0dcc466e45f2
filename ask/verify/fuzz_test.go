package verify

import (
	"strings"
	"testing"
	"unicode/utf8"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// FuzzJudge holds the judge to what must be so of any text and claim: a verdict is
// supported or gives its reasons, scores lie in 0..1, a sentence supports itself, and the
// same question has the same answer.
func FuzzJudge(f *testing.F) {
	for _, a := range attacks {
		f.Add(a.claim, "Lavrov said on Monday that 12 ships would not sail, according to reports.")
	}
	f.Add("", "")
	f.Add("\"", "“not\x00 not “")
	f.Add(strings.Repeat("\"no ", 50), strings.Repeat("said that, ", 50))
	f.Add("1,000,000 dozen hundred thousand", "twenty-one hundred and $5m%")
	f.Fuzz(func(t *testing.T, claim, text string) {
		if len(claim)+len(text) > 4000 || !utf8.ValidString(text) {
			t.Skip()
		}
		a := article.New(article.Article{ID: "fuzz", Text: text})
		lib, err := knowledge.New([]*article.Article{a})
		if err != nil {
			t.Fatal(err)
		}
		cited := everySentence(a)
		j := Judge{Names: lib.Names()}
		v := j.Judge(t.Context(), claim, cited)
		sane(t, v)
		searched, _ := j.check(t.Context(), claim, poolOf(t.Context(), lib, claim, "fuzz"))
		sane(t, searched)
		j.Rule(t.Context(), lib, claim, "fuzz")
		if again := j.Judge(t.Context(), claim, cited); again.Supported != v.Supported || again.Score != v.Score || len(again.Reasons) != len(v.Reasons) {
			t.Errorf("two verdicts on one claim: %v and %v", v, again)
		}
		for _, p := range cited {
			if v := j.Judge(t.Context(), p.Text(), []article.Passage{p}); !v.Supported {
				t.Errorf("%q does not support itself: %v", p.Text(), v.Reasons)
			}
		}
	})
}

func sane(t *testing.T, v Verdict) {
	t.Helper()
	if v.Supported != (len(v.Reasons) == 0) {
		t.Errorf("supported %v with reasons %q", v.Supported, v.Reasons)
	}
	if !(v.Score >= 0 && v.Score <= 1) {
		t.Errorf("score %v", v.Score)
	}
	for _, r := range v.Reasons {
		if r.Rule == "" || r.Case == "" {
			t.Errorf("empty reason %v", r)
		}
	}
}
