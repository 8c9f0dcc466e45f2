package knowledge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/knowledge/article"
)

// opened returns a volume as it comes back from its bytes.
func opened(t interface {
	Helper()
	Fatal(args ...any)
}, v *Volume) *Volume {
	t.Helper()
	data := v.Marshal()
	again, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// TestVolumes holds that a library of volumes answers as one that is read at once: whichever article stands in
// which, stored and opened or not, merged or not, in whatever order they come, and whatever came and went.
func TestVolumes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var articles []*article.Article
		for i := range rapid.IntRange(1, 10).Draw(t, "articles") {
			articles = append(articles, draw(t, fmt.Sprint(i)))
		}
		once, err := New(articles)
		if err != nil {
			t.Fatal(err)
		}
		want := answers(once)
		var volumes []*Volume
		for rest := rapid.Permutation(articles).Draw(t, "order"); len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "in a volume")
			v := Bind(rest[:n]...)
			if rapid.Bool().Draw(t, "stored") {
				v = opened(t, v)
			}
			volumes, rest = append(volumes, v), rest[n:]
		}
		if rapid.Bool().Draw(t, "merged") {
			n := rapid.IntRange(0, len(volumes)).Draw(t, "of them")
			v := Merge(volumes[:n]...)
			if rapid.Bool().Draw(t, "merged stored") {
				v = opened(t, v)
			}
			volumes = append([]*Volume{v}, volumes[n:]...)
		}
		l, err := Of(volumes...)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, answers(l)); diff != "" {
			t.Fatalf("at once and of volumes differ (-at once +of volumes):\n%s", diff)
		}
		passing := draw(t, "passing")
		if slices.ContainsFunc(articles, func(a *article.Article) bool { return a.Version == passing.Version }) {
			return
		}
		l = l.WithVolumes([]*Volume{opened(t, Bind(passing))}, nil)
		answers(l)
		l = l.WithVolumes(nil, []article.Version{passing.Version})
		if diff := cmp.Diff(want, answers(l)); diff != "" {
			t.Fatalf("what came and went left something behind (-before +after):\n%s", diff)
		}
	})
}

// TestVolumeArticles holds that an article that is opened is the one that was stored, with all that is found in it.
func TestVolumeArticles(t *testing.T) {
	for i, a := range fixtures(t) {
		b := opened(t, Bind(a)).Articles()[0]
		record, err := article.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		again, err := article.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(record), string(again)); diff != "" {
			t.Errorf("article %d (-stored +opened):\n%s", i, diff)
		}
		for name, pair := range map[string][2]any{
			"parts": {a.Parts, b.Parts}, "sentences": {a.Sentences, b.Sentences}, "turns": {a.Turns, b.Turns}, "words": {a.Words(), b.Words()},
			"title": {a.Head(), b.Head()}, "dates": {fmt.Sprint(a.Dates()), fmt.Sprint(b.Dates())}, "quotations": {a.Quotations(), b.Quotations()},
		} {
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				t.Errorf("article %d: %s (-stored +opened):\n%s", i, name, diff)
			}
		}
	}
}

// fixtures are articles of several forms.
func fixtures(t testing.TB) []*article.Article {
	t.Helper()
	all, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"interview.md": "---\ntitle: “We hold the line”\ndate: 2023-03-04T17:05:00+02:00\nauthor: Ida Kern\n---\n\n# “We hold the line”\n\nThe harbour master of Alta spoke to us.\n\n" +
			"MS KERN: When does the dam open?\n\nMR BERG: On Friday at 5 p.m. EST, I think. The dredging took two weeks.\n\nMS KERN: Who pays?\n\nMR BERG: The ministry said it would pay by June.\n",
		"plain.txt": "Ferry sinks off Hask\n\nBy Jon Ruhl\n\n03/04/2021\n\nHASK (Port Press) — The ferry to Hask sank in the night, the coast guard said on Sunday. “All are saved,” Captain Ona Berzins told reporters.\n\nSubscribe to our newsletter\n",
		"page.html": "<html><head><title>Heat | The Sun</title></head><body><h1>Heat</h1><figure><figcaption>A dog in Ruhl</figcaption></figure><p>It was hot since 1 June 2019.</p></body></html>",
	} {
		a, err := article.Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b *article.Article) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// FuzzOpen changes a byte of a volume, or cuts it short: it is refused.
func FuzzOpen(f *testing.F) {
	data := Bind(fixtures(f)...).Marshal()
	f.Add(uint32(0), byte(1), false)
	f.Add(uint32(24), byte(255), false)
	f.Add(uint32(len(data)-1), byte(1), true)
	f.Fuzz(func(t *testing.T, at uint32, change byte, cut bool) {
		at %= uint32(len(data))
		damaged := slices.Clone(data)
		if cut {
			damaged = damaged[:at]
		} else if damaged[at] ^= change; change == 0 {
			return
		}
		if _, err := Open(damaged); err == nil {
			t.Fatalf("byte %d of %d changed by %d, and not refused", at, len(data), change)
		}
	})
}
