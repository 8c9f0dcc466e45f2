package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

func TestMerge(t *testing.T) {
	got := merge([]Mark{{Start: 8, End: 12, Note: "n"}, {Start: 2, End: 5, Bold: true}, {Start: 10, End: 14, Bold: true}})
	want := []Mark{{Start: 2, End: 5, Bold: true}, {Start: 8, End: 14, Bold: true, Note: "n"}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRender(t *testing.T) {
	c := Claim{Text: "It begins on *Monday*.", Marks: []Mark{{Start: 13, End: 21, Bold: true, Note: "3 January 2022"}}}
	escape := func(s string) string { return strings.ReplaceAll(s, "*", `\*`) }
	bold := func(s string) string { return "**" + s + "**" }
	if got, want := c.Render(escape, bold), `It begins on **\*Monday\*** [3 January 2022].`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := c.Render(nil, nil), "It begins on *Monday* [3 January 2022]."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestExtract holds that an extract is the articles' own sentences, in reading order.
func TestExtract(t *testing.T) {
	articles := []*article.Article{
		article.New(article.Article{ID: "ferry", Published: timex.Moment{Day: calendar.Day{Year: 2021, Month: 11, Day: 3}},
			Text: "The ferry to Alten will sail on Friday. The ferry to Norrby was built by Maria Lund. Nobody was hurt."}),
	}
	lib, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	a := &Asker{Articles: knowledge.NewCurrent(lib)}
	answer := a.Answer(t.Context(), Question{Text: "Who built the ferry to Norrby?"})
	if answer.Outcome != Answered || len(answer.Claims) != 1 {
		t.Fatalf("outcome %v, %d claims, want one", answer.Outcome, len(answer.Claims))
	}
	bold := func(s string) string { return "<" + s + ">" }
	if got, want := answer.Claims[0].Render(nil, bold), "The ferry to Norrby was built by <Maria Lund>."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	answer = a.Answer(t.Context(), Question{Text: "When does the ferry to Alten sail?"})
	if len(answer.Claims) != 1 {
		t.Fatalf("%d claims, want one", len(answer.Claims))
	}
	if got, want := answer.Claims[0].Render(nil, bold), "The ferry to Alten will sail on <Friday> [5 November 2021]."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
