package bot

import (
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// A door lets questions in: as many at a time as there are places inside, and as many a minute as
// one person and one server may ask.
type door struct {
	places  chan struct{} // one is filled for each question being answered
	people  *limiter
	servers *limiter
	words   page.Printer
}

// admit lets a question in, which is to leave in the end. Else it returns what to say, if
// anything.
func (d *door) admit(e discord.Event, now time.Time) (refusal command.Reply, ok bool) {
	select {
	case d.places <- struct{}{}:
	default:
		return command.Reply{Page: d.words.Page("busy"), Private: true}, false
	}
	told, first, ok := d.mayAsk(e, now)
	if ok {
		return command.Reply{}, true
	}
	d.leave()
	if e.Kind == discord.Said && !first { // told once, in a channel that is enough
		return command.Reply{}, false
	}
	return told, false
}

// leave frees the place of a question that was let in.
func (d *door) leave() { <-d.places }

// inside is how many questions are being answered.
func (d *door) inside() int { return len(d.places) }

// mayAsk counts a question that is within what its person and its server may ask. Another is
// counted for neither and refused; first says that the one to wait has not been told yet.
func (d *door) mayAsk(e discord.Event, now time.Time) (refusal command.Reply, first, ok bool) {
	person := d.people.take(e.User.ID, now)
	if person.Reservation == nil {
		return d.tooMany("limit.person", d.people, person.wait), person.first, false
	}
	if e.Guild == "" { // a direct message
		return command.Reply{}, false, true
	}
	server := d.servers.take(e.Guild, now)
	if server.Reservation == nil {
		person.CancelAt(now)
		return d.tooMany("limit.server", d.servers, server.wait), server.first, false
	}
	return command.Reply{}, false, true
}

// tooMany says, by the sentence of that name, who has to wait, and until when.
func (d *door) tooMany(name string, l *limiter, wait time.Time) command.Reply {
	at := wait.Add(time.Second - 1) // never before the time
	return command.Reply{Page: d.words.Page(name, "N", l.most, "When", page.Time(at, 'R')), Private: true}
}
