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
