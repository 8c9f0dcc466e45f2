package bot

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge/article"
	"talksbot/knowledge/revision"
	"talksbot/page"
)

// The tide gates: an article that changes.
var (
	gates = article.Article{ID: "gates", Title: "The Tide Gates", Outlet: "Holm Echo", URL: "https://holm.example/gates",
		Text: "The council of Holm met on Tuesday. It will spend 40 million crowns on new tide gates. The mayor, Runa Dahl, called them overdue. Work begins in April."}
	gatesCorrected = article.Article{ID: "gates", Title: "The Tide Gates", Outlet: "Holm Echo", URL: "https://holm.example/gates",
		Text: "The council of Holm met on Tuesday. It will spend 14 million crowns on new tide gates. Work begins in April."}
)

// TestCitationsLast holds that a button of before opens the sentence as it was, and tells what has become of it.
func TestCitationsLast(t *testing.T) { synthetic(t, testCitationsLast) }

func testCitationsLast(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	s := newShelved(t)
	b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Libraries, o.Shelf = s, s.Shelf })
	put := s.put("1", gates)
	var cited []page.Place
	for i, a := 1, s.Of("1").Library().Articles()[0]; i < len(a.Sentences); i++ {
		cited = append(cited, page.Place{Article: a, First: i, Last: i})
	}
	opens := func(guild string) string {
		t.Helper()
		e := discord.Event{Guild: guild, Arg: command.Cites(cited, deeperName, "e"), Message: &discord.Message{ID: "1234567890123456789"}}
		sources, receipt := shown(b.presses(t, readName, e)), shown(b.presses(t, deeperName, e))
		for _, told := range []string{"40 million", "since I answered", "forgotten here", "no longer hold"} {
			if strings.Contains(sources, told) != strings.Contains(receipt, told) {
				t.Errorf("of %q the sources and the receipt tell different things:\n%s\n\n%s", told, sources, receipt)
			}
		}
		return sources
	}
	tells := func(when, guild string, wanted ...string) {
		t.Helper()
		got := opens(guild)
		for _, want := range wanted {
			unwanted, is := strings.CutPrefix(want, "no ")
			if strings.Contains(got, unwanted) == is {
				t.Errorf("%s: %s in\n%s", when, want, got)
			}
		}
	}
	tells("at first", "1", "> [1] It will spend 40 million crowns", "no since I answered")
	tells("in another server", "2", "no 40 million", "I no longer hold this article")
	tells("in a direct message", "", "no 40 million")

	s.put("1", gatesCorrected)
	tells("corrected", "1", "> [1] It will spend 40 million crowns", "[1] changed since I answered. Now it says:\n> It will spend 14 million crowns",
		"[2] no longer in the article", "[3] unchanged, though")
	s.put("2", article.Article{ID: "other", Text: "Nothing is new in Aune."})
	tells("in another server", "2", "no million", "I no longer hold this article")

	_, err := s.Remove(t.Context(), "1", put.Article, "7")
	s.must(err)
	s.must(s.Refresh(t.Context(), "1"))
	tells("put away", "1", "> [1] It will spend 40 million crowns", "[1] changed since", "I no longer answer from it")

	_, err = s.Forget(t.Context(), "1", put.Article, "7")
	s.must(err)
	tells("forgotten", "1", "“The Tide Gates” was forgotten here on", "no million")
	tells("in another server", "2", "no Tide Gates")
}

// TestBecame has what stands in the place of sentences in a newer version.
func TestBecame(t *testing.T) {
	before := article.New(article.Article{Text: "Bread costs 3 euros. Milk costs 2 euros. The baker, Ina Holt, is sorry. It rained."})
	for name, c := range map[string]struct {
		now         string
		first, last int
		want        [][2]int
	}{
		"as it was":     {"Bread costs 3 euros. Milk costs 2 euros.", 0, 1, [][2]int{{0, 1}}},
		"turned round":  {"Milk costs 2 euros. Bread costs 3 euros.", 0, 1, [][2]int{{0, 1}}},
		"another price": {"It was warm. Bread costs 4 euros. The baker was not there.", 0, 0, [][2]int{{1, 1}}},
		"put together":  {"Bread costs 3 euros. The baker, Ina Holt, is sorry that milk costs 2 euros.", 1, 2, [][2]int{{1, 1}}},
		"gone":          {"Bread costs 3 euros. Nobody comes.", 3, 3, nil},
		"nothing left":  {"A cat.", 0, 3, nil},
	} {
		now := article.New(article.Article{Text: c.now})
		var got [][2]int
		for _, at := range became(page.Place{Article: before, First: c.first, Last: c.last}, now, revision.Stands(before, now)) {
			got = append(got, [2]int{at.First, at.Last})
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
	}
}
