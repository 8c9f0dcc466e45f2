package bot

import (
	"testing"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
)

func TestAsk(t *testing.T) {
	t.Parallel()
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(w.saying(ask.Extract, "January 12", "end of May"))))
	answer := w.asks("When does the NATO-Russia Council meet?")
	w.presses(answer, "Sources")
	t.Log(w.Transcript(w.general))
}
