package bot

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask"
	"talksbot/ingest"
	"talksbot/ingest/replay"
	"talksbot/internal/database"
	"talksbot/internal/database/databasetest"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge/article"
	"talksbot/libraries"
	"talksbot/shelf"
)

// TestLibraryWhole adds a page of the web and answers from it, with all that the program is made of: the reader, the
// shelf and the libraries. Then the page changes, and the button of before tells.
func TestLibraryWhole(t *testing.T) { synthetic(t, testLibraryWhole) }

func testLibraryWhole(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	web := replay.New(t)
	page := func(text string) string {
		return "<html><head><title>The Tide Gates</title><meta property=og:site_name content='Holm Echo'></head><body><article><h1>The Tide Gates</h1><p>" +
			strings.ReplaceAll(text, ". ", ".</p><p>") + "</p></article></body></html>"
	}
	web.Page("https://holm.example/gates", page(gates.Text))
	held := shelf.New(databasetest.Open(t, database.Memory))
	all, err := libraries.Open(t.Context(), libraries.Options{Shelf: held, Shipped: []*article.Article{article.New(bridge)}})
	w.must(err)
	reader := &ingest.Reader{Shelf: held, Network: web, Refresh: all.Refresh}
	w.run(w.bot((&ask.Asker{}).Answer, func(o *Options) { o.Libraries, o.Shelf, o.Reader = all, held, reader }))

	m := w.uses("library add", opt("link", "https://holm.example/gates https://holm.example/none"))
	time.Sleep(time.Minute)
	synctest.Wait()
	if got := w.Message(m.ID).Text(); !strings.Contains(got, "2 given, **1 new**, 1 not taken") || !strings.Contains(got, "The Tide Gates") {
		t.Fatalf("the reply to what was added:\n%s", got)
	}
	answer := w.asks("How much will Holm spend on new tide gates?")
	if !strings.Contains(answer.Text(), "40 million crowns") {
		t.Fatalf("what was added does not answer:\n%s", answer.Text())
	}
	web.Page("https://holm.example/gates", page(gatesCorrected.Text))
	m = w.uses("library add", opt("link", "https://holm.example/gates"))
	time.Sleep(time.Minute)
	synctest.Wait()
	if got := w.Message(m.ID).Text(); !strings.Contains(got, "1 given, 1 changed since") {
		t.Errorf("the reply to what has changed:\n%s", got)
	}
	if again := w.asks("How much will Holm spend on new tide gates?"); !strings.Contains(again.Text(), "14 million crowns") {
		t.Errorf("what was corrected does not answer:\n%s", again.Text())
	}
	if sources := w.presses(answer, "Sources").Text(); !strings.Contains(sources, "40 million") || !strings.Contains(sources, "14 million") || !strings.Contains(sources, "changed since I answered") {
		t.Errorf("the button of before opens:\n%s", sources)
	}
}
