package bot

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"github.com/bwmarrin/discordgo"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"talksbot/bot/discord"
	"time"

	"talksbot/bot/store"
)

// settle takes note of how the work on a post ended: closed with its message, closed without,
// put off, or its subscription paused.
func (p *press) settle(j job, post store.Post, message string, err error) {
	ctx := context.Background() // also when all else is stopped; the store bounds itself
	log := p.bot.log.With("channel", j.Channel, "day", j.day)
	no := (*discord.Refusal)(nil)
	switch {
	case err == nil:
		log.Info("digest sent", "message", message, "late", p.bot.now().Sub(j.due).Round(time.Second))
		err = p.store.Sent(ctx, post, message)
	case errors.Is(err, store.ErrLost):
		return
	case errors.Is(err, errNothing), errors.Is(err, errRepeats):
		log.Info("no digest", "reason", err)
		err = p.store.Leave(ctx, post, err.Error())
	case barred(err):
		reason := p.why(ctx, j, err)
		log.Warn("digests paused", "reason", reason, "error", err)
		err = errors.Join(p.store.Leave(ctx, post, reason), p.pause(ctx, j.Subscription, reason))
	case errors.As(err, &no) && no.Status < 500 && no.Status != http.StatusTooManyRequests && no.Status != http.StatusUnauthorized:
		log.Error("Discord refused a digest", "error", err)
		err = p.store.Leave(ctx, post, "Discord refused it")
	default:
		wait := p.again(post.Tries)
		log.Warn("a digest is put off", "error", err, "tries", post.Tries, "again in", wait.Round(time.Second))
		err = p.store.PutOff(ctx, post, p.bot.now().Add(wait))
	}
	if err != nil && !errors.Is(err, store.ErrLost) {
		log.Error("what became of a digest could not be kept", "error", err)
	}
}

// again is how long to wait after so many tries: doubling, a quarter of it random.
func (p *press) again(tries int) time.Duration {
	d := p.bot.waits.putOff
	for range min(tries, 20) - 1 {
		d = min(2*d, mostPutOff)
	}
	return d - d/4 + rand.N(d/4+1)
}

// Errors that mean the bot may not post in a channel.
var errHistory = errors.New("the channel's history cannot be read")

func barred(err error) bool {
	return discord.Refused(err, discordgo.ErrCodeUnknownChannel) || discord.Refused(err, discordgo.ErrCodeUnknownGuild) || discord.Refused(err, discordgo.ErrCodeMissingAccess) ||
		discord.Refused(err, discordgo.ErrCodeMissingPermissions) || errors.Is(err, errHistory)
}

// why says, for people, why the bot may not post in a channel.
func (p *press) why(ctx context.Context, j job, err error) string {
	ctx, cancel := context.WithTimeout(ctx, p.bot.waits.settle)
	defer cancel()
	if discord.Refused(err, discordgo.ErrCodeUnknownChannel) {
		return discord.ErrNoChannel.Error()
	}
	missing, found := p.bot.lacks(ctx, j.Guild, j.Channel)
	switch {
	case errors.Is(found, discord.ErrNoChannel), errors.Is(found, discord.ErrNoGuild):
		return found.Error()
	case len(missing) > 0:
		return "I lack the permission " + strings.Join(missing, ", ") + " there"
	}
	return "Discord does not let me post there"
}

// pause pauses a subscription and, when it ran until now, says so once: where Discord tells the
// server's moderators of changes, or else to its owner.
func (p *press) pause(ctx context.Context, sub store.Subscription, reason string) error {
	ran, err := p.store.Pause(ctx, sub.Channel, reason)
	if err != nil || !ran {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, p.bot.waits.settle)
	defer cancel()
	g, err := p.bot.client.Guild(ctx, sub.Guild)
	if err != nil {
		return nil // we are not in it any more
	}
	r := reply{text: "I have paused the daily digest in <#" + sub.Channel + ">: " + reason + ". Use `/digest subscribe` to start it again, " +
		"or `/digest unsubscribe` to end it."}
	if g.Updates != "" && g.Updates != sub.Channel && p.say(ctx, g.Updates, sub, r) == nil {
		return nil
	}
	dm, err := p.bot.client.DM(ctx, g.Owner)
	if err == nil {
		err = p.say(ctx, dm.ID, sub, r)
	}
	if err != nil {
		p.bot.log.Warn("the server's owner could not be told that a digest is paused", "error", err, "server", sub.Guild)
	}
	return nil
}

// say posts a message about a subscription.
func (p *press) say(ctx context.Context, channel string, sub store.Subscription, r reply) error {
	_, err := p.bot.client.Post(ctx, channel, nonce("paused", sub.Channel, r.text), r.wire())
	return err
}

// nonce returns a name for a message that is the same whoever sends it, within what Discord
// keeps: 25 characters.
func nonce(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return base64.RawURLEncoding.EncodeToString(sum[:18])
}

// How far back a post is looked for.
const (
	perLook = 100
	looks   = 50
)

// find returns the post of the day in the channel, "" where it is not. It reads back to before
// the post was due; a channel that is empty for us because its history is closed to us is an
// error.
func (p *press) find(ctx context.Context, j job) (string, error) {
	heading, self := headingOf(j.day), p.bot.self.Load()
	before := ""
	for range looks {
		path := fmt.Sprintf("channels/%s/messages?limit=%d%s", j.Channel, perLook, before)
		var page []message
		if err := p.bot.client.Do(ctx, discord.Call{Doing: "looking for a digest", Method: "GET", Path: path}, &page); err != nil {
			return "", err
		}
		for _, m := range page {
			first, _, _ := strings.Cut(m.Content, "\n")
			if self != nil && m.Author.ID == self.ID && first == heading {
				return m.ID, nil
			}
		}
		if len(page) < perLook || written(page[len(page)-1].ID).Before(j.due.Add(-grace)) {
			return "", p.reads(ctx, j)
		}
		before = "&before=" + page[len(page)-1].ID
	}
	return "", fmt.Errorf("looking for a digest: there are more than %d messages since", perLook*looks)
}

// reads returns errHistory where the channel's history is closed to us.
func (p *press) reads(ctx context.Context, j job) error {
	missing, err := p.bot.lacks(ctx, j.Guild, j.Channel)
	if err == nil && len(missing) > 0 {
		return errHistory
	}
	return err
}

// written returns when a message was, by its ID: milliseconds since the start of 2015, above
// 22 bits of other things.
func written(id string) time.Time {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(int64(n>>22) + 1420070400000)
}
