// Package follows tells channels of new articles that have what they follow: a word, a name, the answer to a question.
//
// A watch is claimed in the store before anything is done, so that of many processes one works on it. What a post says is
// decided once and kept with the articles that it settles. From then on it may have been sent: whoever works on it later
// first looks whether it stands in the channel, and within minutes Discord drops a second message with its nonce. Then
// the articles are settled for the watch, in one step with the end of the post: so each is told of once.
//
//	desk.go      what is new is written and sent
//	commands.go  /follow
package follows

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"talksbot/ask/news"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/store"
	"talksbot/knowledge"
	"talksbot/page"
	"talksbot/shelf"
)

// Options say what a Desk works with. All are needed.
type Options struct {
	Client  *discord.Client
	Watches store.Watchlist
	Shelf   news.Shelf
	Of      func(guild string) *knowledge.Library
	Speaks  func(guild string) page.Printer
	Answers news.Answers
	Log     *slog.Logger
	Now     func() time.Time
}

// A Desk posts what is new of what channels follow.
type Desk struct {
	Options
	Step func() // called between any two steps, for tests; nil: nothing
}

func (d *Desk) step() {
	if d.Step != nil {
		d.Step()
	}
}

// How long things may take, and how far apart posts are.
const (
	look    = 5 * time.Second
	perPost = 75 * time.Second
	lease   = 2 * time.Minute
	settle  = time.Minute      // before the first of some new articles is told of, so that others are told with it
	rest    = 10 * time.Minute // between two posts of one watch
	again   = time.Minute
	reaches = 3 * 24 * time.Hour // how old what is new may be
)

// Run posts until ctx ends. What is being sent then goes on for as long as working.
func (d *Desk) Run(ctx, working context.Context) {
	for ctx.Err() == nil {
		if err := d.Look(ctx, working); err != nil && ctx.Err() == nil {
			d.Log.Error("what channels follow cannot be read", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(look):
		}
	}
}

// Look posts all that is due.
func (d *Desk) Look(ctx, working context.Context) error {
	all, err := d.Watches.All(ctx, "")
	if err != nil {
		return err
	}
	for _, w := range all {
		if w.Paused != "" || w.Until.After(d.Now()) || ctx.Err() != nil {
			continue
		}
		if err := d.tend(working, w); err != nil && !errors.Is(err, store.ErrLost) {
			d.Log.Error("what a channel follows could not be told", "error", err, "channel", w.Channel)
		}
	}
	return nil
}

// tend sees one watch through as far as it can be.
func (d *Desk) tend(ctx context.Context, w store.Watch) error {
	ctx, cancel := context.WithTimeout(ctx, perPost)
	defer cancel()
	rows, err := d.fresh(ctx, w)
	if err != nil {
		return err
	}
	now := d.Now()
	if len(w.Body) == 0 && (len(rows) == 0 || now.Before(rows[0].At.Add(settle))) {
		return nil
	}
	w, ours, err := d.Watches.Claim(ctx, w, now, now.Add(lease))
	if err != nil || !ours {
		return err
	}
	d.step()
	before := len(w.Body) > 0
	if !before {
		if rows, err = d.fresh(ctx, w); err == nil { // another process may have told of them
			err = d.write(ctx, &w, rows)
		}
	}
	d.step()
	if err == nil && len(w.Body) > 0 {
		err = d.deliver(ctx, w, before)
	}
	d.step()
	return d.settle(w, err)
}

// fresh returns what is new to a watch, the first first.
func (d *Desk) fresh(ctx context.Context, w store.Watch) (rows []shelf.News, err error) {
	since := w.Since
	if oldest := d.Now().Add(-reaches); since.Before(oldest) {
		since = oldest
	}
	all, err := d.Shelf.NewsOf(ctx, w.Guild, since)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	seen, err := d.Watches.Settled(ctx, w)
	for _, n := range all {
		if n.Kind == "new" && !n.Quiet && !seen[n.Article] {
			rows = append(rows, n)
		}
	}
	return rows, err
}

// write decides what the post says, and which articles are done with. Where none of them fits there is no post. One that the
// library does not show yet waits for the next look.
func (d *Desk) write(ctx context.Context, w *store.Watch, rows []shelf.News) error {
	l := d.Of(w.Guild)
	var items []news.Item
	w.Settles = nil
	for _, row := range rows {
		item, ok, err := news.Read(ctx, d.Shelf, l, row)
		if err != nil {
			return err
		}
		if ok {
			items, w.Settles = append(items, item), append(w.Settles, row.Article)
		}
	}
	told := news.Follow(ctx, l, w.Typed, items, d.Answers)
	if err := ctx.Err(); err != nil || len(told.Pieces) == 0 {
		return err
	}
	p := command.Fit(page.Followed(told, d.Speaks(w.Guild)), markdown.Writer{})
	m := command.Reply{Page: p, Plain: true}.Wire(markdown.Writer{})
	var err error
	if w.Body, err = json.Marshal(m.Once(nonce(*w))); err != nil {
		return err
	}
	return d.Watches.Write(ctx, *w)
}

// nonce returns a name for a post that is the same whoever sends it.
func nonce(w store.Watch) string {
	sum := sha256.Sum256([]byte(fmt.Sprint("follow", w.Channel, "\x00", w.Typed, w.Settles)))
	return base64.RawURLEncoding.EncodeToString(sum[:18])
}

// deliver sends the post, unless it stands in the channel already.
func (d *Desk) deliver(ctx context.Context, w store.Watch, before bool) error {
	if before {
		if there, err := d.stands(ctx, w); err != nil || there {
			return err
		}
	}
	return d.Client.Do(ctx, discord.Call{Doing: "telling what is followed", Method: "POST", Again: true, // by its nonce
		Path: "channels/" + w.Channel + "/messages", Body: json.RawMessage(w.Body)}, new(discord.Message))
}

// How far back a post is looked for.
const (
	perLook = 100
	looks   = 10
)

var errHistory = errors.New("the channel's history cannot be read")

// stands reports whether the post is in the channel.
func (d *Desk) stands(ctx context.Context, w store.Watch) (bool, error) {
	var wanted struct{ Content string }
	if err := json.Unmarshal(w.Body, &wanted); err != nil {
		return false, err
	}
	self, before := d.Client.Self.Load(), ""
	for range looks {
		var some []discord.Message
		err := d.Client.Do(ctx, discord.Call{Doing: "looking for a post", Method: "GET",
			Path: fmt.Sprintf("channels/%s/messages?limit=%d%s", w.Channel, perLook, before)}, &some)
		if err != nil {
			return false, err
		}
		for _, m := range some {
			if self != nil && m.Author.ID == self.ID && strings.TrimSpace(m.Content) == strings.TrimSpace(wanted.Content) {
				return true, nil
			}
		}
		if len(some) < perLook {
			missing, err := d.Client.Lacks(ctx, w.Guild, w.Channel)
			if err == nil && len(missing) > 0 {
				err = errHistory
			}
			return false, err
		}
		before = "&before=" + some[len(some)-1].ID
	}
	return false, nil
}

// settle takes note of how the work on a watch ended.
func (d *Desk) settle(w store.Watch, err error) error {
	ctx, now := context.Background(), d.Now() // also when all else is stopped; the store bounds itself
	switch {
	case err == nil && len(w.Body) > 0:
		d.Log.Info("told what is followed", "channel", w.Channel, "articles", len(w.Settles))
		return d.Watches.Pass(ctx, w, now.Add(rest))
	case err == nil: // nothing could be told: what is new may not be in the library yet, or not any more
		return d.Watches.Pass(ctx, w, now.Add(settle))
	case errors.Is(err, store.ErrLost):
		return err
	case discord.IsBarred(err), errors.Is(err, errHistory), discord.IsFinal(err) && !discord.HasStatus(err, http.StatusUnauthorized):
		d.Log.Warn("what is followed cannot be told: the channel is closed to the bot", "error", err, "channel", w.Channel)
		return d.Watches.PutOff(ctx, w, now, "closed")
	}
	d.Log.Warn("a post is put off", "error", err, "channel", w.Channel, "tries", w.Tries)
	return d.Watches.PutOff(ctx, w, now.Add(min(again<<min(w.Tries-1, 5), 30*time.Minute)), "")
}
