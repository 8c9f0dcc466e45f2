package meta

import (
	"testing"

	"talksbot/knowledge/article/format"
)

func TestDate(t *testing.T) {
	tests := []struct {
		written, want string
		guessed       bool
	}{
		{"2023-05-04", "2023-05-04", false},
		{"2023-05-04T10:15:00+02:00", "2023-05-04", false},
		{"2023-05-04T10:15:00.123Z", "2023-05-04", false},
		{"2023-05-04 10:15:00 +0200 CEST", "2023-05-04", false},
		{"Thu, 04 May 2023 10:15:00 GMT", "2023-05-04", false},
		{"Thu, 4 May 2023 10:15:00 -0500", "2023-05-04", false},
		{"Thu May  4 10:15:00 2023", "2023-05-04", false},
		{"1683195300", "2023-05-04", false},
		{"1683195300000", "2023-05-04", false},
		{"20230504", "2023-05-04", false},
		{"20230504T101500Z", "2023-05-04", false},
		{"May 4, 2023", "2023-05-04", false},
		{"4th May 2023 at 10.15am", "2023-05-04", false},
		{"Thursday, 4 May 2023", "2023-05-04", false},
		{"04.05.2023", "2023-05-04", false},
		{"4-5-2023", "2023-05-04", false},
		{"05/04/2023", "2023-05-04", true},
		{"05/05/2023", "2023-05-05", false},
		{"14/05/2023", "2023-05-14", false},
		{"Thursday 04/05/2023", "2023-05-04", false},
		{"2023/05/04", "2023-05-04", false},
		{"0001-01-01T00:00:00Z", "", false},
		{"true", "", false},
		{"soon", "", false},
		{"5 min read", "", false},
		{"99/99/2023", "", false},
	}
	for _, tt := range tests {
		m, guessed, err := Date(tt.written)
		got := m.Day.String()
		if (err == nil) != (tt.want != "") || err == nil && got != tt.want || guessed != tt.guessed {
			t.Errorf("%q is %s (a guess: %t, %v), want %s", tt.written, got, guessed, err, tt.want)
		}
	}
}

func TestNameDay(t *testing.T) {
	for name, want := range map[string]string{
		"2023-05-04-mill.md": "2023-05-04", "20230504_mill.txt": "2023-05-04", "2023/05/04/mill.md": "2023-05-04", "notes_2023.05.04.txt": "2023-05-04",
		"https://herald.example/2023/may/4/mill": "2023-05-04", "https://herald.example/story/mill-20230504/": "2023-05-04",
		"mill-2023.md": "", "2023-13-04.md": "", "https://herald.example/id/120230504999": "", "2023-02-30.md": "",
	} {
		got := NameDay(name)
		if want == "" && !got.IsZero() || want != "" && got.String() != want {
			t.Errorf("%s: %s, want %q", name, got, want)
		}
	}
}

func fact(name, value string) format.Fact { return format.Fact{Name: name, Value: value} }

func TestStated(t *testing.T) {
	page := func(name, value string) format.Fact { return format.Fact{Name: name, Value: value, From: format.Tags} }
	tests := map[string]struct {
		facts []format.Fact
		want  Facts
		day   string
	}{
		"none":                   {},
		"published that is none": {[]format.Fact{fact("date", "2023-05-04"), fact("published", "true")}, Facts{}, "2023-05-04"},
		"an id":                  {[]format.Fact{fact("guid", "7"), page("@id", "https://herald.example/#page")}, Facts{ID: "7"}, ""},
		"a page's own id":        {[]format.Fact{page("@id", "https://herald.example/#page")}, Facts{}, ""},
		"source an outlet":       {[]format.Fact{fact("source", "Osby Herald")}, Facts{Outlet: "Osby Herald"}, ""},
		"source an address":      {[]format.Fact{fact("source", "https://herald.example/1")}, Facts{Address: "https://herald.example/1"}, ""},
		"a way within the site":  {[]format.Fact{fact("url", "/2023/mill/")}, Facts{}, ""},
		"an author with by":      {[]format.Fact{fact("byline", "By Ida Moe")}, Facts{Author: "Ida Moe"}, ""},
		"a page's own title":     {[]format.Fact{page("pagetitle", "Mill sold - Osby Herald"), page("og:site_name", "Osby Herald")}, Facts{Title: "Mill sold", Outlet: "Osby Herald"}, ""},
		"the outlet's day":       {[]format.Fact{page("article:published_time", "2023-05-05T01:30:00Z"), page("canonical", "https://herald.example/2023/05/04/mill")}, Facts{Address: "https://herald.example/2023/05/04/mill"}, "2023-05-04"},
	}
	for name, tt := range tests {
		got, err := Stated(tt.facts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		day := ""
		if !got.Published.Day.IsZero() {
			day = got.Published.Day.String()
		}
		if got.ID != tt.want.ID || got.Title != tt.want.Title || got.Outlet != tt.want.Outlet || got.Author != tt.want.Author || got.Address != tt.want.Address || day != tt.day {
			t.Errorf("%s: %+v on %s, want %+v on %s", name, got, day, tt.want, tt.day)
		}
	}
	for _, bad := range []format.Fact{fact("published", "soon"), fact("url", "javascript:x"), fact("url", "www.herald.example")} {
		if _, err := Stated([]format.Fact{bad}); err == nil {
			t.Errorf("%v is no error", bad)
		}
	}
}

// FuzzComplete reads any lines: what is marked of them is within them.
func FuzzComplete(f *testing.F) {
	f.Add("date 2023-05-04 x\nBy Ida | May 4, 2023\n\nIt rains. It pours today.\n04/05/2023")
	f.Fuzz(func(t *testing.T, text string) {
		var lines []Line
		for _, b := range format.Plain(text, format.Line).Blocks {
			if b.End <= len(text) {
				lines = append(lines, Line{Text: b.Of(text), Loose: true})
			}
		}
		given := make([]int, len(lines))
		for i, l := range lines {
			given[i] = len(l.Text)
		}
		var facts Facts
		titles := 0
		for i, m := range facts.Complete(lines) {
			if m.Cut < 0 || m.Cut >= given[i] && m.Cut > 0 {
				t.Fatalf("%d bytes of a line of %d are marked", m.Cut, given[i])
			}
			if m.Role == Title {
				titles++
			}
		}
		if titles > 1 {
			t.Fatalf("%d titles", titles)
		}
	})
}
