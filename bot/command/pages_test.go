package command

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/page"
)

// labels returns what buttons say and where they lead, one a line.
func labels(buttons []page.Button) string {
	var b strings.Builder
	for _, x := range buttons {
		b.WriteString(x.Label + " " + x.Does + ":" + x.Arg + "\n")
	}
	return b.String()
}

func TestPages(t *testing.T) {
	for name, c := range map[string]struct {
		page, total, first, end int
		turns, foot             string
	}{
		"nothing":        {0, 0, 0, 0, "", ""},
		"one":            {0, 1, 0, 1, "", ""},
		"a full page":    {0, 10, 0, 10, "", ""},
		"the first":      {0, 11, 0, 10, "Next ▶ dates:1|NATO\n", "-# Page 1 of 2 · 11 dates"},
		"in the middle":  {1, 25, 10, 20, "◀ Previous dates:0|NATO\nNext ▶ dates:2|NATO\n", "-# Page 2 of 3 · 25 dates"},
		"the last":       {2, 25, 20, 25, "◀ Previous dates:1|NATO\n", "-# Page 3 of 3 · 25 dates"},
		"gone":           {7, 25, 20, 25, "◀ Previous dates:1|NATO\n", "-# Page 3 of 3 · 25 dates"},
		"all gone":       {7, 0, 0, 0, "", ""},
		"before the 1st": {-1, 12, 0, 10, "Next ▶ dates:1|NATO\n", "-# Page 1 of 2 · 12 dates"},
	} {
		v, first, end := View{Page: c.page, Asked: []string{"NATO"}}.Within(c.total)
		if first != c.first || end != c.end {
			t.Errorf("%s: shows %d to %d, want %d to %d", name, first, end, c.first, c.end)
		}
		if diff := cmp.Diff(c.turns, labels(v.Turns("dates", c.total, page.Printer{}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		got := ""
		for _, l := range v.Foot(c.total, "pages.dates", page.Printer{}) {
			got += markdown.Writer{}.Line(l)
		}
		if got != c.foot {
			t.Errorf("%s: foot %q, want %q", name, got, c.foot)
		}
	}
}

// A button that Discord would refuse is left out.
func TestPagesTooLong(t *testing.T) {
	var p page.Page
	p.Buttons = (View{Asked: []string{strings.Repeat("Ж", 98)}}).Turns("dates", 30, page.Printer{})
	if got := rows(p); len(p.Buttons) == 0 || len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

func TestViewRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := View{Page: rapid.IntRange(0, maxPage).Draw(t, "page"), Asked: rapid.SliceOfN(rapid.String(), 1, 4).Draw(t, "asked")}
		got, err := DecodeView(v.Encode(), len(v.Asked))
		if err != nil {
			t.Fatalf("%q: %v", v.Encode(), err)
		}
		if diff := cmp.Diff(v, got, cmp.AllowUnexported(View{})); diff != "" {
			t.Error(diff)
		}
	})
}

func TestNoView(t *testing.T) {
	for _, code := range []string{"", "x", "1", "1|a|b", "-1|a", "10000|a", "01|a", "+1|a", "1|a\\"} {
		if v, err := DecodeView(code, 1); err == nil {
			t.Errorf("%q was read as %+v", code, v)
		}
	}
}

func TestTurned(t *testing.T) {
	mine := discord.Event{User: discord.User{ID: "1"}, Message: &discord.Message{Asked: &discord.Asked{User: discord.User{ID: "1"}}}}
	if r := Turned(mine, Reply{}); !r.Replace || r.Private {
		t.Errorf("one's own page: %+v", r)
	}
	other := discord.Event{User: discord.User{ID: "2"}, Message: mine.Message}
	if r := Turned(other, Reply{}); r.Replace || !r.Private {
		t.Errorf("another's page: %+v", r)
	}
}
