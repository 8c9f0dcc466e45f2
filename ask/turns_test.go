package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/quote"
)

// hearing is a printed hearing, of whose speakers the article names one.
const hearing = `Rosa Lind, the keeper of the lighthouse, was heard on Monday.

MS LIND: Good morning. The lamp has stood dark since May.

QUESTION: Did a ship run aground?

MS LIND: I will leave that to the coast guard.

QUESTION: Will the lamp be mended this year?

MS LIND: No. The county has 4,000 crowns for it and needs nine.

MR DALE: The county has asked the state for the rest.`

func hearingLibrary(t *testing.T) *knowledge.Library {
	t.Helper()
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "hearing", Text: hearing})})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestTurns holds that what a speaker says in a transcript is told as the speaker's, and that what
// is asked there answers nothing.
func TestTurns(t *testing.T) {
	asker := &Asker{Articles: knowledge.NewCurrent(hearingLibrary(t))}
	for _, c := range []struct{ question, want string }{
		{"Did a ship run aground?", "[said by Rosa Lind]I will leave that to the coast guard."},
		{"Will the lamp be mended this year?", "[said by Rosa Lind]No.|[said by Rosa Lind]The county has 4,000 crowns for it and needs nine."},
		{"Who said that the lamp has stood dark?", "[said by Rosa Lind]The lamp has stood dark since May."},
		{"What did Lind say about the lamp?", "[said by Rosa Lind]The lamp has stood dark since May."},
		{"What did Lind say about the ship?", "[said by Rosa Lind]I will leave that to the coast guard."},
		{"What did Dale say?", "[said by Mr Dale]The county has asked the state for the rest."},
	} {
		var got []string
		for _, claim := range asker.Answer(t.Context(), Question{Text: c.question}).Claims {
			text := claim.Text
			for _, m := range claim.Marks {
				if m.Quoted && m.End == 0 {
					text = "[said by " + m.Note + "]" + text
				}
			}
			got = append(got, text)
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.question, got, c.want)
		}
	}
}

// TestTurnsNameSpeakers holds that a refusal does not deny that the articles have a name that stands
// in a label alone.
func TestTurnsNameSpeakers(t *testing.T) {
	asker := &Asker{Articles: knowledge.NewCurrent(hearingLibrary(t))}
	answer := asker.Answer(t.Context(), Question{Text: "What did Dale say about the bishop?"})
	if answer.Outcome != Silent || len(answer.Refusal.Names) > 0 {
		t.Errorf("outcome %v, names denied: %q", answer.Outcome, answer.Refusal.Names)
	}
}

// TestCapitals holds that a speaker whom nothing but labels names is written as names are.
func TestCapitals(t *testing.T) {
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "briefing", Text: `The mill has 152 looms, the owner said.

Q: Was the foreman asleep?
MS AAS: I cannot say that. The inspector will look at it.
Q: When will she report?
MS AAS: By the end of June.`})})
	if err != nil {
		t.Fatal(err)
	}
	said := lib.Quotes(quote.Query{Speaker: "Ms Aas"})
	if len(said) != 2 || said[0].Speaker != "Ms Aas" {
		t.Errorf("quotes of Ms Aas: %v, want two of %v", said, lib.Speakers(""))
	}
}
