package bot

import (
	"context"
	"log/slog"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/queue"
	"talksbot/bot/settings"
	"talksbot/page"
)

// A dispatcher has each event answered: it is told at once that an answer comes, waits in line and
// is served.
type dispatcher struct {
	sender
	table    command.Table // in English
	door     door
	settings *settings.Book
	line     *queue.Queue  // before those who work
	events   chan struct{} // a slot for each event in hand
	waits    waits
	log      *slog.Logger
	now      func() time.Time

	languages languages
}

// tableIn returns the table of what can be asked, in a language.
func (d *dispatcher) tableIn(w page.Printer) command.Table {
	if t, ok := d.languages.tables[w]; ok {
		return t
	}
	return d.table
}

// waits are the bounds on how long things may take. Tests make some of them short.
type waits struct {
	line   time.Duration // until it is one's turn
	answer time.Duration // for one answer, from then on
	long   time.Duration // for what may take minutes: not much less than Discord takes an answer
	show   time.Duration // for the part of an answer that is there already
	late   time.Duration // after which also what is quick is told that an answer comes
	drain  time.Duration // for what still runs at the end
	letGo  time.Duration // for what was cut off then
}

var usual = waits{line: 10 * time.Second, answer: time.Minute, long: 14 * time.Minute, show: 3 * time.Second, late: time.Second, drain: 10 * time.Second, letGo: 5 * time.Second}

const (
	mostInLine = 512     // who would have to wait for more than ten seconds is told so at once
	mostInHand = 1 << 14 // events, each of some kilobytes: beyond, there is no telling anybody anything
)

// take starts serving the event. It waits for nothing.
func (d *dispatcher) take(ctx context.Context, e discord.Event) {
	select {
	case d.events <- struct{}{}:
	default:
		d.log.Error("an event was dropped: too many are in hand", "event", e.Name, "in hand", cap(d.events))
		return
	}
	w := d.languages.of(e)
	v := &visit{dispatcher: d, e: e, words: w, row: d.tableIn(w).Find(e), release: func() {}}
	if v.row.Asks && e.Kind != discord.Said {
		v.release = d.line.Hold()
	}
	d.running.Go(func() {
		defer func() { <-d.events }()
		defer v.release()
		v.serve(ctx)
	})
}

// drain waits for what runs. What takes too long is told to stop; what does not heed that is left
// behind.
func (d *dispatcher) drain(stop func()) {
	done := make(chan struct{})
	go func() { d.running.Wait(); close(done) }()
	for _, wait := range []time.Duration{d.waits.drain, d.waits.letGo} {
		select {
		case <-done:
			return
		case <-time.After(wait):
			waiting, working := d.line.Length()
			d.log.Warn("work takes too long to finish", "questions", working, "waiting", waiting)
			stop()
		}
	}
}
