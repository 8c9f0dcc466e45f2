package page

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/knowledge/article"
)

func TestClause(t *testing.T) {
	for _, tt := range []struct{ sentence, question, want string }{
		{"The pier is closed.", "When did it close?", "The pier is closed."},
		{"The chair of the harbour board, Ina Voss, who had been away for a week and came back on Friday, said in a long speech that the pier, closed since March, would open again once the cracks were mended.",
			"Who mended the cracks?", "… said in a long speech that the pier, closed since March, would open again once the cracks were mended."},
		{"Ferries to Hoy sail from the north quay until the pier opens again, which the harbour board expects to be in May or, should the weather turn, in the first week of the following June.",
			"Where do ferries sail from?", "Ferries to Hoy sail from the north quay until the pier opens again, which the harbour board expects to be in May or, should the weather turn …"},
		// Who says it, and how surely, is never left out.
		{"According to reports, the harbour board, %[1]s, has asked for the pier to be closed.", "Who closed the pier?", ""},
		{"The harbour board has asked for the pier to be closed, %[1]s, the mayor said.", "Who closed the pier?", ""},
		{"The harbour board has asked for the pier to be closed, %[1]s, if the storm comes back.", "Who closed the pier?", ""},
		{"No board, %[1]s, has asked for the pier to be closed.", "Who closed the pier?", ""},
	} {
		tt.sentence = strings.ReplaceAll(tt.sentence, "%[1]s", "as it did on Friday in the town hall of Lunde for the third time since the storm of the year before")
		if tt.want == "" {
			tt.want = tt.sentence
		}
		a := article.New(article.Article{ID: "a", Text: tt.sentence})
		if got := clause(article.Passage{Article: a}, tt.question); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.question, got, tt.want)
		}
	}
}

// TestStates holds that an article of which only the beginning is held, or that was withdrawn, is
// never named without that, and that a refusal tells of the former.
func TestStates(t *testing.T) {
	for state, want := range map[article.State]string{
		article.Whole:     "A crack · Post · undated",
		article.Teaser:    "A crack · Post · undated · first paragraphs only",
		article.Withdrawn: "A crack · Post · undated · withdrawn by its publisher",
	} {
		a := article.New(article.Article{ID: "a", Title: "A crack", Outlet: "Post", Text: "The dam has a crack.", State: state})
		if got := text(Printer{}.Source(a)); got != want {
			t.Errorf("%q is named %q, want %q", state, got, want)
		}
	}
	teaser := article.New(article.Article{ID: "a", Title: "A crack", Text: "The dam has a crack.", State: article.Teaser})
	says := text(Printer{}.silent(ask.Answer{Held: 2, Refusal: ask.Refusal{Asks: "who saw it", Teasers: []*article.Article{teaser}}}))
	if want := "The articles do not say who saw it. Only the first paragraphs of A crack are held; the rest may say so."; says != want {
		t.Errorf("the refusal says %q, want %q", says, want)
	}
}
