package ask

import (
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/question/message"
)

// A question in another language is never told that the articles do not say. A model is
// asked, and where it finds nothing that is said.
func TestForeign(t *testing.T) {
	plain := &Asker{Articles: knowledge.NewCurrent(shippedLibrary(t))}
	for text, want := range map[string]Answer{
		"Wann beginnt das Konzert in Oslo?":        {Outcome: Purpose, Act: message.Foreign, Language: "de"},
		"Когда состоятся переговоры России и США?": {Outcome: Purpose, Act: message.Foreign, Language: "ru"},
		"When does the concert in Oslo begin?":     {Outcome: Silent},
	} {
		got := plain.Answer(t.Context(), Question{Text: text})
		if got.Outcome != want.Outcome || got.Act != want.Act || got.Language != want.Language || got.Helped {
			t.Errorf("%q: %+v", text, got)
		}
		aided := asking(shippedLibrary(t), says(t)).Answer(t.Context(), Question{Text: text})
		if aided.Outcome != want.Outcome || aided.Helped != (want.Language != "") {
			t.Errorf("%q, with a model: %+v", text, aided)
		}
	}
}
