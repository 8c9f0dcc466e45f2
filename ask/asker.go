package ask

import (
	"log/slog"
	"sync/atomic"

	"talksbot/ask/model"
	"talksbot/knowledge"
)

// An Asker answers questions, each from one view of the articles. Only Articles is needed, and not
// even that where every question names its Library; an Asker may be used by any number of goroutines,
// and its fields must not change once it is in use.
type Asker struct {
	Articles *knowledge.Current
	Model    *model.Model // nil: answer in the articles' own sentences
	Opinion  *model.Model // reads a second time what Model worded in words of its own; nil: nobody does
	Evidence int          // tokens of articles that a model is shown with a question, about; 0 is 3,000
	Log      *slog.Logger // nil: nothing is logged

	Drops func(Dropped) // is told of each claim of a model's that is not shown as it was worded; nil: nobody is

	counts counts
}

// Counts are what an Asker has done since it began.
type Counts struct {
	Asked, Answered, Silent int64
	Dropped                 int64 // claims of the model that did not pass verification
	Fallbacks               int64 // answers a model was asked for and did not word
	Calls                   int64 // of the model
	Cached                  int64 // calls spared by its Cache
}

// LogValue writes the counts as a group.
func (c Counts) LogValue() slog.Value {
	return slog.GroupValue(slog.Int64("asked", c.Asked), slog.Int64("answered", c.Answered), slog.Int64("silent", c.Silent),
		slog.Int64("dropped", c.Dropped), slog.Int64("fallbacks", c.Fallbacks))
}

type counts struct{ asked, answered, silent, dropped, fallbacks atomic.Int64 }

// count counts a question with an answer of that kind.
func (c *counts) count(o Outcome) {
	switch o {
	case Answered:
		c.answered.Add(1)
	case Silent:
		c.silent.Add(1)
	}
}

// Counts returns the counts so far.
func (a *Asker) Counts() Counts {
	c := &a.counts
	all := Counts{Asked: c.asked.Load(), Answered: c.answered.Load(), Silent: c.silent.Load(), Dropped: c.dropped.Load(), Fallbacks: c.fallbacks.Load()}
	if a.Model != nil {
		all.Calls, all.Cached = a.Model.Calls(), a.Model.Cached()
	}
	return all
}

func (a *Asker) log() *slog.Logger {
	if a.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return a.Log
}
