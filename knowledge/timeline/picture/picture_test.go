package picture

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

var keep = flag.String("keep", "", "a folder to write the pictures to, to look at them")

var today = calendar.Day{Year: 2022, Month: 1, Day: 5}

// events returns the timeline of texts, each an article of its own published on 28 December
// 2021.
func events(t testing.TB, texts ...string) []timeline.Event {
	t.Helper()
	published, err := timex.ParseMoment("2021-12-28")
	if err != nil {
		t.Fatal(err)
	}
	var articles []*article.Article
	for i, text := range texts {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint("article ", i+1),
			Title: fmt.Sprintf("The Talks of January, Part %d", i+1), Outlet: "The Leine Post", Text: text, Published: published}))
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return timeline.New(l).Find(timeline.Query{})
}

// many returns so many different events, every fifth of them long, every seventh in Cyrillic.
func many(t testing.TB, n int) []timeline.Event {
	t.Helper()
	things := strings.Fields("summit vote hearing parade launch recital auction derby eclipse harvest regatta verdict strike census opening")
	places := strings.Fields("Geneva Vienna Brussels Kyiv Lisbon Oslo Quito Tunis Hanoi Perth")
	var text strings.Builder
	for i := range n {
		month, day := []string{"January", "February", "March"}[i/20], 1+i%20
		thing, place := things[i%len(things)], places[i/len(things)%len(places)]
		switch {
		case i%5 == 4:
			fmt.Fprintf(&text, "After months of preparation by committees of every kind, the %s number %d in %s brings together delegations of forty countries, "+
				"observers, journalists and a great many interpreters of all languages on %s %d, 2022.\n", thing, i, place, month, day)
		case i%7 == 6:
			fmt.Fprintf(&text, "Комиссия номер %d по %s, которую возглавляет Щербаков, соберётся в городе %s on %s %d, 2022.\n", i, thing, place, month, day)
		default:
			fmt.Fprintf(&text, "The %s number %d in %s begins on %s %d, 2022.\n", thing, i, place, month, day)
		}
	}
	all := events(t, text.String())
	if len(all) != n {
		t.Fatalf("%d events, want %d", len(all), n)
	}
	return all
}

func shipped(t testing.TB) []timeline.Event {
	t.Helper()
	articles, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return timeline.New(l).Find(timeline.Query{})
}

// cases are the pictures to look at.
func cases(t testing.TB) map[string][]timeline.Event {
	return map[string][]timeline.Event{
		"none":    nil,
		"two":     many(t, 2),
		"ten":     many(t, 10),
		"forty":   many(t, 40),
		"sixty":   many(t, 60),
		"shipped": shipped(t),
		"differ": events(t, "The United States and Russia will hold talks in Geneva on January 10, a diplomat said. Ministers met from 3 to 20 November 2021.",
			"Talks of Russia and the United States are planned in Geneva for January 9-10. They begin after the New Year holidays."),
		"hostile": events(t, strings.Repeat("W", 500)+" on January 10.", "\u202eabc 会議 👩‍👩‍👧 \u0301\u0301 on January 11 "+strings.Repeat("м ", 400)),
	}
}

// TestLayout holds every picture to its bounds: no block on another, none outside, no line
// wider than its block.
func TestLayout(t *testing.T) {
	f, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	for name, all := range cases(t) {
		l := lay(all, Options{Today: today, Words: page.Drawn{}}, f)
		first, end := window(all, today)
		want := end - first
		for _, left := range []int{first, len(all) - end} {
			want += min(left, 1) // what stands for those left out
		}
		if len(l.blocks) != want || end-first != min(len(all), Most) {
			t.Errorf("%s: %d blocks of %d events, want %d", name, len(l.blocks), end-first, want)
		}
		if l.width > 720 || l.height > 3000 {
			t.Errorf("%s: %.0f by %.0f pixels", name, l.width, l.height)
		}
		for i, b := range l.blocks {
			for _, c := range append(boxes(l.blocks[:i]), l.sourcesAt) {
				if overlap(b.box, c) {
					t.Errorf("%s: %q lies on another", name, b.label)
				}
			}
			if b.x < margin || b.y < margin || b.x+b.w > l.width-margin+1 || b.y+b.h > l.height-margin {
				t.Errorf("%s: %q lies outside", name, b.label)
			}
			checkLines(t, name, f.body, b.label, labelLines)
			checkLines(t, name, f.small, b.notes, noteLines)
			checkLines(t, name, f.day, b.day, dayLines)
			if w := f.day.width(b.day[len(b.day)-1].String()) + f.small.width(aside+b.away); w > columnWidth-indent && b.away != "" {
				t.Errorf("%s: %q with %q is too wide", name, b.day, b.away)
			}
		}
	}
}

func boxes(blocks []block) []box {
	var all []box
	for _, b := range blocks {
		all = append(all, b.box)
	}
	return all
}

func checkLines(t *testing.T, name string, f face, lines []line, most int) {
	t.Helper()
	if len(lines) > most || len(lines) == 0 {
		t.Errorf("%s: %d lines", name, len(lines))
	}
	for _, l := range lines {
		if f.width(l.String()) > columnWidth-indent+0.5 {
			t.Errorf("%s: %q is too wide", name, l)
		}
	}
}

// TestPNG draws every picture and reads it back.
func TestPNG(t *testing.T) {
	for name, all := range cases(t) {
		data, err := PNG(all, Options{Today: today, Words: page.Drawn{}})
		if err != nil {
			t.Fatal(err)
		}
		image, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 2<<20 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
		size := image.Bounds().Size()
		if _, _, _, alpha := image.At(0, 0).RGBA(); alpha != 0 {
			t.Errorf("%s: the corner is not transparent", name)
		}
		if _, _, _, alpha := image.At(size.X/2, size.Y/2).RGBA(); alpha != 0xffff {
			t.Errorf("%s: the ground is not opaque", name)
		}
		if *keep != "" {
			if err := os.WriteFile(filepath.Join(*keep, name+".png"), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestLetters holds the fonts to the letters they are chosen for.
func TestLetters(t *testing.T) {
	f, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "AZaz09 äöüßéèñ АБВЯабвяёЁіїєґщЩ “”‘’–—…·[]□" {
		if _, ok := f.body.GlyphAdvance(r); !ok {
			t.Errorf("there is no %q", r)
		}
	}
}

// A line is broken at a space, also where the words in another colour begin or end.
func TestBreaks(t *testing.T) {
	f, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	runs := f.body.spoken("The polls showed her as the winner of ", "Monday", "’s debate, not of the next.")
	want := "The polls showed her as the winner of Monday’s debate, not of the next."
	for width := 120.0; width < 900; width += 3 {
		var shown []string
		for _, l := range f.body.set(runs, width, 99) {
			if f.body.width(l.String()) > width {
				t.Errorf("%q is wider than %v", l, width)
			}
			shown = append(shown, l.String())
		}
		if got := strings.Join(shown, " "); got != want {
			t.Errorf("%v wide: %q", width, shown)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	all := many(b, 40)
	for b.Loop() {
		if _, err := PNG(all, Options{Today: today, Words: page.Drawn{}}); err != nil {
			b.Fatal(err)
		}
	}
}

// overlap reports whether two boxes share a point.
func overlap(b, c box) bool {
	return b.x < c.x+c.w && c.x < b.x+b.w && b.y < c.y+c.h && c.y < b.y+b.h
}
