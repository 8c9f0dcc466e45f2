package bot

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

func opt(name string, value any) localdiscord.Option {
	return localdiscord.Option{Name: name, Value: value}
}

// runs has ada use a command and returns what she reads.
func (w *world) runs(c localdiscord.Channel, command string, options ...localdiscord.Option) *localdiscord.Message {
	w.t.Helper()
	used, err := w.ada.Run(c, command, options...)
	w.must(err)
	m, err := used.Wait(w.soon())
	w.must(err)
	return m
}

// What managing digests looks like, and the first of them.
func TestDigestCommands(t *testing.T) { synthetic(t, testDigestCommands) }

func testDigestCommands(t *testing.T) {
	n := &newsroom{newWorld(t, localdiscord.Options{}), filepath.Join(t.TempDir(), "talks.db")}
	b := n.newsBot()
	n.run(b)
	news := n.Channel("news")
	n.runs(n.general, "digest now")
	n.runs(n.general, "digest list")
	n.runs(n.general, "digest subscribe", opt("time", "half past nine"))
	n.runs(n.general, "digest subscribe", opt("timezone", "Londn"))
	n.runs(n.general, "digest subscribe")
	n.runs(n.general, "digest subscribe", opt("channel", news.ID), opt("time", "9pm"), opt("timezone", "london"), opt("when-nothing-new", "none"))
	n.runs(n.general, "digest list")
	time.Sleep(time.Hour)
	_, err := n.ada.WaitMessage(n.soon(), n.general, func(m *localdiscord.Message) bool {
		return strings.HasPrefix(m.Text(), "**Digest for") && !m.IsEphemeral()
	})
	n.must(err)
	n.runs(n.general, "digest now")
	n.runs(n.general, "digest unsubscribe", opt("channel", news.ID))
	n.runs(n.general, "digest unsubscribe", opt("channel", news.ID))
	n.runs(n.ada.DM(), "digest now")
	n.runs(n.ada.DM(), "digest subscribe")
	for _, m := range n.ada.Sees(n.general) {
		if strings.HasPrefix(m.Text(), "**Digest for") && m.InteractionMetadata != nil && !m.IsEphemeral() {
			t.Error("everybody sees a preview")
		}
	}
	golden(t, "digest", n.Transcript(n.general)+"\n# In private\n\n"+n.Transcript(n.ada.DM()))
}

func TestDigestZoneSuggestions(t *testing.T) { synthetic(t, testDigestZoneSuggestions) }

func testDigestZoneSuggestions(t *testing.T) {
	n := newNewsroom(t)
	n.run(n.newsBot())
	typing, err := n.ada.Autocomplete(n.general, "digest subscribe", opt("timezone", "lord h"))
	n.must(err)
	choices, err := typing.WaitChoices(n.soon())
	n.must(err)
	if len(choices) != 1 || choices[0].Value != "Australia/Lord_Howe" || choices[0].Name != "Australia/Lord_Howe (now 20:00)" {
		t.Errorf("suggested: %+v", choices)
	}
}

// Who may not manage the server may see a digest and no more.
func TestDigestNotAllowed(t *testing.T) { synthetic(t, testDigestNotAllowed) }

func testDigestNotAllowed(t *testing.T) {
	n := newNewsroom(t)
	b := n.press()
	for _, name := range []string{"digest subscribe", "digest unsubscribe", "digest list"} {
		for _, may := range []int64{0, 1 << 4, ^(discordgo.PermissionManageGuild | discordgo.PermissionAdministrator)} {
			e := discord.Event{Kind: discord.Used, Name: name, Guild: n.Guild().ID, Channel: n.general.ID, May: may}
			r := b.table.Find(e)
			got := r.Run(t.Context(), e)
			if !strings.Contains(shown(got), "Manage Server") || !r.Private {
				t.Errorf("%s with permissions %x: %q", name, may, shown(got))
			}
		}
	}
	if got := b.uses(t, "digest now", discord.Event{Guild: n.Guild().ID, Channel: n.general.ID}); !strings.HasPrefix(shown(got), "**Digest for") {
		t.Errorf("digest now: %q", shown(got))
	}
	subs, err := b.press.Store.Subscriptions(t.Context(), "")
	if err != nil || len(subs) > 0 {
		t.Errorf("subscribed: %v, %v", subs, err)
	}
}

// A subscription is refused where posts could not be made, saying what is missing.
func TestDigestSubscribeRefused(t *testing.T) { synthetic(t, testDigestSubscribeRefused) }

func testDigestSubscribeRefused(t *testing.T) {
	n := newNewsroom(t)
	b := n.press()
	guild := func(permissions string) wire.Fault {
		return wire.Fault{Method: "GET", Path: "/guilds/*",
			With: n.says(fmt.Sprintf(`{"id":%q,"owner_id":"1","roles":[{"id":%q,"permissions":%q}]}`, n.Guild().ID, n.Guild().ID, permissions))}
	}
	channel := func(body string) wire.Fault {
		return wire.Fault{Method: "GET", Path: "/channels/*", With: n.says(body)}
	}
	in := fmt.Sprintf(`"id":%q,"guild_id":%q`, n.general.ID, n.Guild().ID)
	for name, c := range map[string]struct {
		faults []wire.Fault
		want   string
	}{
		"nothing allowed": {[]wire.Fault{guild("0")}, "**View Channel, Send Messages and Read Message History**"},
		"no sending":      {[]wire.Fault{guild("66560")}, "**Send Messages**"},
		"denied there": {[]wire.Fault{guild("68608"), channel(`{` + in + `,"type":0,"permission_overwrites":[{"id":"` + n.Guild().ID + `","type":0,"allow":"0","deny":"2048"}]}`)},
			"**Send Messages**"},
		"a thread":                   {[]wire.Fault{guild("68608"), channel(`{` + in + `,"type":11,"parent_id":"` + n.general.ID + `"}`)}, "**Send Messages in Threads**"},
		"hidden":                     {[]wire.Fault{{Method: "GET", Path: "/channels/*", With: wire.Refused(403, discordgo.ErrCodeMissingAccess, "Missing Access")}}, "**View Channel**"},
		"gone":                       {[]wire.Fault{{Method: "GET", Path: "/channels/*", With: wire.Refused(404, discordgo.ErrCodeUnknownChannel, "Unknown Channel")}}, "cannot find that channel"},
		"a voice channel's category": {[]wire.Fault{channel(`{` + in + `,"type":4}`)}, "not a channel for messages"},
		"another server's":           {[]wire.Fault{channel(`{"id":"1","guild_id":"77","type":0}`)}, "cannot find that channel"},
		"only the commands":          {[]wire.Fault{{Method: "GET", Path: "/guilds/*", With: wire.Refused(404, discordgo.ErrCodeUnknownGuild, "Unknown Guild")}}, "not a member"},
		"an outage":                  {[]wire.Fault{{Method: "GET", Path: "/guilds/*", Times: 9, With: wire.BadGateway()}}, "try again in a moment"},
	} {
		for _, f := range c.faults {
			n.Fail(f)
		}
		got := shown(b.uses(t, "digest subscribe", discord.Event{Guild: n.Guild().ID, Channel: n.general.ID, May: discordgo.PermissionManageGuild}))
		n.Heal()
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q in it", name, got, c.want)
		}
	}
	if subs, err := b.press.Store.Subscriptions(t.Context(), ""); err != nil || len(subs) > 0 {
		t.Errorf("subscribed all the same: %v, %v", subs, err)
	}
}

// What is not given stays as it was; a paused subscription starts again.
func TestDigestResubscribe(t *testing.T) { synthetic(t, testDigestResubscribe) }

func testDigestResubscribe(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	e := discord.Event{Guild: n.Guild().ID, Channel: n.general.ID, May: discordgo.PermissionManageGuild}
	with := func(values map[string]string) store.Subscription {
		t.Helper()
		e.Values = values
		if got := shown(p.uses(t, "digest subscribe", e)); !strings.Contains(got, "gets a digest every day at") {
			t.Fatal(got)
		}
		subs, err := p.press.Store.Subscriptions(t.Context(), e.Guild)
		if err != nil || len(subs) != 1 {
			t.Fatal(subs, err)
		}
		return subs[0]
	}
	with(map[string]string{"time": "21.00", "timezone": "Europe/Berlin", "when-nothing-new": "none"})
	if _, err := p.press.Store.Pause(t.Context(), n.general.ID, "gone"); err != nil {
		t.Fatal(err)
	}
	got := with(map[string]string{"time": "7"})
	if got.Minute != 7*60 || got.Zone != "Europe/Berlin" || !got.Skips || got.Paused != "" {
		t.Errorf("after changing the time: %+v", got)
	}
}

// A page of the list at a time.
func TestDigestListPages(t *testing.T) { synthetic(t, testDigestListPages) }

func testDigestListPages(t *testing.T) {
	n := newNewsroom(t)
	p := n.press()
	for i := range 23 {
		n.subscribes(p, localdiscord.Channel{ID: fmt.Sprint(1000 + i)})
	}
	e := discord.Event{Guild: n.Guild().ID, May: discordgo.PermissionManageGuild}
	first := p.uses(t, "digest list", e)
	if len(first.Page.Buttons) != 1 || strings.Count(shown(first), "<#") != command.PerPage || markdown.Length(shown(first)) > discord.MaxContent {
		t.Errorf("the first page: %+v", first)
	}
	e.Kind, e.Name, e.Arg = discord.Pressed, "digests", first.Page.Buttons[0].Arg
	if second := p.table.Find(e).Run(t.Context(), e); len(second.Page.Buttons) != 2 || !strings.Contains(shown(second), "<#1010>") {
		t.Errorf("the second page: %+v", second)
	}
	e.Arg = "nonsense"
	if got := shown(p.table.Find(e).Run(t.Context(), e)); !strings.Contains(got, "/digest list") {
		t.Errorf("a button of another version: %q", got)
	}
}

// TestDigestCrowd has many channels get their digest at one minute: spread, as
// fast as Discord takes them, and a question in their midst is answered at once.
func TestDigestCrowd(t *testing.T) { synthetic(t, testDigestCrowd) }

func testDigestCrowd(t *testing.T) {
	n := newNewsroom(t)
	b := n.newsBot()
	const perSecond = 15
	const crowd = 3 * perSecond
	for i := range crowd {
		n.subscribes(b, n.Channel(fmt.Sprint("channel-", i)))
	}
	began := time.Now()
	n.run(b)
	n.must(n.Await(n.soon(), "a digest", func() bool { return n.sent() > 0 }))
	asked := time.Now()
	n.asks("When?")
	if took := time.Since(asked); took > 2*time.Second {
		t.Errorf("a question took %v while digests were sent", took)
	}
	if n.sent() == crowd {
		t.Error("the digests were not spread: all were sent before a question was answered")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	n.must(n.Await(ctx, "all digests", func() bool { return n.sent() == crowd }))
	if took := time.Since(began); took < (crowd-2)*time.Second/perSecond {
		t.Errorf("%d digests within %v", crowd, took)
	}
}

// sent returns how many messages were sent to channels.
func (n *newsroom) sent() int {
	count := 0
	for _, r := range n.Requests() {
		if r.Method == "POST" && strings.HasPrefix(r.Path, "/channels/") && strings.HasSuffix(r.Path, "/messages") && r.Status == 200 {
			count++
		}
	}
	return count
}
