package timeline

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// teaching is what articles say that teach the others names, or take back what they say.
var teaching = []string{
	"The president of Dornia, Zoran Velk, will meet Ana Sorel, the mayor of Port Velin, on 12 March 2024.",
	"Velk said the ferry to Port Velin would sail on 14 March 2024 at 9 am. The mayor said it would not sail on 15 March.",
	"“The Torvik Harbour Authority (THA) opens the quay on 20 March,” Ida Moen, its director, told reporters.",
	"THA said that the quay in Torvik opens on 22 March 2024, not on 20 March as planned.",
	"The president of Dornia will not meet the mayor on 12 March 2024.",
	"The ferry to Port Velin was cancelled. It will sail on 16 March at 10 am in the east of Dornia.",
}

// several returns articles of several stories, with those that teach among them.
func several(t testing.TB) []*article.Article {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	var all []*article.Article
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range library(t, slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })...).Articles() {
			b := *a
			b.ID = strings.TrimSuffix(filepath.Base(path), ".txtar") + "-" + a.ID
			all = append(all, article.New(b))
		}
	}
	for i, text := range teaching {
		day, err := timex.ParseMoment(fmt.Sprintf("2024-03-%02d", 1+i))
		if err != nil {
			t.Fatal(err)
		}
		at := i * len(all) / len(teaching)
		all = slices.Insert(all, at, article.New(article.Article{ID: fmt.Sprint("t", i), Outlet: "Nordwire", Text: text, Published: day}))
	}
	return all
}

// whole writes all that there is of the events of a library.
func whole(l *knowledge.Library) string {
	events := New(l).Find(Query{})
	var b strings.Builder
	b.WriteString(show(events))
	for _, e := range events {
		fmt.Fprintln(&b, e.Days, e.Clock.Known, e.Clock.At, e.Clock.Zone, e.Off())
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, "\t%s %d %v %v %q\n", m.Article.ID, m.Index, m.Clause, m.Time, m.Speaker)
		}
		for _, p := range e.Instead() {
			fmt.Fprintf(&b, "\tinstead %s %d\n", p.Article.ID, p.Index)
		}
	}
	return b.String()
}

func libraryOf(t testing.TB, articles []*article.Article) *knowledge.Library {
	t.Helper()
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestGrowth holds that a library which grows, and loses articles again, has at each step the timeline of one made of the
// same articles at once.
func TestGrowth(t *testing.T) {
	all := several(t)
	grown := libraryOf(t, all[:1])
	for n := 2; n <= len(all); n++ {
		if n%3 > 0 { // else two are added before it is asked for again
			whole(grown)
		}
		grown = grown.With(all[n-1:n], nil)
		if n%3 > 0 {
			if diff := gocmp.Diff(whole(libraryOf(t, all[:n])), whole(grown)); diff != "" {
				t.Fatalf("with %s (-made at once +grown):\n%s", all[n-1].ID, diff)
			}
		}
	}
	for len(all) > 1 {
		grown = grown.With(nil, []article.Version{all[0].Version}).Encoded(nil)
		all = all[1:]
		if diff := gocmp.Diff(whole(libraryOf(t, all)), whole(grown)); diff != "" {
			t.Fatalf("without the first, from %s on (-made at once +grown):\n%s", all[0].ID, diff)
		}
	}
}

// stored returns the library as it is read again from what was stored of it.
func stored(t testing.TB, l *knowledge.Library) *knowledge.Library {
	t.Helper()
	v, err := knowledge.Open(l.Volume().Marshal())
	if err != nil {
		t.Fatal(err)
	}
	again, err := knowledge.Of(v)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestResume(t *testing.T) {
	all := several(t)
	l := libraryOf(t, all)
	want, data := whole(l), Keep(l)
	again := stored(t, l)
	if err := Resume(again, slices.Clone(data)); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(want, whole(again)); diff != "" {
		t.Errorf("(-read +resumed):\n%s", diff)
	}
	if string(Keep(again)) != string(data) {
		t.Error("what was kept is kept otherwise the second time")
	}

	fewer := libraryOf(t, all[1:])
	other := libraryOf(t, append(slices.Clone(all[1:]), article.New(article.Article{ID: "x", Text: "It rained on Monday."})))
	damaged := slices.Clone(data)
	damaged[len(damaged)/2] ^= 1
	for _, bad := range []struct {
		library *knowledge.Library
		data    []byte
	}{{fewer, data}, {other, data}, {stored(t, l), damaged}, {stored(t, l), data[:len(data)/2]}, {stored(t, l), nil}} {
		if err := Resume(bad.library, slices.Clone(bad.data)); err == nil {
			t.Errorf("%d bytes of another library, or damaged, are taken for one of %d articles", len(bad.data), len(bad.library.Articles()))
		}
	}
	if diff := gocmp.Diff(whole(libraryOf(t, all[1:])), whole(fewer)); diff != "" {
		t.Errorf("after a resumption in vain (-want +got):\n%s", diff)
	}
}

// TestDerivation fails where other mentions are read from the same articles than before, or are written otherwise, and
// programs that have stored the old ones are not told.
func TestDerivation(t *testing.T) {
	l := libraryOf(t, several(t))
	r := knowledge.OnceFrom(l, read)
	var all strings.Builder
	for _, a := range l.Articles() {
		for _, m := range r.of[a] {
			fmt.Fprintln(&all, a.ID, m.Index, m.Clause, m.Time, m.Speaker, m.days, m.exact, m.denied, m.clock, m.gist)
		}
	}
	got := fmt.Sprintf("%d %x\n", derivation, sha256.Sum256([]byte(all.String())))
	const kept = "testdata/derivation.txt"
	if *update {
		if err := os.WriteFile(kept, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(kept); err != nil || string(want) != got {
		t.Errorf(`what is read from articles for a timeline has changed: %s, and it was %s (%v)
Raise the number in bind.go by one, unless only word lists have changed, which are noticed by themselves; then
	go test ./knowledge/timeline -run TestDerivation -update`, got, want, err)
	}
}
