package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge/question/message"
)

// mayors is a dispute in two articles, and an accident.
func mayors(t testing.TB) *Asker {
	t.Helper()
	return parsed(t, ".md",
		"---\ntitle: Mayors at odds over the tram\npublished: 2024-03-12\n---\nMayor Emil Marr wants the Lunde tram to run every five minutes. “An empty tram is a waste,” said Ida Kern, the mayor of Orla. Kern would cut the night trams. A ticket costs 30 crowns.\n",
		"---\ntitle: Tram hits bus\npublished: 2024-03-14\n---\nA tram hit a bus in Lunde on Thursday. Nobody was hurt, Marr said. The board will look into the accident.\n",
	)
}

// TestCompare holds that two things are set side by side, each in sentences of its own, and that a side
// of which the articles say nothing is told to have none.
func TestCompare(t *testing.T) {
	a := mayors(t)
	for _, tt := range []struct {
		asked string
		sides [2]string // words of what is told of each; "" for nothing
	}{
		{"Compare Marr and Kern", [2]string{"every five minutes", "a waste"}},
		{"What is the difference between Marr's and Kern's position on the tram?", [2]string{"every five minutes", "a waste"}},
		{"How do Kern and Marr differ?", [2]string{"a waste", "every five minutes"}},
		{"Marr vs Olsen", [2]string{"every five minutes", ""}},
		{"How does Marr differ from Kern on tickets?", [2]string{}},
	} {
		got := a.Answer(t.Context(), Question{Text: tt.asked})
		if tt.sides == [2]string{} {
			if got.Request.Want == message.Compare {
				t.Errorf("%s: %+v, want none", tt.asked, got.Sides)
			}
			continue
		}
		if got.Request.Want != message.Compare || len(got.Sides) != 2 {
			t.Errorf("%s: no comparison: %+v", tt.asked, got.Claims)
			continue
		}
		for i, side := range got.Sides {
			says := ""
			for _, c := range side.Claims {
				says += c.Text + " "
			}
			if !strings.Contains(says, tt.sides[i]) || tt.sides[i] == "" && says != "" {
				t.Errorf("%s: of %s %q, want %q", tt.asked, side.Name, says, tt.sides[i])
			}
		}
	}
}

// TestSubject holds that what asks for whatever there is about something gets it from each article that
// speaks of it, the newest first, and is told how many those are.
func TestSubject(t *testing.T) {
	a := mayors(t)
	got := a.Answer(t.Context(), Question{Text: "What do you have on the tram?"})
	if got.Outcome != Answered || got.Total != 2 || len(got.Claims) < 2 || !strings.Contains(got.Claims[0].Text, "hit a bus") {
		t.Errorf("of the tram: %d articles, %+v", got.Total, got.Claims)
	}
	if none := a.Answer(t.Context(), Question{Text: "Do you have anything on wheat?"}); none.Outcome != Silent {
		t.Errorf("of wheat: %+v", none.Claims)
	}
	if who := a.Answer(t.Context(), Question{Text: "What do you know about Ida Kern?"}); len(who.Claims) == 0 || !strings.Contains(who.Claims[0].Text, "the mayor of Orla") {
		t.Errorf("of Ida Kern: %+v", who.Claims)
	}
}
