package bot

import (
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// A door lets in as many questions a minute as one person and one server may ask.
type door struct {
	people  *limiter
	servers *limiter
}

// admit counts a question that is within what its person and its server may ask; giveBack undoes
// that. Another is counted for neither, and refusal is what to say to it: in private always, in a
// channel once, which is enough until the time is over: then refusal is empty.
func (d *door) admit(e discord.Event, w page.Printer, now time.Time) (giveBack func(), refusal command.Reply, ok bool) {
	giveBack, refusal, first, ok := d.mayAsk(e, w, now)
	if !ok && !first && e.Kind == discord.Said && e.Guild != "" {
		refusal = command.Reply{}
	}
	return giveBack, refusal, ok
}

// mayAsk is admit without regard to where it is said; first says that the one to wait has not been
// told yet.
func (d *door) mayAsk(e discord.Event, w page.Printer, now time.Time) (giveBack func(), refusal command.Reply, first, ok bool) {
	person := d.people.take(e.User.ID, now)
	if person.Reservation == nil {
		return nil, tooMany(w, "limit.person", d.people, person.wait), person.first, false
	}
	giveBack = func() { person.CancelAt(now) }
	if e.Guild == "" { // a direct message
		return giveBack, command.Reply{}, false, true
	}
	server := d.servers.take(e.Guild, now)
	if server.Reservation == nil {
		giveBack()
		return nil, tooMany(w, "limit.server", d.servers, server.wait), server.first, false
	}
	return func() { person.CancelAt(now); server.CancelAt(now) }, command.Reply{}, false, true
}

// tooMany says, by the sentence of that name, who has to wait, and until when.
func tooMany(w page.Printer, name string, l *limiter, wait time.Time) command.Reply {
	at := wait.Add(time.Second - 1) // never before the time
	return command.Privately(w, name, "N", l.most, "When", page.Time(at, 'R'))
}
