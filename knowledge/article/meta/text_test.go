package meta

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"talksbot/knowledge/article/format"
)

// TestComplete reads each text of testdata/text.txt, "==" above each with its name, and "--"
// above what is wanted of it: the fields that are known, and each marked line.
func TestComplete(t *testing.T) {
	data, err := os.ReadFile("testdata/text.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range strings.Split(string(data), "\n== ")[1:] {
		name, rest, _ := strings.Cut(one, "\n")
		text, want, _ := strings.Cut(rest, "\n--\n")
		t.Run(name, func(t *testing.T) {
			if got := completed(text); got != strings.TrimSpace(want) {
				t.Errorf("of\n%s\ngot:\n%s\nwant:\n%s", text, got, want)
			}
		})
	}
}

func completed(text string) string {
	var lines []Line
	for _, b := range format.Plain(text, format.Line).Blocks {
		heading := strings.HasPrefix(b.Of(text), "# ")
		lines = append(lines, Line{Text: strings.TrimPrefix(b.Of(text), "# "), Loose: true, Heading: heading})
	}
	var f Facts
	var b strings.Builder
	marks := f.Complete(lines)
	say := func(name, value string) {
		if value != "" && value != "0000-00-00" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	say("title", f.Title)
	published := f.Published.Day.String()
	if f.Published.HasClock {
		published += " " + f.Published.Clock.String()
	}
	if f.Guessed {
		published += " (a guess)"
	}
	say("published", published)
	say("modified", f.Modified.Day.String())
	say("author", f.Author)
	say("outlet", f.Outlet)
	for i, m := range marks {
		if m.Role == Stamp && m.Cut > 0 {
			say("cut", lines[i].Text)
		}
	}
	return strings.TrimSpace(b.String())
}
