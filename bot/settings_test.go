package bot

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
	"talksbot/page"
)

// may gives everybody these permissions.
func (w *world) may(permissions int64) {
	w.World.Lock()
	defer w.World.Unlock()
	w.World.May = fmt.Sprint(permissions)
}

// Who manages a server chooses, and reads what that means.
func TestSettings(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) { o.Rate, o.ServerRate, o.Model = 5, 30, "some-model" }))
		news := w.Channel("news")
		w.runs(w.general, "settings show")
		w.runs(w.general, "settings channels")
		w.runs(w.general, "settings channels", opt("add", news.ID))
		w.runs(w.general, "settings channels", opt("add", w.general.ID))
		w.runs(w.general, "settings channels", opt("remove", w.general.ID))
		w.runs(w.general, "settings channels", opt("add", news.ID), opt("all", true))
		w.runs(w.general, "settings channels", opt("all", true))
		w.runs(w.general, "settings answers", opt("private", true), opt("forum-posts", false))
		w.runs(w.general, "settings answers", opt("threads", true))
		w.runs(w.general, "settings limits", opt("person", 2))
		w.runs(w.general, "settings limits", opt("person", 1), opt("server", 30))
		w.runs(w.general, "settings model", opt("daily", 40))
		w.runs(w.general, "settings model", opt("use", false))
		w.runs(w.general, "settings gaps", opt("keep", false))
		w.runs(w.general, "settings show")
		for _, m := range w.ada.Sees(w.general) {
			if m.Author.Bot && !m.IsEphemeral() {
				t.Errorf("everybody reads %q", m.Text())
			}
		}
		golden(t, "settings", w.Transcript(w.general))
	})
}

// Others are not offered the commands, are not told of them, and cannot use them all the same.
func TestSettingsNotAllowed(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		b := w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) { o.Store = memory })
		w.run(b)
		if m := w.uses("help"); !strings.Contains(m.Text(), "settings show") {
			t.Errorf("who may is not told of it: %q", m.Text())
		}
		w.may(discordgo.PermissionSendMessages)
		for _, name := range []string{"settings show", "settings gaps"} {
			if _, err := w.ada.Run(w.general, name); err == nil {
				t.Errorf("/%s is offered to everybody", name)
			}
		}
		if m := w.uses("help"); strings.Contains(m.Text(), "settings") {
			t.Errorf("everybody is told of it: %q", m.Text())
		}
		for _, row := range b.table.Commands {
			if !row.Manages {
				continue
			}
			for _, may := range []int64{0, discordgo.PermissionManageMessages, ^(discordgo.PermissionManageGuild | discordgo.PermissionAdministrator)} {
				e := discord.Event{Guild: w.Guild().ID, May: may, Values: map[string]string{"keep": "false", "all": "true", "private": "true"}}
				if got := b.uses(t, row.Name, e); shown(got) != says("manage.not-allowed") || !got.Private {
					t.Errorf("/%s with permissions %x: %q", row.Name, may, shown(got))
				}
			}
			for name, e := range map[string]discord.Event{"manage.no-server": {May: -1}, "manage.no-member": {Guild: "7", Abroad: true, May: -1}} {
				if got := b.uses(t, row.Name, e); shown(got) != says(name) {
					t.Errorf("/%s: %q", row.Name, shown(got))
				}
			}
		}
		if all, err := memory.AllSettings(t.Context()); len(all) > 0 || err != nil {
			t.Errorf("chosen all the same: %v, %v", all, err)
		}
	})
}

// What cannot be chosen is said to be so, and changes nothing.
func TestSettingsBad(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Rate, o.ServerRate, o.Model, o.Store = 5, 1, "some-model", memory })
		w.run(b)
		for _, c := range []struct {
			command string
			values  map[string]string
			want    string
		}{
			{"limits", map[string]string{"person": "6"}, "from 1 to 5"},
			{"limits", map[string]string{"person": "0"}, "from 1 to 5"},
			{"limits", map[string]string{"person": "-1"}, "from 1 to 5"},
			{"limits", map[string]string{"person": "2.5"}, "from 1 to 5"},
			{"limits", map[string]string{"person": "99999999999999999999"}, "from 1 to 5"},
			{"limits", map[string]string{"person": "3", "server": "2"}, "no other number"},
			{"model", map[string]string{"daily": "-1"}, "from 0"},
			{"model", map[string]string{"daily": "100001"}, "100000"},
			{"model", map[string]string{"use": "perhaps"}, "not understand"},
			{"answers", map[string]string{"private": "yes", "threads": "true"}, "not understand"},
			{"channels", map[string]string{"add": "1"}, "cannot find that channel"},
			{"channels", map[string]string{"add": "../../users/@me"}, "cannot find that channel"},
		} {
			got := b.uses(t, "settings "+c.command, discord.Event{Guild: w.Guild().ID, May: discordgo.PermissionManageGuild, Values: c.values})
			if !strings.Contains(shown(got), c.want) || !strings.Contains(shown(got), "othing was changed") {
				t.Errorf("%s %v: %q, want %q in it", c.command, c.values, shown(got), c.want)
			}
		}
		if all, err := memory.AllSettings(t.Context()); len(all) > 0 || err != nil {
			t.Errorf("chosen all the same: %v, %v", all, err)
		}
	})
}

// What was posted before channels were chosen brings nothing new into those that were not: its buttons tell where to
// ask. What only one person sees is still answered, and not shown to everyone.
func TestElsewhereButtons(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(w.answering()))
		answer, refusal, dates := w.asks("When will the ferry be back?"), w.asks("Who is the president of Ukraine?"), w.uses("dates")
		alone := w.asks("When will the ferry be back?", opt("private", true))
		w.runs(w.general, "settings channels", opt("add", w.Channel("news").ID))
		before := len(w.said(w.general))
		for m, button := range map[*localdiscord.Message]string{answer: "button.follow", refusal: "button.offer", dates: "button.picture", alone: "button.show"} {
			if told := w.presses(m, says(button)); !told.IsEphemeral() || !strings.Contains(told.Text(), w.Channel("news").ID) {
				t.Errorf("%s: %q", button, told.Text())
			}
		}
		for m, button := range map[*localdiscord.Message]string{answer: "button.sources", dates: "button.calendar", w.uses("help"): "try.new"} {
			told := w.presses(m, says(button))
			if !told.IsEphemeral() || strings.Contains(told.Text(), "Please ask me there") {
				t.Errorf("%s: %q", button, told.Text())
			}
			if _, err := w.ada.Press(told, says("button.show")); err == nil {
				t.Errorf("%s: it can be shown to everyone", button)
			}
		}
		for _, m := range w.said(w.general)[before:] {
			if !m.IsEphemeral() {
				t.Errorf("everybody reads %q", m.Text())
			}
		}
	})
}

// Where a server has chosen channels, who asks elsewhere is told where to ask, and nobody else is.
func TestElsewhere(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		var asked atomic.Int32
		w.run(w.bot(answers(func(context.Context, ask.Question) ask.Answer {
			asked.Add(1)
			return w.saying(ask.Extract, "January 12")
		})))
		news := w.Channel("news")
		w.runs(w.general, "settings channels", opt("add", news.ID))
		within, without := w.Thread(news, "a thread there"), w.Thread(w.general, "a thread elsewhere")
		for _, c := range []localdiscord.Channel{w.general, without} {
			if m := w.runs(c, "ask", opt("question", "When?")); !m.IsEphemeral() || !strings.Contains(m.Text(), "<#"+news.ID+">") {
				t.Errorf("/ask in %s: %q, for everybody %v", c.Name, m.Text(), !m.IsEphemeral())
			}
			said := w.ada.Say(c, "@talksbot when?")
			synctest.Wait()
			told := w.ada.Sees(w.ada.DM())
			if len(told) == 0 || !strings.Contains(told[len(told)-1].Text(), "<#"+c.ID+">. On that server I answer only in <#"+news.ID+">") {
				t.Errorf("mentioned in %s, it tells ada %v", c.Name, told)
			}
			for _, m := range w.said(c) {
				t.Errorf("%q is answered in %s: %q", said.Text(), c.Name, m.Text())
			}
		}
		if n := asked.Load(); n != 0 {
			t.Errorf("%d questions were answered elsewhere", n)
		}
		for _, c := range []localdiscord.Channel{news, within, w.ada.DM()} {
			w.runs(c, "ask", opt("question", "When?"))
			w.hears(w.ada.Say(c, "@talksbot when?"))
		}
		if n := asked.Load(); n != 6 {
			t.Errorf("%d of 6 questions were answered where they are", n)
		}
		for _, free := range []string{"help", "privacy", "about"} {
			if m := w.uses(free); strings.Contains(m.Text(), "Please ask me there") {
				t.Errorf("/%s: %q", free, m.Text())
			}
		}
	})
}

// Long answers stand in a thread where that was chosen: of the question, or of a message that says so. Where there
// can be no thread, they stand in the channel.
func TestThreads(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12", "end of May", "Anna Voss", "bridge at Rethem", "Russia", "Ukraine"))))
		w.runs(w.general, "settings answers", opt("threads", true))
		said := w.ada.Say(w.general, "@talksbot When does the council meet?")
		thread := w.threadOf(said.ID)
		if thread.Name != "When does the council meet?" || thread.ParentID != w.general.ID || len(w.said(thread)) != 1 {
			t.Errorf("the answer to a mention:\n%s", w.Transcript(w.general)+w.Transcript(thread))
		}
		below := w.runs(w.general, "ask", opt("question", "And the ferry?"))
		thread = w.threadOf(below.ID)
		if !strings.Contains(below.Text(), says("thread.below")) || len(w.said(thread)) != 1 {
			t.Errorf("the answer to /ask: %q, and below it\n%s", below.Text(), w.Transcript(thread))
		}
		if m := w.presses(w.said(thread)[0], "Sources"); !strings.Contains(m.Text(), "Aller") {
			t.Errorf("its sources: %q", m.Text())
		}
		again := w.hears(w.ada.Reply(w.said(thread)[0], "And then?"))
		if again.ChannelID != thread.ID {
			t.Error("what follows in a thread is not answered there")
		}
		if m := w.runs(w.general, "ask", opt("question", "When?"), opt("private", true)); !m.IsEphemeral() || len(m.Text()) < longAnswer {
			t.Errorf("a private answer: %q", m.Text())
		}
		w.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages/*/threads", Times: 9, With: wire.Refused(403, discordgo.ErrCodeMissingPermissions, "Missing Permissions")})
		refused := w.runs(w.general, "ask", opt("question", "When?"))
		synctest.Wait()
		if m := w.Message(refused.ID); len(m.Text()) < longAnswer {
			t.Errorf("without the permission: %q", m.Text())
		}
		if m := w.hears(w.ada.Say(w.general, "@talksbot when?")); m.ChannelID != w.general.ID || len(m.Text()) < longAnswer {
			t.Errorf("mentioned, without the permission: %q", m.Text())
		}
	})
}

// threadOf waits for the thread of a message.
func (w *world) threadOf(message string) localdiscord.Channel {
	w.t.Helper()
	synctest.Wait()
	w.World.Lock()
	defer w.World.Unlock()
	c := w.World.Channel(message)
	if c == nil {
		w.t.Fatal("the message has no thread")
	}
	return c.Channel
}

// What was chosen is so at once and after a restart, and in no other server.
func TestSettingsStay(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		path := filepath.Join(t.TempDir(), "talks.db")
		start := func() (b *Bot, stop func()) {
			memory, err := store.Open(context.Background(), path)
			w.must(err)
			b = w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) { o.Rate, o.ServerRate, o.Store = 5, 5, memory })
			end := w.run(b)
			return b, func() { end(); memory.Close() }
		}
		_, stop := start()
		w.runs(w.general, "settings answers", opt("private", true))
		w.runs(w.general, "settings limits", opt("person", 2))
		if m := w.asks("When?"); !m.IsEphemeral() {
			t.Error("everybody sees an answer that is to be private")
		}
		if m := w.asks("When?", opt("private", false)); m.IsEphemeral() {
			t.Error("only ada sees an answer that she wants everybody to see")
		}
		if m := w.asks("When?"); !strings.HasPrefix(m.Text(), "You have asked as much as one person may on this server: 2") {
			t.Errorf("a third question: %q", m.Text())
		}
		stop()
		b, stop := start()
		defer stop()
		if m := w.asks("When?"); !m.IsEphemeral() {
			t.Error("after a restart everybody sees an answer that is to be private")
		}
		if c := b.settings.Of("another server"); !c.IsUsual() {
			t.Errorf("in another server: %+v", c)
		}
	})
}

// A post in a forum is answered in its thread, unless the server has chosen otherwise; a reply there always is.
func TestForumPosts(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		const forum = 15
		w.World.Lock()
		in := w.World.Open(localdiscord.Channel{ID: "930000000000000001", Type: forum, Name: "ask-away"})
		w.World.Unlock()
		post := func(id string) localdiscord.Channel {
			w.World.Lock()
			thread := w.World.Open(localdiscord.Channel{ID: id, Type: 11, ParentID: in.ID, Name: "a post"})
			w.World.Unlock()
			w.Dispatch("MESSAGE_CREATE", []byte(fmt.Sprintf(`{"id":%q,"channel_id":%q,"guild_id":%q,"content":"<@%s> when?","type":0,"author":{"id":%q,"username":"ada"},"mentions":[{"id":%q}]}`,
				id, id, w.Guild().ID, w.Bot().ID, w.ada.User.ID, w.Bot().ID)))
			return thread
		}
		if said := w.said(post("930000000000000002")); len(said) != 1 {
			t.Errorf("as is usual, a post has %d answers", len(said))
		}
		w.runs(w.general, "settings answers", opt("forum-posts", false))
		thread := post("930000000000000003")
		if said := w.said(thread); len(said) != 0 {
			t.Errorf("the post is answered: %q", said[0].Text())
		}
		if told := w.ada.Sees(w.ada.DM()); len(told) != 1 || !strings.Contains(told[0].Text(), "<#"+thread.ID+">. On that server I do not answer the post") {
			t.Errorf("ada is told %v", told)
		}
		w.hears(w.ada.Say(thread, "@talksbot when?"))
		w.runs(w.general, "settings channels", opt("add", w.general.ID))
		if said := w.said(post("930000000000000004")); len(said) != 0 {
			t.Errorf("a post outside the channels chosen is answered: %q", said[0].Text())
		}
		w.runs(w.general, "settings channels", opt("add", in.ID))
		w.runs(w.general, "settings answers", opt("forum-posts", true))
		if said := w.said(post("930000000000000005")); len(said) != 1 {
			t.Errorf("a post in a forum that was chosen has %d answers", len(said))
		}
	})
}

// A server without the model is answered without it, and one with a budget until that is used up: for what the model
// was asked, and nothing else.
func TestServerModel(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		var plain []bool
		var mu sync.Mutex
		asked := func() (was []bool) {
			mu.Lock()
			defer mu.Unlock()
			was, plain = plain, nil
			return was
		}
		w.run(w.bot(answers(func(_ context.Context, q ask.Question) ask.Answer {
			mu.Lock()
			plain = append(plain, q.Plain)
			mu.Unlock()
			switch {
			case strings.HasPrefix(q.Text, "hello"):
				return ask.Answer{Outcome: ask.Purpose, Mode: ask.Extract}
			case q.Plain:
				return w.saying(ask.Extract, "January 12")
			}
			return w.saying(ask.WordedModel, "January 12")
		}), func(o *Options) { o.Model = "some-model" }))
		asks := func(questions ...string) (last string) {
			for _, q := range questions {
				last = w.asks(q).Text()
				synctest.Wait()
			}
			return last
		}
		asks("When?")
		w.runs(w.general, "settings model", opt("daily", 2))
		last := asks("When?", "hello", "hello", "When?", "When?")
		if got := asked(); !slices.Equal(got, []bool{false, false, false, false, false, true}) {
			t.Errorf("asked without the model: %v", got)
		}
		if !strings.Contains(last, "used up its budget for today") {
			t.Errorf("beyond the budget: %q", last)
		}
		time.Sleep(24 * time.Hour)
		asks("When?")
		w.runs(w.general, "settings model", opt("daily", 0))
		asks("When?")
		w.runs(w.general, "settings model", opt("use", false))
		last = asks("When?")
		if got := asked(); !slices.Equal(got, []bool{false, false, true}) {
			t.Errorf("the next day, without a limit, and without a model: %v", got)
		}
		if strings.Contains(last, "budget") {
			t.Errorf("where no model is wanted: %q", last)
		}
	})
}

// Where the database takes nothing more, a change is not made and said so, and the bot goes on.
func TestSettingsDiskFull(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) { o.Store = memory }))
		memory.Close()
		if m := w.runs(w.general, "settings answers", opt("private", true)); !strings.HasPrefix(m.Text(), "Something went wrong on my side") || !m.IsEphemeral() {
			t.Errorf("told %q", m.Text())
		}
		if m := w.asks("When?"); m.IsEphemeral() {
			t.Error("it changed all the same")
		}
		if m := w.runs(w.general, "settings show"); !strings.Contains(m.Text(), "to everybody") {
			t.Errorf("it shows %q", m.Text())
		}
		if n := strings.Count(w.log.String(), "changing a server's settings"); n != 1 {
			t.Errorf("logged %d times", n)
		}
	})
}

// Changes made at one time are all made.
func TestSettingsTogether(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Rate, o.ServerRate = 10, 10 })
		w.run(b)
		var all []*localdiscord.Interaction
		for name, o := range map[string]localdiscord.Option{"answers": opt("private", true), "limits": opt("person", 3), "gaps": opt("keep", false), "channels": opt("add", w.general.ID)} {
			used, err := w.ada.Run(w.general, "settings "+name, o)
			w.must(err)
			all = append(all, used)
		}
		for _, used := range all {
			if _, err := used.Wait(w.soon()); err != nil {
				t.Error(err)
			}
		}
		if c := b.settings.Of(w.Guild().ID); !c.Private || c.PerPerson != 3 || !c.NoGaps || len(c.Channels) != 1 {
			t.Errorf("chosen: %+v", c)
		}
	})
}

// What was chosen as the language of a server is spoken there, to everybody, and nowhere else.
func TestSettingsLanguage(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(ask.Answer{Outcome: ask.Silent, Mode: ask.Extract, Held: 2})))
		german := page.In("de")
		if m := w.runs(w.general, "settings language", opt("language", "de")); !strings.Contains(m.Text(), german.Text("settings.language", "Language", page.Span{Text: "Deutsch"})[:9]) {
			t.Errorf("it is confirmed by %q", m.Text())
		}
		want := german.Text("answer.silent", "N", 2)
		if m := w.asks("When?"); !strings.Contains(m.Text(), want) {
			t.Errorf("/ask is answered %q", m.Text())
		}
		if m := w.hears(w.ada.Say(w.general, "@talksbot when?")); !strings.Contains(m.Text(), want) {
			t.Errorf("a mention is answered %q", m.Text())
		}
		if m := w.hears(w.ada.Say(w.ada.DM(), "when?")); strings.Contains(m.Text(), want) {
			t.Errorf("a direct message is answered %q", m.Text())
		}
		w.runs(w.general, "settings language", opt("language", "each"))
		if m := w.asks("When?"); strings.Contains(m.Text(), want) {
			t.Errorf("to each in their own: %q", m.Text())
		}
	})
}
