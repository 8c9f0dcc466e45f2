package bot

import (
	"testing"
	"testing/synctest"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// TestConversationAsRead plays a conversation as people have it: each message replies to the
// answer before.
func TestConversationAsRead(t *testing.T) { synthetic(t, testConversationAsRead) }

func testConversationAsRead(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "pier", Title: "Pier closed", Outlet: "Coast Wire",
		Text: "The board closed the pier of Port Ellis on March 10, 2024 after a crack was found. Chairwoman Ina Voss said repairs would take until May. " +
			"The mayor, Olaf Brandt, blamed the builders. “They saved on concrete,” Brandt told reporters in Hoy. Ferries sail from the north quay."})})
	w.must(err)
	w.library = lib
	w.run(w.bot((&ask.Asker{Articles: knowledge.NewCurrent(lib)}).Answer))
	last := w.hears(w.ada.Say(w.general, "@talksbot Why was the pier closed?"))
	for _, asked := range []string{"And when?", "really?", "go on", "Who blamed the builders?", "What did he tell reporters?", "who said that?", "source?", "Is Hoy at war?", "thanks!"} {
		synctest.Wait()
		last = w.hears(w.ada.Reply(last, asked))
	}
	golden(t, "conversation", w.Transcript(w.general))
}
