// Package press makes posts that must happen exactly once: a channel's digest of a day, whatever
// happens meanwhile and however many processes work on it.
//
// A post is claimed in the store before anything is done, so that of many processes one works
// on it. What it says is decided once and kept. From then on it may have been sent: whoever
// works on it later first looks whether it stands in the channel. The wire in its turn drops a
// second message with the nonce of one of the last minutes, which is what makes it safe to
// repeat a request whose answer was lost. Then the post is closed with the message's ID.
package press

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
)

// A Desk writes posts and takes them to where they are read. An error is passing, and the post is
// tried again, unless it is an [End].
type Desk interface {
	// Write decides what the post says: its Body, and what is counted with it.
	Write(context.Context, Job, *store.Post) error
	// Send makes the message and returns its ID. Called twice within minutes it makes one.
	Send(ctx context.Context, j Job, body []byte) (id string, err error)
	// Find returns the ID of the post's message where it was sent before, "" where it was not.
	Find(context.Context, Job) (id string, err error)
	// Tell tells people, once, that a subscription is paused.
	Tell(ctx context.Context, sub store.Subscription, reason string)
}

// An End is why a post is not made, today and in no later try.
type End struct {
	Reason string // for people to read
	Pauses bool   // until somebody subscribes again there are no further posts
	Err    error  // what went wrong; nil where all is well
}

func (e *End) Error() string {
	if e.Err == nil {
		return e.Reason
	}
	return e.Reason + ": " + e.Err.Error()
}

// Unwrap returns what went wrong.
func (e *End) Unwrap() error { return e.Err }

// Options say what a Press works with. Store and Desk are needed; all else has the default named.
type Options struct {
	Store     *store.Store
	Desk      Desk
	Log       *slog.Logger     // silent
	Now       func() time.Time // time.Now
	PerSecond rate.Limit       // posts begun a second; 15: Discord takes 50 requests a second from a bot, and questions need theirs
}

// A Press sends what is due.
type Press struct {
	Options
	pace    *rate.Limiter
	running sync.WaitGroup

	inHand sync.Map // of store.Slot: by this process
}

// How long things may take.
const (
	look       = 5 * time.Second  // at most, between two looks at what is due
	perPost    = 75 * time.Second // on one post, and then
	Settling   = 20 * time.Second // for finding out why it cannot be sent, and again for telling of it
	lease      = 2 * time.Minute  // a claim; it outlasts all of these
	putOff     = time.Minute      // before a post is tried again; it doubles from there
	mostPutOff = 30 * time.Minute
)

// New returns a press that does nothing yet.
func New(o Options) *Press {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Press{Options: o, pace: rate.NewLimiter(cmp.Or(o.PerSecond, 15), 1)}
}

// Run sends what is due until ctx ends, and returns when nothing is being sent any more. What is
// being sent when ctx ends goes on for as long as working.
func (p *Press) Run(ctx, working context.Context) {
	defer p.Wait()
	for {
		timer := time.NewTimer(max(min(look, p.Look(ctx, working)), 10*time.Millisecond))
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
		}
	}
}

// Wait returns when nothing is being sent.
func (p *Press) Wait() { p.running.Wait() }

// Look begins to send all that is due and not in hand, and returns how long there is nothing else.
func (p *Press) Look(ctx, working context.Context) time.Duration {
	now := p.Now()
	todo, err := p.plan(ctx, now)
	if err != nil {
		if ctx.Err() == nil {
			p.Log.Error("what digests are due cannot be read", "error", err)
		}
		return look
	}
	for _, j := range todo.Missed {
		p.miss(ctx, j, now)
	}
	for _, j := range todo.Due {
		if _, busy := p.inHand.LoadOrStore(j.slot(), true); busy {
			continue
		}
		p.running.Go(func() {
			defer p.inHand.Delete(j.slot())
			if p.pace.Wait(ctx) == nil {
				p.publish(working, j)
			}
		})
	}
	if todo.Next.IsZero() {
		return look
	}
	return todo.Next.Sub(now)
}

func (p *Press) plan(ctx context.Context, now time.Time) (Plan, error) {
	subs, err := p.Store.Subscriptions(ctx, "")
	if err != nil || len(subs) == 0 {
		return Plan{}, err
	}
	posts, err := p.Store.Posts(ctx, calendar.DayOf(now.UTC()).AddDays(-remembered-2).String())
	return PlanAt(now, subs, posts), err
}

// miss closes the post of a day that is over and says so in the log.
func (p *Press) miss(ctx context.Context, j Job, now time.Time) {
	news, err := p.Store.Miss(ctx, j.Channel, j.Day.String(), "its day was over before it could be sent", now)
	switch {
	case err != nil:
		p.Log.Error("a digest that was missed cannot be closed", "error", err, "channel", j.Channel, "day", j.Day)
	case news:
		p.Log.Warn("a digest was not sent: its day was over", "channel", j.Channel, "day", j.Day, "due", j.Due)
	}
}

// publish claims a post and sees it through as far as it can be.
func (p *Press) publish(ctx context.Context, j Job) {
	ctx, cancel := context.WithTimeout(ctx, perPost)
	defer cancel()
	now := p.Now()
	if !now.Before(j.End) {
		return // the next look closes it
	}
	post, ours, err := p.Store.Claim(ctx, j.Channel, j.Day.String(), now, now.Add(lease))
	switch {
	case err != nil:
		p.Log.Error("a digest cannot be claimed", "error", err, "channel", j.Channel)
	case ours:
		message, err := p.make(ctx, j, &post)
		p.settle(j, post, message, err)
	}
}

// make finds or makes the message that a claimed post is, and returns its ID. A panic is an error
// like any other.
func (p *Press) make(ctx context.Context, j Job, post *store.Post) (id string, err error) {
	defer func() {
		if r := recover(); r != nil {
			p.Log.Error("making a digest panicked", "panic", fmt.Sprint(r), "stack", string(debug.Stack()))
			id, err = "", errors.New("the program failed")
		}
	}()
	if post.Sending {
		if id, err = p.Desk.Find(ctx, j); err != nil || id != "" {
			return id, err
		}
		return p.Desk.Send(ctx, j, post.Body)
	}
	if err := p.Desk.Write(ctx, j, post); err != nil {
		return "", err
	}
	if err := p.Store.Write(ctx, *post); err != nil {
		return "", err
	}
	return p.Desk.Send(ctx, j, post.Body)
}

// settle takes note of how the work on a post ended: closed with its message, closed without,
// put off, or its subscription paused.
func (p *Press) settle(j Job, post store.Post, message string, err error) {
	ctx := context.Background() // also when all else is stopped; the store bounds itself
	log := p.Log.With("channel", j.Channel, "day", j.Day)
	end := (*End)(nil)
	switch {
	case err == nil:
		log.Info("digest sent", "message", message, "late", p.Now().Sub(j.Due).Round(time.Second))
		err = p.Store.Sent(ctx, post, message)
	case errors.Is(err, store.ErrLost):
		return
	case errors.As(err, &end):
		err = p.finish(ctx, log, j, post, end)
	default:
		wait := again(post.Tries)
		log.Warn("a digest is put off", "error", err, "tries", post.Tries, "again in", wait.Round(time.Second))
		err = p.Store.PutOff(ctx, post, p.Now().Add(wait))
	}
	if err != nil && !errors.Is(err, store.ErrLost) {
		log.Error("what became of a digest could not be kept", "error", err)
	}
}

// finish closes a post that is not made and, where its subscription ran until now, pauses that
// and tells of it.
func (p *Press) finish(ctx context.Context, log *slog.Logger, j Job, post store.Post, end *End) error {
	level := slog.LevelInfo
	if end.Err != nil {
		level = slog.LevelWarn
	}
	log.Log(ctx, level, "no digest", "reason", end.Reason, "error", end.Err, "pauses", end.Pauses)
	err := p.Store.Leave(ctx, post, end.Reason)
	if !end.Pauses {
		return err
	}
	ran, trouble := p.Store.Pause(ctx, j.Channel, end.Reason)
	if ran {
		telling, cancel := context.WithTimeout(ctx, Settling)
		defer cancel()
		p.Desk.Tell(telling, j.Subscription, end.Reason)
	}
	return errors.Join(err, trouble)
}

// again is how long to wait after so many tries: doubling, a quarter of it random.
func again(tries int) time.Duration {
	d := min(putOff<<min(tries-1, 20), mostPutOff)
	return d - d/4 + rand.N(d/4+1)
}
