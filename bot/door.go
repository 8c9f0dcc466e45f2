package bot

import (
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/page"
)

// A door lets in as many questions a minute as one person and one server may ask.
type door struct {
	bounds  settings.Bounds
	limiter *limiter
}

// A bound is one that a question has to keep within.
type bound struct {
	says string // the name of the sentence that says so
	who  string // of whose questions it is one
	most int    // a minute
}

// boundsOf returns the bounds of a question where c was chosen. What one person may ask in all is whoever runs
// the bot's to say; a server may allow them less there.
func (d *door) boundsOf(e discord.Event, c store.Settings) []bound {
	all := []bound{{"limit.person", "person " + e.User.ID, d.bounds.PerPerson}}
	if e.Guild == "" { // a direct message
		return all
	}
	perPerson, perServer := d.bounds.Limits(c)
	if perPerson < d.bounds.PerPerson {
		all = append(all, bound{"limit.person-here", "person " + e.User.ID + " in " + e.Guild, perPerson})
	}
	return append(all, bound{"limit.server", "server " + e.Guild, perServer})
}

// admit counts a question that is within what its person and its server may ask; giveBack undoes
// that. Another is counted for neither, and refusal is what to say to it: in private always, in a
// channel once, which is enough until the time is over: then refusal is empty.
func (d *door) admit(e discord.Event, c store.Settings, w page.Printer, now time.Time) (giveBack func(), refusal command.Reply, ok bool) {
	var taken []taking
	giveBack = func() {
		for _, t := range taken {
			t.CancelAt(now)
		}
	}
	for _, b := range d.boundsOf(e, c) {
		t := d.limiter.take(b.who, b.most, now)
		if t.Reservation == nil {
			giveBack()
			if t.first || e.Kind != discord.Said || e.Guild == "" {
				refusal = tooMany(b, w, t.wait)
			}
			return nil, refusal, false
		}
		taken = append(taken, t)
	}
	return giveBack, command.Reply{}, true
}

// tooMany says which bound it is that has to be waited for, and until when.
func tooMany(b bound, w page.Printer, wait time.Time) command.Reply {
	at := wait.Add(time.Second - 1) // never before the time
	return command.Privately(w, b.says, "N", b.most, "When", page.Time(at, 'R'))
}
