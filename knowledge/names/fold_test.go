package names

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// pieces are what the articles of these tests are made of.
var pieces = []string{"Foreign Minister Sergei Lavrov spoke. ", "Sergei Lavrov, the head of the OSCE, left. ", "Mr Lavrov spoke. ", "Maria Lavrov spoke. ",
	"Jens Stoltenberg, the head of NATO, came. ", "The Committee for Public Order (CPO) objected. ", "The Council for Peaceful Order (CPO) agreed. ",
	"The stone is berg. ", "President Anna Berg of Finland met Jan Berg. ", "Russia's foreign minister, Igor Kern, spoke. "}

// TestWith holds that what is known depends on which lessons there are alone: not on their
// order, nor on how many came at once, nor on those that came and went.
func TestWith(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lessons := drawLessons(t)
		want := known(untaught().With(lessons, nil))
		passing := &Lesson{}
		passing.Learn(article.New(article.Article{ID: "p", Text: "Foreign Minister Ada Lavrov of Russia met the Corps of Posts (CPO)."}))
		one := untaught().With([]*Lesson{passing}, nil)
		for _, l := range rapid.Permutation(lessons).Draw(t, "order") {
			one = one.With([]*Lesson{l}, nil)
		}
		if diff := cmp.Diff(want, known(one.With(nil, []*Lesson{passing}))); diff != "" {
			t.Fatalf("at once and one by one differ (-at once +one by one):\n%s", diff)
		}
	})
}

func drawLessons(t *rapid.T) []*Lesson {
	var lessons []*Lesson
	for range rapid.IntRange(1, 8).Draw(t, "articles") {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "sentences"), "")
		l := &Lesson{}
		l.Learn(article.New(article.Article{ID: "a", Text: text}))
		lessons = append(lessons, l)
	}
	return lessons
}

// TestSince holds that a text without one of the words that changed names what it did.
func TestSince(t *testing.T) {
	texts := append([]string{"Lavrov left.", "The foreign minister of Russia left.", "Berg melted.", "Stone Berg and the CPO met.", "The head of NATO smiled."}, pieces...)
	rapid.Check(t, func(t *rapid.T) {
		old := new(Names).With(drawLessons(t), nil)
		now := old.With(drawLessons(t), nil)
		changed := now.Since(old)
		for _, text := range texts {
			if slices.ContainsFunc(english.Norms(text), changed.Has) {
				continue
			}
			if diff := cmp.Diff(old.Find(text), now.Find(text)); diff != "" {
				t.Fatalf("%q names others, though none of %v is in it (-old +now):\n%s", text, changed, diff)
			}
		}
	})
}

// known writes down all that the names tell.
func known(n *Names) []string {
	var list []string
	for _, w := range slices.Sorted(maps.Keys(n.aliases)) {
		for _, a := range n.aliases[w] {
			list = append(list, fmt.Sprint(a.words, a.form, a.name, a.adjective))
		}
	}
	for _, k := range slices.Sorted(maps.Keys(n.byName)) {
		list = append(list, fmt.Sprint(k, n.byName[k], n.written[k]))
	}
	for _, k := range slices.Sorted(maps.Keys(n.holders)) {
		for _, h := range n.holders[k] {
			list = append(list, fmt.Sprint(k, h.role, h.of, h.holder.Name, h.count))
		}
	}
	for _, w := range english.Norms("berg lavrov stone spoke kern") {
		list = append(list, fmt.Sprint(w, n.usage(w)))
	}
	return list
}
