package bot

import (
	"log/slog"
	"sync"
	"time"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/page"
)

// An archive shows what the articles say: by citation, by day, by who said it. It knows nothing of
// Discord but how much a message and a button hold.
type archive struct {
	library  *knowledge.Library
	timeline func() *timeline.Timeline // of the library, made once
	checker  *ask.Asker
	model    string // the language model that words answers; "": none
	words    page.Printer
	log      *slog.Logger
	now      func() time.Time
}

func newArchive(l *knowledge.Library, model string, log *slog.Logger, now func() time.Time) *archive {
	return &archive{
		library: l, checker: &ask.Asker{Articles: knowledge.NewCurrent(l)}, model: model, log: log, now: now,
		timeline: sync.OnceValue(func() *timeline.Timeline { return timeline.New(l) }),
	}
}

// today returns the day it is where the program runs.
func (a *archive) today() calendar.Day { return calendar.DayOf(a.now()) }
