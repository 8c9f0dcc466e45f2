package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// A newsroom is a world with a database that several bots may share.
type newsroom struct {
	*world
	path string
}

func newNewsroom(t *testing.T) *newsroom {
	t.Helper()
	n := &newsroom{newWorld(t, localdiscord.Options{}), filepath.Join(t.TempDir(), "talks.db")}
	until(morning)
	return n
}

// press returns a bot that sends digests when it is told to look; it is not on the gateway.
func (n *newsroom) press() *Bot {
	n.t.Helper()
	b := n.newsBot()
	b.client.Self.Store(&discord.User{ID: n.Bot().ID})
	return b
}

// newsBot returns a bot of its own process, with the newsroom's database.
func (n *newsroom) newsBot() *Bot {
	n.t.Helper()
	s, err := store.Open(n.t.Context(), n.path)
	n.must(err)
	n.t.Cleanup(func() { s.Close() })
	b := n.bot(gives(ask.Answer{}), func(o *Options) { o.Store = s })
	return b
}

// look has a bot do what is due, and waits until it is done.
func (b *Bot) look(ctx context.Context) {
	b.press.Look(ctx, ctx)
	b.press.Wait()
}

// subscribes subscribes a channel from the beginning of the day on.
func (n *newsroom) subscribes(p *Bot, c localdiscord.Channel, change ...func(*store.Subscription)) {
	n.t.Helper()
	sub := store.Subscription{Channel: c.ID, Guild: n.Guild().ID, Minute: 9 * 60, Zone: "UTC", Since: time.Now().Add(-time.Hour)}
	for _, f := range change {
		f(&sub)
	}
	n.must(p.press.Store.Subscribe(n.t.Context(), sub))
}

// posts returns the bot's messages in a channel.
func (n *newsroom) posts(c localdiscord.Channel) (posts []*localdiscord.Message) {
	for _, m := range n.ada.Sees(c) {
		if m.Author.ID == n.Bot().ID {
			posts = append(posts, m)
		}
	}
	return posts
}

func (n *newsroom) wants(c localdiscord.Channel, posts int, when string) {
	n.t.Helper()
	if got := n.posts(c); len(got) != posts {
		n.t.Errorf("%s: %d posts, want %d", when, len(got), posts)
	}
}

func TestDigestOnce(t *testing.T) { synthetic(t, testDigestOnce) }

func testDigestOnce(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general, func(s *store.Subscription) { s.Minute++ })
	p.look(t.Context())
	n.wants(n.general, 0, "before it is time")
	time.Sleep(time.Minute)
	for range 3 {
		p.look(t.Context())
		n.wants(n.general, 1, "when it is time")
	}
	n.press().look(t.Context())
	n.wants(n.general, 1, "after a restart")
	time.Sleep(23 * time.Hour)
	p.look(t.Context())
	n.wants(n.general, 1, "the next morning at eight")
	time.Sleep(time.Hour)
	p.look(t.Context())
	n.wants(n.general, 2, "the next morning at nine")
	posts := n.posts(n.general)
	if posts[0].Text() == posts[1].Text() || !strings.HasPrefix(posts[1].Text(), "**Digest for Tuesday, 11 January 2022**") {
		t.Errorf("the second post:\n%s", posts[1].Text())
	}
	if len(posts[0].Mentions) > 0 || posts[0].MentionEveryone {
		t.Error("a digest pings")
	}
}

// What a channel is sent in a week.
func TestDigestWeek(t *testing.T) { synthetic(t, testDigestWeek) }

func testDigestWeek(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general)
	for i := range 7 {
		if i == 2 {
			for j := range 12 {
				n.must(p.press.Store.Count(t.Context(), n.Guild().ID, j%6 != 0))
			}
		}
		p.look(t.Context())
		time.Sleep(24 * time.Hour)
	}
	golden(t, "digest-week", n.Transcript(n.general))
}

func TestDigestQuiet(t *testing.T) { synthetic(t, testDigestQuiet) }

func testDigestQuiet(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general, func(s *store.Subscription) { s.Skips = true })
	for range 3 {
		p.look(t.Context())
		time.Sleep(24 * time.Hour)
	}
	n.wants(n.general, 1, "a channel that wants no post with nothing new")
	if log := n.log.String(); strings.Count(log, "no digest") != 2 {
		t.Errorf("not said why:\n%s", log)
	}
}

// Down when it was due: late the same day, else skipped, and said in the log once.
func TestDigestMissed(t *testing.T) { synthetic(t, testDigestMissed) }

func testDigestMissed(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general)
	until(time.Date(2022, 1, 10, 23, 50, 0, 0, time.UTC))
	p.look(t.Context())
	n.wants(n.general, 1, "late")
	until(time.Date(2022, 1, 14, 8, 0, 0, 0, time.UTC))
	for range 2 {
		n.press().look(t.Context())
	}
	n.wants(n.general, 1, "after three days away")
	if log := n.log.String(); strings.Count(log, "its day was over") != 3 {
		t.Errorf("want three days logged:\n%s", log)
	}
}

func TestDigestTwoProcesses(t *testing.T) { synthetic(t, testDigestTwoProcesses) }

func testDigestTwoProcesses(t *testing.T) {
	n := newNewsroom(t)
	channels := []localdiscord.Channel{n.general}
	for i := range 9 {
		channels = append(channels, n.Channel(fmt.Sprint("channel-", i)))
	}
	presses := []*Bot{n.press(), n.press(), n.press()}
	for _, c := range channels {
		n.subscribes(presses[0], c)
	}
	for day := 1; day <= 3; day++ {
		var all sync.WaitGroup
		for _, p := range presses {
			all.Go(func() { p.look(t.Context()) })
		}
		all.Wait()
		for _, c := range channels {
			n.wants(c, day, "with three processes")
		}
		time.Sleep(24 * time.Hour)
	}
}

// A process that dies at any step leaves a post that the next one makes, and makes once. The
// nonce does not help any more by then.
func TestDigestCrash(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		after int // steps: claimed, written, sent, closed
	}{{"before", 0}, {"claimed", 1}, {"written", 2}, {"sent", 3}, {"closed", 4}} {
		t.Run(c.name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				n := newNewsroom(t)
				p := n.press()
				n.subscribes(p, n.general)
				n.dies(p, c.after)
				for range 130 { // others talk meanwhile, over a page of messages
					n.ada.Say(n.general, "so it goes")
				}
				time.Sleep(time.Minute)
				next := n.press()
				next.look(t.Context())
				if c.after == 1 || c.after == 2 {
					n.wants(n.general, 0, "while the claim holds")
				}
				time.Sleep(10 * time.Minute)
				for range 2 {
					next.look(t.Context())
					n.wants(n.general, 1, "after the crash")
				}
				shown, err := next.press.Store.Shown(t.Context(), n.general.ID)
				if err != nil || len(shown) == 0 {
					t.Errorf("what was shown is not known: %v", err)
				}
			})
		})
	}
}

// dies has a press work on the due post for so many steps, and no more.
func (n *newsroom) dies(p *Bot, steps int) {
	n.t.Helper()
	ctx := n.t.Context()
	subs, err := p.press.Store.Subscriptions(ctx, "")
	n.must(err)
	j := press.PlanAt(time.Now(), subs, nil).Due[0]
	if steps == 0 {
		return
	}
	post, _, err := p.press.Store.Claim(ctx, j.Channel, j.Day.String(), time.Now(), time.Now().Add(2*time.Minute))
	n.must(err)
	if steps >= 2 {
		n.must(p.desk.Write(ctx, j, &post))
		n.must(p.press.Store.Write(ctx, post))
	}
	if steps >= 3 {
		post.Sending = false
		n.must(p.client.Do(ctx, discord.Call{Doing: "sending", Method: "POST", Path: "channels/" + j.Channel + "/messages", Body: json.RawMessage(post.Body)}, nil))
	}
	if steps >= 4 {
		n.must(p.press.Store.Sent(ctx, post, "1"))
	}
}

const toMessages = "/channels/*/messages"

// An outage is waited out within the day; what was sent and whose answer was lost is not sent
// again.
func TestDigestOutage(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]wire.Answer{
		"bad gateway":  wire.BadGateway(),
		"dropped":      wire.Dropped(),
		"truncated":    wire.Truncated(),
		"lost":         wire.Lost(),
		"unauthorized": wire.Refused(401, 0, "401: Unauthorized"),
		"limited":      wire.RateLimited(time.Hour),
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				n := newNewsroom(t)
				p := n.press()
				n.subscribes(p, n.general)
				n.Fail(wire.Fault{Method: "POST", Path: toMessages, Times: -1, With: answer})
				for range 3 {
					p.look(t.Context())
					time.Sleep(40 * time.Minute)
				}
				n.Heal()
				for range 3 {
					p.look(t.Context())
					time.Sleep(40 * time.Minute)
				}
				n.wants(n.general, 1, "after the outage")
				subs, _ := p.press.Store.Subscriptions(t.Context(), "")
				if len(subs) != 1 || subs[0].Paused != "" {
					t.Errorf("an outage pauses: %+v", subs)
				}
			})
		})
	}
}

// A permanent refusal pauses, is said once to the owner, and shows in the list.
func TestDigestPaused(t *testing.T) {
	t.Parallel()
	guild := func(n *newsroom, permissions, updates string) wire.Answer {
		return n.says(fmt.Sprintf(`{"id":%q,"name":"Local","owner_id":%q,"public_updates_channel_id":%s,"roles":[{"id":%q,"permissions":%q}]}`,
			n.Guild().ID, n.ada.User.ID, updates, n.Guild().ID, permissions))
	}
	for name, c := range map[string]struct {
		post        wire.Answer
		permissions string
		gone        bool // the server
		kept, want  string
	}{
		"channel deleted":   {post: wire.Refused(404, discordgo.ErrCodeUnknownChannel, "Unknown Channel"), permissions: "8", kept: "paused.no-channel", want: "the channel is gone"},
		"permission lost":   {post: wire.Refused(403, discordgo.ErrCodeMissingPermissions, "Missing Permissions"), permissions: "66560", kept: "paused.missing|Send Messages", want: "my role lacks Send Messages there"},
		"channel hidden":    {post: wire.Refused(403, discordgo.ErrCodeMissingAccess, "Missing Access"), permissions: "2048", kept: "paused.missing|View Channel|Read Message History", want: "my role lacks View Channel and Read Message History there"},
		"server left":       {post: wire.Refused(403, discordgo.ErrCodeMissingAccess, "Missing Access"), gone: true, kept: "paused.no-member", want: "I am no longer in the server"},
		"refused all alike": {post: wire.Refused(403, discordgo.ErrCodeMissingPermissions, "Missing Permissions"), permissions: "8", kept: "paused.barred", want: "Discord does not let me post there"},
	} {
		for _, updates := range []bool{false, true} {
			t.Run(fmt.Sprint(name, ", updates channel ", updates), func(t *testing.T) {
				synthetic(t, func(t *testing.T) {
					n := newNewsroom(t)
					p := n.press()
					moderators, other := n.Channel("moderators"), n.Channel("other")
					n.subscribes(p, n.general)
					n.subscribes(p, other)
					id := "null"
					if updates {
						id = fmt.Sprintf("%q", moderators.ID)
					}
					if c.gone {
						n.Fail(wire.Fault{Method: "GET", Path: "/guilds/*", Times: -1, With: wire.Refused(404, discordgo.ErrCodeUnknownGuild, "Unknown Guild")})
					} else {
						n.Fail(wire.Fault{Method: "GET", Path: "/guilds/*", Times: -1, With: guild(n, c.permissions, id)})
					}
					n.Fail(wire.Fault{Method: "POST", Path: "/channels/" + n.general.ID + "/messages", Times: -1, With: c.post})
					for range 3 {
						p.look(t.Context())
						n.press().look(t.Context())
						time.Sleep(24 * time.Hour)
					}
					subs, err := p.press.Store.Subscriptions(t.Context(), "")
					n.must(err)
					for _, s := range subs {
						if want := map[bool]string{true: c.kept}[s.Channel == n.general.ID]; s.Paused != want {
							t.Errorf("paused because %q, want %q", s.Paused, want)
						}
					}
					told := n.posts(n.ada.DM())
					if updates {
						told = n.posts(moderators)
					}
					switch {
					case c.gone && len(told) > 0, !c.gone && len(told) != 1:
						t.Errorf("the owner was told %d times", len(told))
					case !c.gone && !strings.Contains(told[0].Text(), c.want):
						t.Errorf("the owner was told %q", told[0].Text())
					}
					n.wants(other, 3, "the other channel")
					if list := shown(p.uses(t, "digest list", discord.Event{Guild: n.Guild().ID, May: discordgo.PermissionManageGuild})); !strings.Contains(list, "**Paused**: "+c.want) {
						t.Errorf("the list does not say why:\n%s", list)
					}
				})
			})
		}
	}
}

// says is an answer with a body.
func (n *newsroom) says(body string) wire.Answer {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte(body))
	}
}

// A post that may have been made in a channel whose history is closed cannot be told from one
// that was not: it is not made again.
func TestDigestHistoryClosed(t *testing.T) { synthetic(t, testDigestHistoryClosed) }

func testDigestHistoryClosed(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general)
	n.dies(p, 3)
	time.Sleep(10 * time.Minute)
	n.Fail(wire.Fault{Method: "GET", Path: toMessages, Times: -1, With: n.says("[]")})
	n.Fail(wire.Fault{Method: "GET", Path: "/guilds/*", Times: -1,
		With: n.says(fmt.Sprintf(`{"id":%q,"owner_id":%q,"roles":[{"id":%q,"permissions":"3072"}]}`, n.Guild().ID, n.ada.User.ID, n.Guild().ID))})
	p.look(t.Context())
	n.wants(n.general, 1, "with the history closed")
	subs, _ := p.press.Store.Subscriptions(t.Context(), "")
	if want := "paused.missing|Read Message History"; subs[0].Paused != want {
		t.Errorf("paused because %q, want %q", subs[0].Paused, want)
	}
}

// A channel that hangs keeps no other waiting.
func TestDigestSlowChannel(t *testing.T) { synthetic(t, testDigestSlowChannel) }

func testDigestSlowChannel(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general)
	n.Fail(wire.Fault{Method: "POST", Path: "/channels/" + n.general.ID + "/messages", Times: -1, With: wire.Slow(time.Minute)})
	var others []localdiscord.Channel
	for i := range 20 {
		others = append(others, n.Channel(fmt.Sprint("channel-", i)))
		n.subscribes(p, others[i])
	}
	ctx, stop := context.WithCancel(t.Context())
	p.press.Look(t.Context(), ctx)
	for _, c := range others {
		_, err := n.ada.WaitMessage(n.soon(), c, func(m *localdiscord.Message) bool { return m.Author.ID == n.Bot().ID })
		n.must(err)
	}
	n.wants(n.general, 0, "the one that hangs")
	stop()
	p.press.Wait()
}

// A round with a database that fails says so and is tried again.
func TestDigestStoreFails(t *testing.T) { synthetic(t, testDigestStoreFails) }

func testDigestStoreFails(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	n.subscribes(p, n.general)
	p.press.Store.Close()
	p.look(t.Context())
	n.wants(n.general, 0, "without a database")
	if !strings.Contains(n.log.String(), "cannot be read") {
		t.Errorf("nothing is said:\n%s", n.log)
	}
}
