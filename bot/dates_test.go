package bot

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// in2021 is the day after the shipped article appeared.
var in2021 = time.Date(2021, 12, 29, 10, 0, 0, 0, time.UTC)

func at(now time.Time) func(*Options) {
	return func(o *Options) { o.Now = func() time.Time { return now } }
}

// dated starts a world in which it is 29 December 2021, with a bot on it.
func dated(t *testing.T, l *knowledge.Library) *world {
	t.Helper()
	w := newWorld(t, localdiscord.Options{Clock: func() time.Time { return in2021 }})
	if l != nil {
		w.library = l
	}
	w.run(w.bot(gives(ask.Answer{}), at(in2021)))
	return w
}

// lists has ada use /dates with options by name and value.
func (w *world) lists(options ...string) *localdiscord.Message {
	w.t.Helper()
	var given []localdiscord.Option
	for i := 0; i < len(options); i += 2 {
		given = append(given, localdiscord.Option{Name: options[i], Value: options[i+1]})
	}
	return w.uses("dates", given...)
}

// weekly returns a library whose one article states so many days, a week apart.
func weekly(t *testing.T, n int) *knowledge.Library {
	t.Helper()
	published, err := timex.ParseMoment("2021-12-28")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "The committee on subject number %d, with *members* of many towns | villages, meets in Rethem on %s.\n", i, in2021.AddDate(0, 0, 7*i).Format("January 2, 2006"))
	}
	l, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "weekly", Title: "The Committees of Rethem", Text: b.String(), Published: published})})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// The whole walk: the list, its files, its events.
func TestDates(t *testing.T) { synthetic(t, testDates) }

func testDates(t *testing.T) {
	w := dated(t, nil)
	list := w.lists()
	w.presses(list, "Sources")
	w.presses(list, "◀ Earlier")
	list = w.lists()
	calendar := w.presses(list, "Calendar file")
	if !calendar.IsEphemeral() || len(calendar.Attachments) != 1 {
		t.Fatalf("the calendar is %+v", calendar)
	}
	file := w.File(calendar.Attachments[0])
	if n := bytes.Count(file, []byte("BEGIN:VEVENT\r\n")); n != 2 || calendar.Attachments[0].Filename != "dates.ics" {
		t.Errorf("the calendar %s has %d events:\n%s", calendar.Attachments[0].Filename, n, file)
	}
	drawn := w.presses(list, "Picture")
	if drawn.IsEphemeral() || len(drawn.Attachments) != 1 || drawn.Attachments[0].Description == "" {
		t.Fatalf("the picture is %+v", drawn)
	}
	if _, err := png.Decode(bytes.NewReader(w.File(drawn.Attachments[0]))); err != nil {
		t.Errorf("the picture cannot be read: %v", err)
	}
	chooses := w.presses(list, "Server event")
	monday := chooses.Components[0].Components[0].Options[0].Label
	if !strings.HasPrefix(monday, "Mon 10 Jan 2022: The US and Russia will hold talks") || len(chooses.Components[0].Components[0].Options) != 2 {
		t.Errorf("to choose from: %+v", chooses.Components[0].Components[0].Options)
	}
	w.picks(chooses, scheduleName, monday)
	events := w.ScheduledEvents()
	if len(events) != 1 || !events[0].Starts.Equal(time.Date(2022, 1, 10, 12, 0, 0, 0, time.UTC)) || !strings.Contains(events[0].Description, "The US and Russia will hold talks") {
		t.Errorf("events: %+v", events)
	}
	w.picks(w.presses(list, "Server event"), scheduleName, monday)
	if n := len(w.ScheduledEvents()); n != 1 {
		t.Errorf("%d events after choosing one twice", n)
	}
	golden(t, "dates", w.Transcript(w.general))
}

func TestDatesAsked(t *testing.T) { synthetic(t, testDatesAsked) }

func testDatesAsked(t *testing.T) {
	w := dated(t, nil)
	for _, c := range []struct {
		options   []string
		has, lack string
		private   bool
	}{
		{[]string{"about", "NATO-Russia Council"}, "**Wednesday 12** · in 14 days", "**Monday 10**", false},
		{[]string{"from", "jan 11"}, "from Tuesday, 11 January 2022", "10 January", false},
		{[]string{"from", "yesterday", "to", "2022-01-10"}, "### December 2021\n**Tuesday 28** · yesterday", "12 January", false},
		{[]string{"about", "Macron"}, "The articles state no dates about Macron.\nThey do state dates about ", "**", false},
		{[]string{"about", "@everyone *x*"}, `about \@everyone \*x\*`, "@everyone *x*", false},
		{[]string{"from", "jan 40"}, "“jan 40” is not a day I understand. Write, for instance, `jan 10`", "**", true},
		{[]string{"from", "jan 12", "to", "jan 10"}, "The first day comes after the last: from Wednesday, 12 January 2022 to Monday, 10 January 2022.", "**", false},
	} {
		got := w.lists(c.options...)
		if !strings.Contains(got.Text(), c.has) || strings.Contains(got.Text(), c.lack) {
			t.Errorf("/dates %q:\n%s", c.options, got.Text())
		}
	}
	hidden, err := w.ada.Run(w.general, "dates", localdiscord.Option{Name: "private", Value: true})
	w.must(err)
	list, err := hidden.Wait(w.soon())
	w.must(err)
	if drawn := w.presses(list, "Picture"); !list.IsEphemeral() || !drawn.IsEphemeral() {
		t.Error("a private list, or its picture, is for everybody to see")
	}
}

func TestDatesSuggestions(t *testing.T) { synthetic(t, testDatesSuggestions) }

func testDatesSuggestions(t *testing.T) {
	w := dated(t, nil)
	typing, err := w.ada.Autocomplete(w.general, "dates", localdiscord.Option{Name: "about", Value: "lav"})
	w.must(err)
	choices, err := typing.WaitChoices(w.soon())
	w.must(err)
	if len(choices) != 1 || choices[0].Value != "Sergei Lavrov" {
		t.Errorf("for lav: %v", choices)
	}
}

// Pages turn in place for whoever asked, in a later run of the program too; others get theirs.
func TestDatesPages(t *testing.T) { synthetic(t, testDatesPages) }

func testDatesPages(t *testing.T) {
	w := newWorld(t, localdiscord.Options{Clock: func() time.Time { return in2021 }})
	w.library = weekly(t, 44)
	stop := w.run(w.bot(gives(ask.Answer{}), at(in2021)))
	list := w.lists("about", "committee")
	stop()
	w.run(w.bot(gives(ask.Answer{}), at(in2021)))
	for page := 2; page <= 5; page++ {
		list = w.presses(list, "Next ▶")
		if want := fmt.Sprintf("Page %d of 5 · 44 dates", page); !strings.Contains(list.Text(), want) {
			t.Errorf("no %q in\n%s", want, list.Text())
		}
	}
	if strings.Count(list.Text(), "\n> ") != 4 || !strings.Contains(list.Text(), "number 43") {
		t.Errorf("the last page:\n%s", list.Text())
	}
	if _, err := w.ada.Press(list, "Next ▶"); err == nil {
		t.Error("there is a page after the last")
	}
	bob := w.Person("bob")
	pressed, err := bob.Press(list, "◀ Previous")
	w.must(err)
	his, err := pressed.Wait(w.soon())
	w.must(err)
	if !his.IsEphemeral() || !strings.Contains(his.Text(), "Page 4 of 5") || !strings.Contains(w.Message(list.ID).Text(), "Page 5 of 5") {
		t.Errorf("what bob pressed shows\n%s", his.Text())
	}
}

// Who may not make events is told so, and none is made.
func TestMayNotSchedule(t *testing.T) { synthetic(t, testMayNotSchedule) }

func testMayNotSchedule(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(gives(ask.Answer{}), at(in2021))
	for name, c := range map[string]struct {
		guild    string
		may, can int64
		want     string
	}{
		"in a direct message": {"", discordgo.PermissionCreateEvents, discordgo.PermissionCreateEvents, "in a server"},
		"the person":          {"1", discordgo.PermissionSendMessages, discordgo.PermissionCreateEvents, "you need the permission **Create Events**"},
		"the bot":             {"1", discordgo.PermissionCreateEvents, discordgo.PermissionSendMessages, "I lack the permission **Create Events**"},
	} {
		got := b.presses(t, scheduleName, discord.Event{Guild: c.guild, May: c.may, Can: c.can, Arg: "0|||"})
		if !strings.Contains(shown(got), c.want) || len(got.Menu.Choices) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, administers := range []discord.Event{{Guild: "1", May: discordgo.PermissionAdministrator, Can: discordgo.PermissionAdministrator}} {
		if missing := mayNotSchedule(administers); missing != "" {
			t.Errorf("an discordgo.PermissionAdministrator is told %q", missing)
		}
	}
	late := w.bot(gives(ask.Answer{}), at(in2021.AddDate(4, 0, 0)))
	got := late.presses(t, scheduleName, discord.Event{Guild: "1", May: discordgo.PermissionCreateEvents, Can: discordgo.PermissionCreateEvents, Arg: "0|||"})
	if !strings.Contains(shown(got), "None of the days on this page lies ahead") {
		t.Errorf("years later: %q", shown(got))
	}
	if n := len(w.ScheduledEvents()); n > 0 {
		t.Errorf("%d events were made", n)
	}
}

// What Discord refuses is told in words.
func TestScheduleRefused(t *testing.T) {
	for code, want := range map[int]string{
		discordgo.ErrCodeMissingPermissions:                                    "my role needs the permission **Create Events**",
		discordgo.ErrCodeMaximumNumberOfUncompletedGuildScheduledEventsReached: "as many events as Discord allows",
		50035: "look under Events",
	} {
		t.Run(want, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := dated(t, nil)
				list := w.lists("about", "NATO-Russia Council")
				w.Fail(wire.Fault{Method: "POST", Path: "/guilds/*/scheduled-events", With: wire.Refused(403, code, "no")})
				if got := w.presses(list, "Server event"); !strings.Contains(got.Text(), want) {
					t.Errorf("code %d: %q", code, got.Text())
				}
			})
		})
	}
}

// A button of another version, or one that somebody made up, changes nothing.
func TestDatesMalformed(t *testing.T) { synthetic(t, testDatesMalformed) }

func testDatesMalformed(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(gives(ask.Answer{}), at(in2021))
	for _, arg := range []string{"", "x", "0", "0||", "0|NATO|2022-13-01|", "0|||tomorrow", "0||||"} {
		for _, control := range []string{datesTurn, calendarName, pictureName, scheduleName} {
			got := b.presses(t, control, discord.Event{Guild: "1", May: discordgo.PermissionCreateEvents, Can: discordgo.PermissionCreateEvents, Arg: arg})
			if !strings.Contains(shown(got), "another version") || len(got.Files) > 0 {
				t.Errorf("%s with %q: %+v", control, arg, got)
			}
		}
	}
}

// However long what articles say is, a page fits and names its sources.
func TestDatesFit(t *testing.T) { synthetic(t, testDatesFit) }

func testDatesFit(t *testing.T) {
	published, err := timex.ParseMoment("2021-12-28")
	if err != nil {
		t.Fatal(err)
	}
	var articles []*article.Article
	for i := range 12 {
		articles = append(articles, article.New(article.Article{
			ID: fmt.Sprint(i), Title: strings.Repeat("A title that goes on *and* on ", 9), Outlet: strings.Repeat("Outlet ", 30), Published: published,
			URL:  "https://example.org/" + strings.Repeat("long/", 60),
			Text: fmt.Sprintf("Between January %d and January %d, 2022, %s alpha%d beta%[4]d gamma%[4]d delta%[4]d epsilon%[4]d.", i+1, i+3, strings.Repeat("delegates_of_ towns ", 60), i),
		}))
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, localdiscord.Options{})
	w.library = l
	b := w.bot(gives(ask.Answer{}), at(in2021))
	r := b.archives.of(discord.Event{}).datesPage(discord.Event{Guild: "1"}, command.View{Asked: []string{"", "", ""}})
	if markdown.Length(shown(r)) > discord.MaxContent || strings.Count(shown(r), "\n> Between") != 10 || !strings.Contains(shown(r), "Page 1 of 2") || !strings.Contains(shown(r), "[10]") {
		t.Errorf("%d characters:\n%s", markdown.Length(shown(r)), shown(r))
	}
}
