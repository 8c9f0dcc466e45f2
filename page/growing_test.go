package page

import (
	"testing"

	"talksbot/ask"
	"talksbot/knowledge/article"
)

// TestGrowingAnswer: an answer that grows says so and has no buttons yet; one that a model broke off says
// that, and not that all of it is the articles' own.
func TestGrowingAnswer(t *testing.T) {
	a := article.New(article.Article{ID: "kiln", Title: "The kiln", Text: "The kiln on Gull Lane was lit on Monday. It had been cold for years."})
	answer := ask.Answer{Outcome: ask.Answered, Mode: ask.WordedModel, Growing: true, Claims: []ask.Claim{
		{Text: "The kiln was lit.", Cites: []article.Passage{{Article: a}}},
	}}
	w := Printer{}
	notes := func(p Page) (all []string) {
		for _, l := range p.Notes {
			all = append(all, text(l.Spans))
		}
		return all
	}
	p := Answer(answer, w)
	if got := notes(p); len(got) != 1 || got[0] != w.Text("note.growing") || len(p.Buttons) > 0 || len(p.Cited) != 1 {
		t.Errorf("growing: %q, %d buttons, %d cited", got, len(p.Buttons), len(p.Cited))
	}
	answer.Growing, answer.Fallback = false, ask.Slow
	p = Answer(answer, w)
	if got := notes(p); len(got) != 1 || got[0] != w.Text("note.broke-off") || len(p.Buttons) == 0 {
		t.Errorf("broken off: %q, %d buttons", got, len(p.Buttons))
	}
	answer.Mode = ask.Extract
	if got := notes(Answer(answer, w)); len(got) != 1 || got[0] == w.Text("note.broke-off") {
		t.Errorf("without the model: %q", got)
	}
}
