package bot

import (
	"log/slog"
	"time"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// An archive shows what the articles say: by citation, by day, by who said it. It knows nothing of
// Discord but how much a message and a button hold.
type archive struct {
	library *knowledge.Library
	checker *ask.Asker
	model   string // the language model that words answers; "": none
	words   page.Printer
	log     *slog.Logger
	now     func() time.Time
}

func newArchive(l *knowledge.Library, model string, log *slog.Logger, now func() time.Time) *archive {
	return &archive{
		library: l, checker: &ask.Asker{Articles: knowledge.NewCurrent(l)}, model: model, log: log, now: now,
	}
}

// in returns the archive as it speaks another language.
func (a *archive) in(w page.Printer) *archive {
	other := *a
	other.words = w
	return &other
}

// today returns the day it is where the program runs.
func (a *archive) today() calendar.Day { return calendar.DayOf(a.now()) }
