package bot

import (
	"testing"
	"testing/synctest"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
)

// TestRequestsAsRead has what people ask first, in /ask and in messages.
func TestRequestsAsRead(t *testing.T) { synthetic(t, testRequestsAsRead) }

func testRequestsAsRead(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot((&ask.Asker{Articles: knowledge.NewCurrent(w.library)}).Answer))
	for _, asked := range []string{"hi", "What can you do?", "What is this about?", "What's next?", "Who is mentioned?"} {
		synctest.Wait()
		w.hears(w.ada.Say(w.general, "@talksbot "+asked))
	}
	for _, asked := range []string{"What is new?", "Which dates are mentioned?", "Who said what?", "How many articles do you have?", "Когда переговоры?"} {
		synctest.Wait()
		m := w.asks(asked)
		for _, button := range []string{"Sources"} {
			if pressed, err := w.ada.Press(m, button); err == nil {
				_, err := pressed.Wait(w.soon())
				w.must(err)
			}
		}
	}
	golden(t, "requests", w.Transcript(w.general))
}
