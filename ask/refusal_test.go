package ask

import (
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// TestRefusals holds what a refusal tells: the question within a sentence, what it takes for granted,
// the names that no article has, what stands there instead, and a question that is answered.
func TestRefusals(t *testing.T) {
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "talks", Title: "Arlen and Bosk talk",
		Text: "Arlen and Bosk talk\n\nDeputy Minister Ida Kern led the Arlen delegation to the talks in Lunde. The talks lasted nearly eight hours. " +
			"The next round was agreed on 12 March 2024. “We are not far apart,” Kern told reporters, who had waited for the delegation in the snow."})})
	if err != nil {
		t.Fatal(err)
	}
	a := &Asker{Articles: knowledge.NewCurrent(lib)}
	for _, tt := range []struct {
		question string
		want     Refusal
		closest  int
	}{
		{"When did Kern resign?", Refusal{Asks: "when Kern resigned", States: "Kern resigned", Offer: "Who led the Arlen delegation?"}, 0},
		{"When did Dorne join the talks?", Refusal{Asks: "when Dorne joined the talks", States: "Dorne joined the talks", Names: []string{"Dorne"}, Offer: "When was the next round agreed?"}, 0},
		{"How many reporters waited in the snow?", Refusal{Asks: "how many reporters waited in the snow", Lacks: NoNumber, Offer: "What did Ida Kern say?"}, 1},
		{"What is the weather like?", Refusal{Asks: "what the weather is like"}, 0},
	} {
		got := a.Answer(t.Context(), Question{Text: tt.question, Offers: true})
		if r := got.Refusal; got.Outcome != Silent || r.Asks != tt.want.Asks || r.States != tt.want.States || r.Lacks != tt.want.Lacks ||
			len(r.Names) != len(tt.want.Names) || r.Offer != tt.want.Offer || len(got.Closest) != tt.closest {
			t.Errorf("%s: outcome %d, %+v, %d close, want %+v", tt.question, got.Outcome, r, len(got.Closest), tt.want)
		}
		if r := got.Refusal; r.Offer != "" {
			if offered := a.Answer(t.Context(), Question{Text: r.Offer}); offered.Outcome != Answered {
				t.Errorf("%s: the question offered, %q, is not answered", tt.question, r.Offer)
			}
		}
	}
}

// TestTeasers holds that a refusal names the articles near to the question of which only the beginning
// is held, and no others: what these do not say may stand in the rest.
func TestTeasers(t *testing.T) {
	of := func(id, text string, state article.State) *article.Article {
		return article.New(article.Article{ID: id, Title: "About " + id, Text: text, State: state})
	}
	lib, err := knowledge.New([]*article.Article{
		of("dam", "The dam above Torvik was closed on Monday. Engineers found a crack in its wall. The town waits for their report.", article.Teaser),
		of("school", "The school in Torvik has a new roof. It was paid for by the town. Pupils return on Thursday.", article.Whole),
		of("fair", "The fair in Lunde opens on Friday. Forty farms show their horses. Entry is free for children.", article.Teaser),
	})
	if err != nil {
		t.Fatal(err)
	}
	a := &Asker{Articles: knowledge.NewCurrent(lib)}
	for question, want := range map[string]string{"How high is the dam above Torvik?": "dam", "How much did the roof of the school cost?": ""} {
		got, near := a.Answer(t.Context(), Question{Text: question}), ""
		for _, teaser := range got.Refusal.Teasers {
			near += teaser.ID
		}
		if got.Outcome != Silent || near != want {
			t.Errorf("%s: outcome %d, teasers %q, want %q", question, got.Outcome, near, want)
		}
	}
}
