package bot

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
)

func TestAboutFigures(t *testing.T) { synthetic(t, testAboutFigures) }

func testAboutFigures(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Figures = []string{"Sentences F1 0.97", "Claims *AUC* 0.95"} })
	if got := shown(b.uses(t, "about", discord.Event{})); !strings.Contains(got, "\n-# Sentences F1 0.97\n-# Claims \\*AUC\\* 0.95\n-# talksbot ") {
		t.Errorf("the figures are not told:\n%s", got)
	}
}
