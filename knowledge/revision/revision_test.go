package revision_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	. "talksbot/knowledge/revision"
	"talksbot/knowledge/timex"
)

// A pair is two versions of a text, and what differs.
type pair struct{ want, before, after string }

func pairs(t *testing.T, name string) []pair {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []pair
	for block := range strings.SplitSeq(string(data), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if len(lines) == 3 && !strings.HasPrefix(block, "#") {
			all = append(all, pair{lines[0], lines[1], lines[2]})
		}
	}
	if len(all) < 30 {
		t.Fatalf("%s has %d pairs", name, len(all))
	}
	return all
}

var days = map[string]string{"Monday": "2026-03-02", "Tuesday": "2026-03-03", "Wednesday": "2026-03-04", "Thursday": "2026-03-05", "Friday": "2026-03-06"}

func version(t testing.TB, text string) *article.Article {
	day := days["Wednesday"]
	if name, rest, ok := strings.Cut(text, ": "); ok && days[name] != "" {
		day, text = days[name], rest
	}
	published, err := timex.ParseMoment(day)
	if err != nil {
		t.Fatal(err)
	}
	return article.New(article.Article{ID: "a", Title: "News", Published: published, Text: strings.ReplaceAll(text, " | ", "\n\n")})
}

// found writes what differs between two texts as the pairs have it.
func found(t testing.TB, before, after string) string {
	c := Between(version(t, before), version(t, after))
	verdict := c.Verdict()
	if verdict == "" {
		return "none"
	}
	var kinds []string
	for _, d := range c.Changes {
		if d.Kind != Wording {
			kinds = append(kinds, string(d.Kind))
		}
	}
	slices.Sort(kinds)
	return verdict + " " + strings.Join(slices.Compact(kinds), " ")
}

func TestPairs(t *testing.T) {
	for _, p := range pairs(t, "pairs.txt") {
		if got := found(t, p.before, p.after); got != p.want {
			t.Errorf("%s\n%s\ngot  %s\nwant %s", p.before, p.after, got, p.want)
		}
	}
}

// leastKept is how many of the pairs that were kept aside are told rightly.
const leastKept = 34

func TestKeptPairs(t *testing.T) {
	right := 0
	all := pairs(t, "kept.txt")
	for _, p := range all {
		got := found(t, p.before, p.after)
		if got == p.want {
			right++
			continue
		}
		t.Logf("%s\n%s\ngot  %s\nwant %s", p.before, p.after, got, p.want)
	}
	t.Logf("%d of %d", right, len(all))
	if right < leastKept {
		t.Errorf("%d of %d pairs are right, want %d", right, len(all), leastKept)
	}
}

// TestMoved holds that nothing but wording changes where paragraphs change places.
func TestMoved(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, p := range pairs(t, "pairs.txt") {
		all := strings.Split(strings.Repeat(p.before+" | ", 3)+p.after, " | ")
		moved := slices.Clone(all)
		random.Shuffle(len(moved), func(i, j int) { moved[i], moved[j] = moved[j], moved[i] })
		before, after := "Wednesday: "+strings.Join(all, " | "), "Wednesday: "+strings.Join(moved, " | ")
		if got := found(t, before, after); got != "none" {
			t.Errorf("%s\n%s\n%s", before, after, got)
		}
	}
}

// TestLong holds that two long versions are compared at all, and that what cannot be is said.
func TestLong(t *testing.T) {
	var lines []string
	for i := range 12000 {
		lines = append(lines, strings.Repeat(string(rune('a'+i%26)), 3+i%5)+" told the committee of the harbour that the report on quay "+strings.Repeat("x", 1+i%9)+" would be read again.")
	}
	before := version(t, strings.Join(lines, "\n\n"))
	lines[7000] = "The harbour will close on 30 June, the committee said."
	c := Between(before, version(t, strings.Join(lines, "\n\n")))
	if c.Verdict() != Updated {
		t.Errorf("got %q", c.Verdict())
	}
}

func FuzzBetween(f *testing.F) {
	f.Add("The mayor left on Monday.", "The mayor left on Tuesday.")
	f.Add("“We won”, she said. 12 of 14 \xff", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		before, after := version(t, a), version(t, b)
		if c := Between(before, before); len(c.Changes) > 0 {
			t.Errorf("a text differs from itself: %+v", c)
		}
		c := Between(before, after)
		for _, d := range c.Changes {
			holds(t, before, d.Before)
			holds(t, after, d.After)
			if !d.Before.Has() && !d.After.Has() {
				t.Errorf("a change of nothing: %+v", d)
			}
		}
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var again Changes
		if err := json.Unmarshal(data, &again); err != nil || again.Verdict() != c.Verdict() {
			t.Errorf("read again: %v, %q", err, again.Verdict())
		}
	})
}

// holds checks that one side of a change is what its version has there.
func holds(t *testing.T, a *article.Article, s Side) {
	t.Helper()
	if s.Has() && (s.Span.Of(a.Text) != s.Text || s.Words != (article.Span{}) && !s.Span.Contains(s.Words)) {
		t.Errorf("%+v is not in the text", s)
	}
}
