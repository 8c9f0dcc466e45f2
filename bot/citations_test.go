package bot

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talksbot/knowledge/article"
	"talksbot/page"
)

func TestRefs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) key {
			return key{hash(rapid.String().Draw(t, "id")), hash(rapid.String().Draw(t, "text"))}
		}), 1, 5).Draw(t, "keys")
		refs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ref {
			return ref{rapid.SampledFrom(keys).Draw(t, "key"), rapid.IntRange(0, maxIndex).Draw(t, "index")}
		}), 1, 20).Draw(t, "refs")
		got, err := decodeRefs(encodeRefs(refs))
		if err != nil || !slices.Equal(got, refs) {
			t.Errorf("%v came back as %v, %v", refs, got, err)
		}
	})
}

// However many the citations, a button carries the first of them.
func TestEncodeFits(t *testing.T) {
	var cited []page.Place
	for i := range 200 {
		cited = append(cited, page.Place{Article: &article.Article{ID: strings.Repeat("x", i%7)}, First: i * i, Last: i*i + 1})
	}
	for does, step := range map[string]int{sourcesName: 1, contextName: 2} {
		code := encode(cited, does)
		refs, err := decodeRefs(code)
		if err != nil || len(refs) < 5 || len(does+":"+code) > maxCustomID {
			t.Errorf("%d characters carry %d citations, %v", len(code), len(refs), err)
		}
		for i, r := range refs {
			if at := cited[i/step]; r.index != at.First+i%step || r.id != hash(at.Article.ID) {
				t.Errorf("citation %d is %v", i, r)
			}
		}
	}
}

func FuzzDecodeRefs(f *testing.F) {
	f.Add("")
	f.Add("AA")
	f.Add(encodeRefs([]ref{{key{hash("a"), hash("b")}, 3}, {key{hash("c"), hash("d")}, 300}}))
	f.Add("_____w")
	f.Fuzz(func(t *testing.T, code string) {
		refs, err := decodeRefs(code)
		if err == nil && encodeRefs(refs) != code {
			t.Errorf("%q was read as %v, which is %q", code, refs, encodeRefs(refs))
		}
	})
}
