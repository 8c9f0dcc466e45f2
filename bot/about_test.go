package bot

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// TestAboutDoubts holds that a reader is told of articles without a date.
func TestAboutDoubts(t *testing.T) { synthetic(t, testAboutDoubts) }

func testAboutDoubts(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "ferry", Title: "The *ferry* is late", Text: "The ferry is late."})})
	if err != nil {
		t.Fatal(err)
	}
	b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Libraries = Everywhere(knowledge.NewCurrent(lib)) })
	if got := shown(b.uses(t, "about", discord.Event{})); !strings.Contains(got, "1 article has no date, so I cannot tell which day its “yesterday” is: The \\*ferry\\* is late.") {
		t.Errorf("no doubt is told:\n%s", got)
	}
}

func TestAboutFigures(t *testing.T) { synthetic(t, testAboutFigures) }

func testAboutFigures(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(gives(ask.Answer{}), func(o *Options) {
		o.Figures = []page.Figure{{Name: "figure.sentences", Value: "0.97"}, {Name: "figure.claims", Value: "*0.95*"}}
	})
	if got := shown(b.uses(t, "about", discord.Event{})); !strings.Contains(got, "\n-# Measured on public test sets: sentences F1 0.97, checking claims AUC \\*0.95\\*.\n-# talksbot ") {
		t.Errorf("the figures are not told:\n%s", got)
	}
}
