package bot

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// A memory keeps what was said in messages.
type memory interface {
	Say(ctx context.Context, message string, s store.Said, now time.Time) error
	Said(ctx context.Context, message string) (store.Said, error)
}

// conversations are what the bot said, and so what a message that replies to it goes on from.
type conversations struct {
	memory
	saying  atomic.Int64 // answers that are being sent
	growing sync.Map     // by their messages' IDs, answers that are not whole yet: a channel that is closed when they are
	log     *slog.Logger
	now     func() time.Time
}

// grows notes that a message is not whole yet.
func (c *conversations) grows(message string) { c.growing.LoadOrStore(message, make(chan struct{})) }

// whole notes that a message that grew is whole, or will never be.
func (c *conversations) whole(message string) {
	if grown, ok := c.growing.LoadAndDelete(message); ok {
		close(grown.(chan struct{}))
	}
}

// remember keeps what a message said. Without it a question that follows is understood by itself.
func (c *conversations) remember(ctx context.Context, message string, s *store.Said) {
	if s == nil || message == "" {
		return
	}
	if err := c.Say(ctx, message, *s, c.now()); err != nil {
		c.log.Warn("an answer is not remembered", "error", err)
	}
}

// How often and how long after one another an answer is looked for that may just be on its way.
const (
	looksAgain = 20
	lookAfter  = 50 * time.Millisecond
)

// answered is recall for a message that somebody replied to, or pressed a button of. Whoever is
// quick does so before Discord has told us which message our answer became, or before all of it is there.
func (c *conversations) answered(ctx context.Context, message string) store.Said {
	for looks := 0; ; looks++ {
		onTheWay := isFresh(message) && c.saying.Load() > 0 // asked first: what is sent meanwhile is remembered already
		if grown, ok := c.growing.Load(message); ok {
			select {
			case <-ctx.Done():
			case <-grown.(chan struct{}):
			}
		}
		s := c.recall(ctx, message)
		if s.Question != "" || s.Follows != "" || !onTheWay || looks == looksAgain {
			return s
		}
		select {
		case <-ctx.Done():
		case <-time.After(lookAfter):
		}
	}
}

// isFresh reports whether a message was made so lately that we may not know of it yet.
func isFresh(message string) bool {
	at, err := discordgo.SnowflakeTimestamp(message)
	return err == nil && time.Since(at) < 2*looksAgain*lookAfter
}

// recall returns what a message of ours said; the zero said where that is not known.
func (c *conversations) recall(ctx context.Context, message string) store.Said {
	if message == "" {
		return store.Said{}
	}
	s, err := c.Said(ctx, message)
	if err != nil {
		c.log.Warn("an answer cannot be recalled", "error", err)
	}
	return s
}

// maxTurns is how far back a conversation is read.
const maxTurns = 6

// earlier returns the conversation that what follows a message of ours continues, oldest first: that answer,
// the answer before it, and so on, as far as they are remembered.
func (c *conversations) earlier(ctx context.Context, follows string) []ask.Turn {
	var turns []ask.Turn
	for id := follows; id != "" && len(turns) < maxTurns; {
		s := c.answered(ctx, id)
		if s.Question != "" {
			turns = append(turns, ask.Turn{Question: s.Question, Answer: s.Text()})
		}
		id = s.Follows
	}
	slices.Reverse(turns)
	return turns
}

// repliedTo returns the ID of the message that m replies to.
func repliedTo(m discord.Message) string {
	if m.Reference == nil {
		return ""
	}
	return m.Reference.Message
}

// spoken returns what is to be remembered of an answer that its page shows and that follows another.
func spoken(q ask.Question, a ask.Answer, p page.Page, follows string) *store.Said {
	s := &store.Said{Follows: follows, Question: q.Text}
	if a.Outcome == ask.Purpose {
		s.Question = "" // nothing was asked
	}
	if s.Question != "" && len(q.Earlier) > 0 && a.Question != "" {
		s.Question = a.Question
	}
	for _, c := range a.Claims {
		kept := store.Claim{Text: c.Text}
		for _, cite := range c.Cites {
			kept.Cites = append(kept.Cites, slices.Index(p.Cited, page.PlaceOf(cite))+1)
		}
		s.Claims = append(s.Claims, kept)
	}
	return s
}
