package bot

import (
	"cmp"
	"context"
	"errors"
	"net/http/httptrace"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/queue"
	"talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/page"
)

// A visit is one event on its way to its answer.
type visit struct {
	*dispatcher
	e       discord.Event
	words   page.Printer // of the language it is answered in
	row     command.Row
	chosen  store.Settings // for its server
	told    told           // what the person has of the answer already
	release func()         // lets others be worked for: the person has been told
	id      string         // by which the log has what goes wrong
}

// serve finds out what there is to say to the event and says it. It is the boundary around
// every handler: what goes wrong inside is logged here, and told to the person in a sentence
// that says nothing of it.
func (v *visit) serve(ctx context.Context) {
	v.id = newErrorID()
	defer func() { v.conversations.whole(v.told.message.ID) }()
	defer discord.Rescue(v.log.With("error id", v.id), func() { v.deliver(ctx, v.sorry()) })
	v.prepare()
	if v.isElsewhere(ctx) {
		return
	}
	began := time.Now()
	r, err := v.answer(ctx)
	if err != nil {
		v.log.Warn("an event was not answered", "error", err, "event", v.row.Name)
		return
	}
	if r.Err != nil {
		v.log.Error("an event could not be answered", "error", r.Err, "error id", v.id, "event", v.row.Name)
		r = v.sorry()
	}
	if r.Empty() && v.e.Kind == discord.Said {
		v.nod(ctx)
		return
	}
	v.deliver(ctx, r)
	if v.row.Asks {
		v.log.Info("question answered", "event", v.row.Name, "took", time.Since(began).Round(time.Millisecond))
	}
}

// errTooLate says that Discord wants no answer any more.
var errTooLate = errors.New("Discord did not take the acknowledgement")

// errNothing is what goes wrong where a question is answered with nothing.
var errNothing = errors.New("the answer is empty")

// answer returns what there is to say. A place at work is held no longer than it is worked on: not
// while Discord is told something.
func (v *visit) answer(ctx context.Context) (command.Reply, error) {
	place, refusal, ok := v.admit()
	if !ok {
		return refusal, nil
	}
	defer place.Leave()
	end, err := v.promise(ctx)
	if err != nil {
		return command.Reply{}, errors.Join(errTooLate, err)
	}
	defer end()
	if v.takesPlace() {
		patience, stop := context.WithTimeout(ctx, v.waits.line)
		defer stop()
		if err := place.Wait(patience); err != nil || ctx.Err() != nil {
			return v.turnedAway(ctx), nil
		}
	}
	patience := v.waits.answer
	if v.row.Long {
		patience = v.waits.long
	}
	within, stop := context.WithTimeout(ctx, patience)
	defer stop()
	r := v.run(within)
	r.Private = r.Private || v.isPrivate()
	r.Page.Buttons = append(r.Page.Buttons, wrongs(v.e, r, v.words, v.chosen)...)
	if settings.Answers(v.chosen, v.e.Channel, v.e.Parent) {
		r.Page.Buttons = append(r.Page.Buttons, shows(v.e, r, v.words)...)
	}
	if r.Empty() && v.e.Kind != discord.Typing {
		r.Err = cmp.Or(r.Err, errNothing)
	}
	return r, nil
}

// isPrivate reports whether whatever is said to the event is for the person alone.
func (v *visit) isPrivate() bool {
	return v.row.Private || v.row.Shares && !command.IsOwn(v.e) || command.IsPrivate(v.e)
}

// takesPlace reports whether the event waits in line for somebody to work on it. What is quick does
// not, nor what waits for Discord most of the time.
func (v *visit) takesPlace() bool { return v.row.Asks && !v.row.Calls }

// admit lets a question in that its person and its server may ask, and into the line where there is
// room. Else it returns what to say, if anything.
func (v *visit) admit() (place *queue.Ticket, refusal command.Reply, ok bool) {
	if !v.row.Asks {
		return nil, command.Reply{}, true
	}
	giveBack, refusal, ok := v.door.admit(v.e, v.chosen, v.words, v.now())
	if !ok || !v.takesPlace() {
		return nil, refusal, ok
	}
	place, err := v.line.Join(cmp.Or(v.e.Guild, "person "+v.e.User.ID), v.e.User.ID)
	if err != nil {
		giveBack()
		return nil, v.busy(), false
	}
	return place, command.Reply{}, true
}

// turnedAway says why it will not be the event's turn.
func (v *visit) turnedAway(ctx context.Context) command.Reply {
	if ctx.Err() != nil {
		return command.Privately(v.words, "stopping")
	}
	return v.busy()
}

// soonest is how soon somebody is asked to come again.
const soonest = 5 * time.Second

// busy says that there are too many in line, and when there are likely to be fewer.
func (v *visit) busy() command.Reply {
	at := v.now().Add(max(v.line.Delay(), soonest))
	return command.Privately(v.words, "busy", "When", page.Time(at, 'R'))
}

// promise tells the person that an answer is coming: of a question at once, of what is quick only
// where it turns out to take long. Whatever Discord does not refuse for good it may have heard. What
// promise returns ends the promising: after it, v.told.promise is what was told.
func (v *visit) promise(ctx context.Context) (end func(), err error) {
	switch {
	case v.e.Kind == discord.Typing:
		return func() {}, nil
	case v.e.Kind == discord.Said:
		ctx, end := context.WithCancel(ctx)
		v.running.Go(func() { v.client.Type(ctx, v.e.Channel) })
		return end, nil
	case v.row.Opens: // which only a first answer can
		return func() {}, nil
	case v.row.Asks, v.row.Long:
		defer v.release()
		sent := httptrace.ClientTrace{WroteRequest: func(httptrace.WroteRequestInfo) { v.release() }}
		return func() {}, v.tell(httptrace.WithClientTrace(ctx, &sent))
	}
	told := make(chan struct{})
	timer := time.AfterFunc(v.waits.late, func() {
		defer close(told)
		if err := v.tell(ctx); err != nil {
			v.log.Warn("what takes long was not acknowledged", "error", err, "event", v.row.Name)
		}
	})
	return func() {
		if !timer.Stop() {
			<-told
		}
	}, nil
}

// notYet is put under a message whose author was told already, in the channel, that they have to wait.
const notYet = "⏳"

// nod shows that a message was seen, where saying so again would fill the channel.
func (v *visit) nod(ctx context.Context) {
	if err := v.client.React(ctx, v.e.Channel, v.e.ID, notYet); err != nil {
		v.log.Debug("nobody sees that a message was seen", "error", err, "channel", v.e.Channel)
	}
}

// tell makes the promise. Its error says that there is no use in going on.
func (v *visit) tell(ctx context.Context) error {
	v.told.promise = discord.Openly
	switch {
	case v.row.Turns && command.IsOwn(v.e):
		v.told.promise = discord.InPlace
	case v.row.Turns || v.isPrivate():
		v.told.promise = discord.Privately
	}
	err := v.client.Promise(ctx, v.e, v.told.promise)
	if err != nil && !discord.IsFinal(err) {
		v.log.Warn("an acknowledgement may have been lost", "error", err, "event", v.row.Name)
		return nil
	}
	return err
}

// deliver sends and logs what prevents it. What is said when all else is told to stop is still said.
func (v *visit) deliver(ctx context.Context, r command.Reply) {
	if ctx.Err() != nil {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeout(context.WithoutCancel(ctx), v.waits.letGo)
		defer stop()
	}
	if v.wantsThread(ctx, r) && v.inThread(ctx, r) {
		return
	}
	switch err := v.send(ctx, v.e, &v.told, r); {
	case discord.IsAnswered(err):
		v.log.Info("an interaction was answered elsewhere", "event", v.e.Name, "id", v.e.ID)
	case err != nil:
		v.log.Error("an answer could not be delivered", "error", err, "error id", v.id, "event", v.e.Name, "channel", v.e.Channel)
		v.explain(ctx, err)
	}
}
