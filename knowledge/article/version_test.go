package article

import (
	"testing"

	"pgregory.net/rapid"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// TestVersion holds that whatever the source gives makes another version, and nothing else
// does.
func TestVersion(t *testing.T) {
	published := func(s string) timex.Moment {
		m, err := timex.ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	base := Article{ID: "a", Text: "It rained.", Title: "Rain", Outlet: "The Sun", URL: "https://x.example", Published: published("2021-12-28")}
	first := New(base).Version
	changed := map[string]func(a *Article){
		"text":      func(a *Article) { a.Text += " " },
		"title":     func(a *Article) { a.Title = "Sun" },
		"outlet":    func(a *Article) { a.Outlet = "" },
		"address":   func(a *Article) { a.URL += "/2" },
		"published": func(a *Article) { a.Published = published("2021-12-28T18:37") },
		"zone":      func(a *Article) { a.Published = published("2021-12-28T18:37:00+05:00") },
		"border":    func(a *Article) { a.Title, a.Outlet = "RainThe", " Sun" },
	}
	seen := map[Version]string{first: "none"}
	for name, change := range changed {
		a := base
		change(&a)
		v := New(a).Version
		if seen[v] != "" {
			t.Errorf("the change of %s makes the version of %s", name, seen[v])
		}
		seen[v] = name
	}
	same := base
	same.ID = "b"
	if New(same).Version != first || New(base).Version != first {
		t.Error("the same article under another ID is another version")
	}
}

func TestRefs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var versions []Version
		for range rapid.IntRange(1, 5).Draw(t, "versions") {
			versions = append(versions, Version(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "version")))
		}
		var refs []Ref
		for range rapid.IntRange(0, 8).Draw(t, "refs") {
			start := rapid.IntRange(0, 1<<20).Draw(t, "start")
			refs = append(refs, Ref{rapid.SampledFrom(versions).Draw(t, "of"), english.Span{Start: start, End: start + rapid.IntRange(0, 1000).Draw(t, "length")}})
		}
		got, err := DecodeRefs(EncodeRefs(refs))
		if err != nil || len(got) != len(refs) {
			t.Fatalf("%d of %d citations: %v", len(got), len(refs), err)
		}
		for i, r := range refs {
			if (got[i] != ShortRef{r.Version.Short(), r.Span}) {
				t.Fatalf("%v becomes %v", r, got[i])
			}
		}
	})
}

func FuzzDecodeRefs(f *testing.F) {
	f.Add(EncodeRefs([]Ref{{Version{1}, english.Span{Start: 3, End: 9}}, {Version{2}, english.Span{}}}))
	f.Add("")
	f.Add("AA")
	f.Add("_____w")
	f.Fuzz(func(t *testing.T, code string) {
		refs, err := DecodeRefs(code)
		if err == nil && encodeShort(refs) != code {
			t.Fatalf("%q is written as %q", code, encodeShort(refs))
		}
		for _, r := range refs {
			if r.Start < 0 || r.End < r.Start {
				t.Fatalf("span %v", r.Span)
			}
		}
	})
}
