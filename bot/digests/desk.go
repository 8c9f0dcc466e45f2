package digests

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask/digest"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// A Desk writes digests and takes them to their channels. It is the [press.Desk] on Discord.
type Desk struct {
	client *discord.Client
	store  *store.Store
	of     func(guild string) *knowledge.Library // what a server's digests are of
	news   News
	speaks func(guild string) page.Printer // the language of a server
	words  page.Printer                    // of commands
	log    *slog.Logger
}

// News returns what articles of a server say otherwise than they did since a time, the latest first.
type News func(ctx context.Context, guild string, since time.Time) ([]digest.Revision, error)

// NewDesk returns a desk that writes the digests of each server from its library, and from what has become of its
// articles.
func NewDesk(c *discord.Client, s *store.Store, of func(guild string) *knowledge.Library, happened News, speaks func(guild string) page.Printer, log *slog.Logger) *Desk {
	return &Desk{client: c, store: s, of: of, news: happened, speaks: speaks, log: log}
}

// revised returns what was revised since the day before the digest before, for those whose day began earlier; what was
// shown is left out by its key. A digest is written also where that cannot be read.
func (d *Desk) revised(ctx context.Context, guild string, shown map[string]calendar.Day) []digest.Revision {
	var last calendar.Day
	for _, day := range shown {
		if day.After(last) {
			last = day
		}
	}
	if last.IsZero() {
		return nil
	}
	all, err := d.news(ctx, guild, time.Date(last.Year, last.Month, last.Day-1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		d.log.Warn("a digest is written without corrections", "error", err, "server", guild)
	}
	return all
}

// In returns the desk as it answers commands in a language.
func (d *Desk) In(w page.Printer) *Desk {
	other := *d
	other.words = w
	return &other
}

// editor returns who makes the digests of a server from its library as it stands.
func (d *Desk) editor(guild string) *digest.Editor {
	return knowledge.Once(d.of(guild), digest.NewEditor)
}

// Prepare reads every article of the default library and every zone, which takes a while, so that nobody has to wait
// for it.
func (d *Desk) Prepare() {
	d.editor("")
	lettered()
}

// Write decides what the post says.
func (d *Desk) Write(ctx context.Context, j press.Job, post *store.Post) error {
	shown, err := shownTo(ctx, d.store, j.Channel)
	if err != nil {
		return err
	}
	asked, answered, err := d.store.Questions(ctx, j.Channel)
	if err != nil {
		return err
	}
	made := d.editor(j.Guild).Make(digest.Request{Day: j.Day, Shown: shown, Revised: d.revised(ctx, j.Guild, shown), Asked: asked, Answered: answered})
	switch {
	case made.Empty():
		return &press.End{Reason: "paused.repeats"}
	case made.Quiet() && j.Skips:
		return &press.End{Reason: "paused.quiet"}
	}
	r, shows := asReply(made, d.speaks(j.Guild))
	post.Shown, post.Asked, post.Answers = shows, asked, answered
	post.Body, err = json.Marshal(r.Wire(markdown.Writer{}).Once(nonce("digest", j.Channel, j.Day.String())))
	return err
}

// shownTo returns when a channel was shown what.
func shownTo(ctx context.Context, s *store.Store, channel string) (map[string]calendar.Day, error) {
	kept, err := s.Shown(ctx, channel)
	if err != nil {
		return nil, err
	}
	shown := make(map[string]calendar.Day, len(kept))
	for key, text := range kept {
		if shown[key], err = calendar.ParseDay(text); err != nil {
			return nil, fmt.Errorf("reading what was shown: %w", err)
		}
	}
	return shown, nil
}

// Send posts the message.
func (d *Desk) Send(ctx context.Context, j press.Job, body []byte) (string, error) {
	var sent discord.Message
	err := d.client.Do(ctx, discord.Call{
		Doing: "sending a digest", Method: "POST", Again: true, // by its nonce
		Path: "channels/" + j.Channel + "/messages", Body: json.RawMessage(body),
	}, &sent)
	return sent.ID, d.judge(j, err)
}

// How far back a post is looked for.
const (
	perLook = 100
	looks   = 50
)

// Find returns the post of the day in the channel, "" where it is not. It reads back to before
// the post was due; a channel that is empty for us because its history is closed to us is an
// error.
func (d *Desk) Find(ctx context.Context, j press.Job) (string, error) {
	headings, self := headingsOf(j.Day), d.client.Self.Load()
	before := ""
	for range looks {
		var page []discord.Message
		err := d.client.Do(ctx, discord.Call{Doing: "looking for a digest", Method: "GET",
			Path: fmt.Sprintf("channels/%s/messages?limit=%d%s", j.Channel, perLook, before)}, &page)
		if err != nil {
			return "", d.judge(j, err)
		}
		for _, m := range page {
			first, _, _ := strings.Cut(m.Content, "\n")
			if self != nil && m.Author.ID == self.ID && slices.Contains(headings, first) {
				return m.ID, nil
			}
		}
		if len(page) < perLook {
			return "", d.reads(ctx, j)
		}
		oldest := page[len(page)-1].ID
		if at, _ := discordgo.SnowflakeTimestamp(oldest); at.Before(j.Due.Add(-press.Grace)) {
			return "", d.reads(ctx, j)
		}
		before = "&before=" + oldest
	}
	return "", fmt.Errorf("looking for a digest: there are more than %d messages since", perLook*looks)
}

var errHistory = errors.New("the channel's history cannot be read")

// reads returns an error where the channel's history is closed to us.
func (d *Desk) reads(ctx context.Context, j press.Job) error {
	missing, err := d.client.Lacks(ctx, j.Guild, j.Channel)
	if err == nil && len(missing) > 0 {
		err = errHistory
	}
	return d.judge(j, err)
}

// judge returns the error with which a post failed as an end, where it is one.
func (d *Desk) judge(j press.Job, err error) error {
	switch {
	case errors.Is(err, errHistory), discord.IsBarred(err):
		return &press.End{Reason: d.why(j, err), Pauses: true, Err: err}
	case discord.IsFinal(err) && !discord.HasStatus(err, http.StatusUnauthorized):
		return &press.End{Reason: "paused.refused", Err: err}
	}
	return err
}

// why returns the reason why the bot may not post in a channel.
func (d *Desk) why(j press.Job, err error) string {
	ctx, cancel := context.WithTimeout(context.Background(), press.Settling) // also when all else is stopped
	defer cancel()
	if discord.Refused(err, discordgo.ErrCodeUnknownChannel) {
		return "paused.no-channel"
	}
	missing, found := d.client.Lacks(ctx, j.Guild, j.Channel)
	switch {
	case errors.Is(found, discord.ErrNoChannel):
		return "paused.no-channel"
	case errors.Is(found, discord.ErrNoGuild):
		return "paused.no-member"
	case len(missing) > 0:
		return strings.Join(append([]string{"paused.missing"}, missing...), "|")
	}
	return "paused.barred"
}

// told says a reason, which is kept as the name of its sentence and the permissions that are lacking, so
// that it can be said in any language. Others are of an earlier version, in English.
func told(reason string, w page.Printer) string {
	parts := strings.Split(reason, "|")
	if !strings.HasPrefix(parts[0], "paused.") {
		return reason
	}
	return w.Text(parts[0], "Missing", page.Permissions(parts[1:], w))
}

// Tell tells people that a subscription is paused: where Discord tells the server's moderators of
// changes, or else its owner.
func (d *Desk) Tell(ctx context.Context, sub store.Subscription, reason string) {
	g, err := d.client.Guild(ctx, sub.Guild)
	if err != nil {
		return // we are not in it any more
	}
	w := d.speaks(sub.Guild)
	m := command.Say(w, "digests.paused", "Channel", channelSpan(sub.Channel), "Reason", told(reason, w)).Wire(markdown.Writer{})
	say := func(channel string) error {
		_, err := d.client.Post(ctx, channel, nonce("paused", sub.Channel, m.Content), m)
		return err
	}
	if g.PublicUpdatesChannelID != "" && g.PublicUpdatesChannelID != sub.Channel && say(g.PublicUpdatesChannelID) == nil {
		return
	}
	dm, err := d.client.DM(ctx, g.OwnerID)
	if err == nil {
		err = say(dm.ID)
	}
	if err != nil {
		d.log.Warn("the server's owner could not be told that a digest is paused", "error", err, "server", sub.Guild)
	}
}

// channelSpan returns a channel as a page names it.
func channelSpan(id string) page.Span { return page.Span{Text: id, Mark: page.Channel} }

// nonce returns a name for a message that is the same whoever sends it, within what Discord
// keeps: 25 characters.
func nonce(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return base64.RawURLEncoding.EncodeToString(sum[:18])
}

// asReply returns a digest as a message, and the keys of what a reader of it is shown.
func asReply(d digest.Digest, w page.Printer) (command.Reply, []string) {
	p := command.Fit(page.Digest(d, w), markdown.Writer{})
	return command.Reply{Page: p, Plain: true}, p.Keys()
}

// headingsOf are the first lines by which the digest of a day is known again, whichever language the
// server spoke then.
func headingsOf(day calendar.Day) (all []string) {
	for _, code := range page.Languages() {
		all = append(all, markdown.Writer{}.Line(page.DigestHeading(day, page.In(code))))
	}
	return all
}
