package bot

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talksbot/knowledge"
)

func TestNumbers(t *testing.T) {
	a, b := &knowledge.Article{ID: "a"}, &knowledge.Article{ID: "b"}
	at := func(a *knowledge.Article, i int) knowledge.Passage { return knowledge.Passage{Article: a, Index: i} }
	var cs citations
	cs.add(at(a, 4), at(b, 4), at(a, 4), at(a, 1))
	if len(cs) != 3 {
		t.Fatalf("%d citations", len(cs))
	}
	for want, of := range map[string][]knowledge.Passage{
		"":            {},
		"[1]":         {at(a, 4)},
		"[1] [3]":     {at(a, 1), at(a, 4)},
		"[1] [2] [3]": {at(b, 4), at(a, 1), at(a, 4), at(a, 1)},
	} {
		if got := cs.numbers(of); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestRefs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) key {
			return key{hash(rapid.String().Draw(t, "id")), hash(rapid.String().Draw(t, "text"))}
		}), 1, 5).Draw(t, "keys")
		refs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ref {
			return ref{rapid.SampledFrom(keys).Draw(t, "key"), rapid.IntRange(0, maxIndex).Draw(t, "index")}
		}), 0, 20).Draw(t, "refs")
		got, err := decodeRefs(encodeRefs(refs))
		if err != nil || !slices.Equal(got, refs) {
			t.Errorf("%v came back as %v, %v", refs, got, err)
		}
	})
}

// However many the citations, a button carries the first of them.
func TestEncodeFits(t *testing.T) {
	var cs citations
	for i := range 200 {
		cs.add(knowledge.Passage{Article: &knowledge.Article{ID: strings.Repeat("x", i%7)}, Index: i * i})
	}
	code := cs.encode()
	refs, err := decodeRefs(code)
	if err != nil || len(refs) < 5 || len(sourcesName+":"+code) > maxCustomID {
		t.Errorf("%d characters carry %d citations, %v", len(code), len(refs), err)
	}
	for i, r := range refs {
		if r.index != i*i || r.id != hash(cs[i].Article.ID) {
			t.Errorf("citation %d is %v", i, r)
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
