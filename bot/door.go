package bot

import (
	"fmt"
	"time"

	"talksbot/bot/discord"
)

// busy is what people read when there is no room for a question.
const busy = "I am answering as many questions as I can right now. Please ask again in a moment."

// A door lets questions in: as many at a time as there are places inside, and as many a minute as
// one person and one server may ask.
type door struct {
	places  chan struct{} // one is filled for each question being answered
	people  *limiter
	servers *limiter
}

// admit lets a question in, which is to leave in the end. Else it returns what to say, if
// anything.
func (d *door) admit(e event, now time.Time) (refusal reply, ok bool) {
	select {
	case d.places <- struct{}{}:
	default:
		return reply{text: busy, private: true}, false
	}
	told, first, ok := d.mayAsk(e, now)
	if ok {
		return reply{}, true
	}
	d.leave()
	if e.Kind == discord.Said && !first { // told once, in a channel that is enough
		return reply{}, false
	}
	return reply{text: told, private: true}, false
}

// leave frees the place of a question that was let in.
func (d *door) leave() { <-d.places }

// inside is how many questions are being answered.
func (d *door) inside() int { return len(d.places) }

// mayAsk counts a question that is within what its person and its server may ask. Another is
// counted for neither and refused; first says that the one to wait has not been told yet.
func (d *door) mayAsk(e event, now time.Time) (refusal string, first, ok bool) {
	person := d.people.take(e.User.ID, now)
	if person.Reservation == nil {
		return tooMany("You have", "one person", d.people, person.wait), person.first, false
	}
	if e.Guild == "" { // a direct message
		return "", false, true
	}
	server := d.servers.take(e.Guild, now)
	if server.Reservation == nil {
		person.CancelAt(now)
		return tooMany("This server has", "one server", d.servers, server.wait), server.first, false
	}
	return "", false, true
}

// tooMany says who has to wait, and until when.
func tooMany(who, from string, l *limiter, wait time.Time) string {
	at := wait.Add(time.Second - 1).Unix() // never before the time
	return fmt.Sprintf("%s asked as much as I can take from %s, %s a minute. Please ask again <t:%d:R>.", who, from, count(l.most, "question"), at)
}
