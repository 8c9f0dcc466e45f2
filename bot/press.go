package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"talksbot/bot/discord"
	"time"

	"golang.org/x/time/rate"

	"talksbot/ask"
	"talksbot/ask/digest"
	"talksbot/bot/store"
	"talksbot/knowledge/timex"
)

// A press sends the daily digests, each once.
//
// A post is claimed in the store before anything is done, so that of many processes one works
// on it. What it says is decided once and kept. From then on it may have been sent: whoever
// works on it later first looks whether it stands in the channel. Discord in its turn drops a
// second message with the nonce of one of the last minutes, which is what makes it safe to
// repeat a request whose answer was lost. Then the post is closed with the message's ID.
type press struct {
	bot   *Bot
	store *store.Store
	pace  *rate.Limiter // Discord takes 50 requests a second from a bot; questions need theirs

	mu     sync.Mutex
	inHand map[store.Slot]bool // by this process
}

// perSecond is how many digests are begun a second.
const perSecond = 15

// lease is how long a claim holds. It outlasts waits.digest and waits.settle, which bound the work on it.
const lease = 2 * time.Minute

// mostPutOff bounds the time between two tries.
const mostPutOff = 30 * time.Minute

func newPress(b *Bot, s *store.Store) *press {
	return &press{bot: b, store: s, pace: rate.NewLimiter(perSecond, 1), inHand: map[store.Slot]bool{}}
}

// run sends what is due until ctx ends. What is being sent then goes on for as long as working.
func (p *press) run(ctx, working context.Context) {
	p.bot.editor() // it reads every article, which a digest has no time for
	for {
		wait := p.bot.waits.look / 10 // until Discord has said who we are
		if p.bot.self.Load() != nil {
			wait = min(p.bot.waits.look, p.round(ctx, working))
		}
		timer := time.NewTimer(max(wait, 10*time.Millisecond))
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
		}
	}
}

// round begins all that is due and not in hand, and returns how long there is nothing else.
func (p *press) round(ctx, working context.Context) time.Duration {
	defer discord.Rescue(p.bot.log, func() {})
	now := p.bot.now()
	todo, err := p.plan(ctx, now)
	if err != nil {
		if ctx.Err() == nil {
			p.bot.log.Error("what digests are due cannot be read", "error", err)
		}
		return p.bot.waits.look
	}
	for _, j := range todo.missed {
		p.miss(ctx, j, now)
	}
	for _, j := range todo.due {
		if !p.take(j.slot()) {
			continue
		}
		p.bot.running.Go(func() {
			defer p.drop(j.slot())
			if p.pace.Wait(ctx) == nil {
				p.publish(working, j)
			}
		})
	}
	if todo.next.IsZero() {
		return p.bot.waits.look
	}
	return todo.next.Sub(now)
}

func (p *press) plan(ctx context.Context, now time.Time) (plan, error) {
	subs, err := p.store.Subscriptions(ctx, "")
	if err != nil || len(subs) == 0 {
		return plan{}, err
	}
	posts, err := p.store.Posts(ctx, timex.DayOf(now.UTC()).AddDays(-remembered-2).String())
	return planAt(now, subs, posts), err
}

// take takes a post in hand unless it is.
func (p *press) take(s store.Slot) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.inHand[s] {
		return false
	}
	p.inHand[s] = true
	return true
}

func (p *press) drop(s store.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.inHand, s)
}

// miss closes the post of a day that is over and says so in the log.
func (p *press) miss(ctx context.Context, j job, now time.Time) {
	news, err := p.store.Miss(ctx, j.Channel, j.day.String(), "its day was over before it could be sent", now)
	switch {
	case err != nil:
		p.bot.log.Error("a digest that was missed cannot be closed", "error", err, "channel", j.Channel, "day", j.day)
	case news:
		p.bot.log.Warn("a digest was not sent: its day was over", "channel", j.Channel, "day", j.day, "due", j.due)
	}
}

// publish claims a post and sees it through as far as it can be.
func (p *press) publish(ctx context.Context, j job) {
	ctx, cancel := context.WithTimeout(ctx, p.bot.waits.digest)
	defer cancel()
	now := p.bot.now()
	if !now.Before(j.end) {
		return // the next round closes it
	}
	post, ours, err := p.store.Claim(ctx, j.Channel, j.day.String(), now, now.Add(lease))
	if err != nil || !ours {
		if err != nil {
			p.bot.log.Error("a digest cannot be claimed", "error", err, "channel", j.Channel)
		}
		return
	}
	defer discord.Rescue(p.bot.log, func() { p.settle(j, post, "", errPanic) })
	message, err := p.make(ctx, j, &post)
	p.settle(j, post, message, err)
}

// Why a post is not made, other than by what Discord says.
var (
	errPanic   = errors.New("the program failed")
	errNothing = errors.New("there is nothing new, and the channel wants no post then")
	errRepeats = errors.New("there is nothing to tell that the digest before did not")
)

// make finds or makes the message that a claimed post is, and returns its ID.
func (p *press) make(ctx context.Context, j job, post *store.Post) (id string, err error) {
	if post.Sending {
		if id, err = p.find(ctx, j); err != nil || id != "" {
			return id, err
		}
	} else if err := p.write(ctx, j, post); err != nil {
		return "", err
	}
	var sent message
	err = p.bot.client.Do(ctx, discord.Call{
		Doing: "sending a digest", Method: "POST", Again: true, // by its nonce
		Path: "channels/" + j.Channel + "/messages", Body: json.RawMessage(post.Body),
	}, &sent)
	return sent.ID, err
}

// write decides what the post says, and keeps it.
func (p *press) write(ctx context.Context, j job, post *store.Post) error {
	shown, err := p.shown(ctx, j.Channel)
	if err != nil {
		return err
	}
	asked, answered, err := p.store.Questions(ctx, j.Channel)
	if err != nil {
		return err
	}
	d := p.bot.editor().Make(digest.Request{Day: j.day, Shown: shown, Asked: asked, Answered: answered})
	switch {
	case d.Empty():
		return errRepeats
	case d.Quiet() && j.Skips:
		return errNothing
	}
	d = fitted(d)
	m := digestReply(d).wire().Once(nonce("digest", j.Channel, j.day.String()))
	if post.Body, err = json.Marshal(m); err != nil {
		return err
	}
	post.Shown, post.Asked, post.Answers = d.Shows(), asked, answered
	return p.store.Write(ctx, *post)
}

// shown returns when a channel was shown what.
func (p *press) shown(ctx context.Context, channel string) (map[string]timex.Day, error) {
	kept, err := p.store.Shown(ctx, channel)
	if err != nil {
		return nil, err
	}
	shown := make(map[string]timex.Day, len(kept))
	for key, text := range kept {
		if shown[key], err = timex.ParseDay(text); err != nil {
			return nil, fmt.Errorf("reading what was shown: %w", err)
		}
	}
	return shown, nil
}

// count counts a question for the digests of its server.
func (b *Bot) count(guild string, outcome ask.Outcome) {
	if b.press == nil || guild == "" || outcome == ask.Purpose {
		return
	}
	b.running.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), lease)
		defer cancel()
		if err := b.press.store.Count(ctx, guild, outcome == ask.Answered); err != nil {
			b.log.Warn("a question was not counted", "error", err)
		}
	})
}
