package page

import (
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

// TestAddressOf has addresses that lead to a passage.
func TestAddressOf(t *testing.T) {
	const text = "The ferry is late. Its crew, some 40 well-paid sailors & cooks, went ashore at noon on a Sunday, and nobody knows where they are now. It rains."
	for name, c := range map[string]struct {
		url         string
		first, last int
		want        string
	}{
		"a short one":      {"https://example.org/ferry", 0, 0, "https://example.org/ferry#:~:text=The%20ferry%20is%20late."},
		"a long one":       {"https://example.org/ferry", 1, 1, "https://example.org/ferry#:~:text=Its%20crew%2C%20some%2040,where%20they%20are%20now."},
		"two":              {"https://example.org/ferry?a=b", 0, 1, "https://example.org/ferry?a=b#:~:text=The%20ferry%20is%20late.,where%20they%20are%20now."},
		"a place in it":    {"https://example.org/ferry#crew", 2, 2, "https://example.org/ferry#crew:~:text=It%20rains."},
		"no page":          {"mailto:crew@example.org", 2, 2, "mailto:crew@example.org"},
		"none":             {"", 2, 2, ""},
		"one that is long": {"https://example.org/" + strings.Repeat("f", 400), 2, 2, "https://example.org/" + strings.Repeat("f", 400)},
	} {
		a := article.New(article.Article{ID: "a", URL: c.url, Text: text})
		if got := addressOf(Place{a, c.first, c.last}); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	if got := directive("well-paid, or & so", "well-paid, or & so"); got != "well%2Dpaid%2C%20or%20%26%20so" {
		t.Errorf("marks of a directive are left in: %s", got)
	}
}

// TestCited holds that each fate of what was cited is told, and nothing of what is as it was.
func TestCited(t *testing.T) {
	before := article.New(article.Article{ID: "a", Title: "The ferry", URL: "https://example.org/f", Text: "It rains. The ferry is an hour late. The crew is ashore. Nobody waits."})
	after := article.New(article.Article{ID: "a", Title: "The ferry", URL: "https://example.org/f", Text: "It rains. The ferry is two hours late. Nobody waits."})
	for name, c := range map[string]struct {
		cited Cited
		want  string
	}{
		"as it was": {Cited{Place: Place{before, 1, 1}}, "undated · [The ferry](https://example.org/f#:~:text=The%20ferry%20is%20an%20hour%20late.)\n| It rains.\n> [1] The ferry is an hour late.\n| The crew is ashore."},
		"changed": {Cited{Place: Place{before, 1, 1}, Now: after, Becomes: []Place{{after, 1, 1}}},
			"undated · [The ferry](https://example.org/f#:~:text=The%20ferry%20is%20two%20hours%20late.)\n| It rains.\n> [1] The ferry is an hour late.\n| The crew is ashore.\n[1] changed since I answered. Now it says:\n> The ferry is two hours late."},
		"not here": {Cited{Place: Place{before, 3, 3}, Now: after, Becomes: []Place{{after, 2, 2}}},
			"undated · [The ferry](https://example.org/f#:~:text=Nobody%20waits.)\n| The crew is ashore.\n> [1] Nobody waits.\n[1] unchanged, though the article has changed since I answered."},
		"dropped": {Cited{Place: Place{before, 2, 2}, Now: after},
			"undated · [The ferry](https://example.org/f)\n| The ferry is an hour late.\n> [1] The crew is ashore.\n| Nobody waits.\n[1] no longer in the article: it has changed since I answered."},
		"put away": {Cited{Place: Place{before, 3, 3}, Away: true},
			"undated · [The ferry](https://example.org/f#:~:text=Nobody%20waits.)\n| The crew is ashore.\n> [1] Nobody waits.\nThis article was put away since: I no longer answer from it."},
		"forgotten": {Cited{Forgotten: Forgotten{"The ferry", calendar.Day{Year: 2026, Month: 3, Day: 3}}},
			"[1] 🗑️ “The ferry” was forgotten here on 3 March 2026: its text is not kept any more."},
		"unknown": {Cited{}, "[1] ⚠️ I no longer hold this article as it was when I answered."},
	} {
		if got := written(Sources([]Cited{c.cited}, Printer{})); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
		if got := written(Receipt(Slip{Cited: []Cited{c.cited}}, Printer{})); c.cited.Now != nil && !strings.Contains(got, "since I answered") {
			t.Errorf("%s: the receipt does not tell:\n%s", name, got)
		}
	}
}

// written writes down a page, with what its kinds of lines and its links are.
func written(p Page) string {
	var lines []string
	for _, l := range p.Lines() {
		text := map[Kind]string{Quotation: "> ", Aside: "| "}[l.Kind]
		for _, s := range l.Spans {
			switch s.Mark {
			case Citation:
				text += "[1]"
			case Link:
				text += "[" + s.Text + "](" + s.To + ")"
			default:
				text += s.Text
			}
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n")
}
