package bot

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/rules"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// A person reads who said what, asks for another speaker, and looks at what stands around.
func TestQuotes(t *testing.T) { synthetic(t, testQuotes) }

func testQuotes(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(ask.Answer{})))
	first := w.uses("quotes")
	next := w.presses(first, "Next ▶")
	if next.ID != first.ID {
		t.Error("a page of one's own list is not shown in place of the one before")
	}
	w.presses(next, "Sources")
	w.picks(next, speakersName, "Sergei Lavrov (3)")
	w.uses("quotes", localdiscord.Option{Name: "speaker", Value: "the top Russian diplomat"}, localdiscord.Option{Name: "about", Value: "concessions"})
	w.uses("quotes", localdiscord.Option{Name: "kind", Value: "direct"}, localdiscord.Option{Name: "private", Value: true})
	w.uses("quotes", localdiscord.Option{Name: "speaker", Value: "*Biden*"})
	w.uses("quotes", localdiscord.Option{Name: "speaker", Value: "Lavrov"}, localdiscord.Option{Name: "about", Value: "pizza"})
	golden(t, "quotes", w.Transcript(w.general))
	if bob := w.Person("bob").Transcript(w.general); strings.Contains(bob, "only ada") {
		t.Errorf("bob sees what only ada should:\n%s", bob)
	}
}

func TestWhoSaid(t *testing.T) { synthetic(t, testWhoSaid) }

func testWhoSaid(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(ask.Answer{})))
	for _, text := range []string{
		"We are now preparing to firmly and effectively pursue the agenda of defending our interests",
		"> Lavrov: “We are now preparing to **weakly** pursue the agenda of defending our interests and to make concessions that would be unilateral” lol",
		"NATO is preparing itself for a large-scale armed confrontation with Moscow",
		"Russia and the US-led NATO have recently been at odds over Ukraine, among other issues.",
		"the *old* engine had run for 14 years",
		"Have you seen my ferry ticket?",
		"?!",
	} {
		w.asksWhoSaid(w.ada.Say(w.general, text))
	}
	golden(t, "whosaid", w.Transcript(w.general))
}

// What is under a list works for whoever presses it, and in a later run of the program.
func TestQuotesAfterRestart(t *testing.T) { synthetic(t, testQuotesAfterRestart) }

func testQuotesAfterRestart(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	stop := w.run(w.bot(gives(ask.Answer{})))
	list := w.uses("quotes")
	said := w.asksWhoSaid(w.ada.Say(w.general, "Moscow says it is entitled to move its military freely"))
	context := w.presses(list, "Sources").Text()
	stop()
	stop = w.run(w.bot(gives(ask.Answer{})))
	if after := w.presses(list, "Sources").Text(); after != context {
		t.Errorf("after a restart:\n%s\nbefore:\n%s", after, context)
	}
	if got := w.presses(said, "Sources").Text(); !strings.Contains(got, "> [1] Moscow, however, says") {
		t.Errorf("the context of a match:\n%s", got)
	}
	bob := w.Person("bob")
	pressed, err := bob.Press(list, "Next ▶")
	w.must(err)
	page, err := pressed.Wait(w.soon())
	w.must(err)
	if page.ID == list.ID || !page.IsEphemeral() {
		t.Error("another person's turning of the page is not for that person alone")
	}
	second := w.presses(list, "Next ▶")
	stop()
	w.library = changed(t, w.library)
	w.run(w.bot(gives(ask.Answer{})))
	if got := w.presses(second, "Sources").Text(); !strings.Contains(got, "I no longer hold this article") {
		t.Errorf("of an article that is gone:\n%s", got)
	}
	w.presses(second, "◀ Previous")
}

func TestQuotesSuggestions(t *testing.T) { synthetic(t, testQuotesSuggestions) }

func testQuotesSuggestions(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(ask.Answer{})))
	for typed, want := range map[string]string{
		"":                    "Russia (5) = Russia",
		"lav":                 "Sergei Lavrov (3) = Sergei Lavrov",
		"the kremlin":         "Russia (5) = Russia",
		"deputy foreign":      "Alexander Grushko (1) = Alexander Grushko",
		"nobody of this name": "",
	} {
		typing, err := w.ada.Autocomplete(w.general, "quotes", localdiscord.Option{Name: "speaker", Value: typed})
		w.must(err)
		choices, err := typing.WaitChoices(w.soon())
		w.must(err)
		got := ""
		if len(choices) > 0 {
			got = fmt.Sprintf("%s = %v", choices[0].Name, choices[0].Value)
		}
		if got != want {
			t.Errorf("%q: first %q, want %q", typed, got, want)
		}
	}
}

// hostile is an article whose names, quotes and length are made to break a message.
func hostile(t *testing.T) *knowledge.Library {
	t.Helper()
	var articles []*article.Article
	for i := range 30 {
		name := strings.Repeat("Anna*Maria_ @everyone ", i%3) + fmt.Sprintf("Ida Voss%c", 'a'+i%26)
		words := strings.Repeat("the [engine](http://x.example) is **broken** ", 1+i*3)
		articles = append(articles, article.New(article.Article{
			ID: fmt.Sprint("hostile ", i), Title: strings.Repeat("~~Title~~ ", 40), Outlet: "<@1>", URL: "https://x.example/" + strings.Repeat("a", 300),
			Text: strings.Repeat("A sentence that goes before. ", 200) + "“" + words + "and lost,” said " + name + ", the *captain* of the ferry. It rained.",
		}))
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestQuotesLimits(t *testing.T) { synthetic(t, testQuotesLimits) }

func testQuotesLimits(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.library = hostile(t)
	w.run(w.bot(gives(ask.Answer{})))
	page := w.uses("quotes")
	for range 3 {
		w.presses(page, "Sources")
		page = w.presses(page, "Next ▶")
	}
	w.uses("quotes", localdiscord.Option{Name: "speaker", Value: strings.Repeat("|", longestSpeaker)}, localdiscord.Option{Name: "about", Value: strings.Repeat("\\", longestAbout)})
	w.uses("quotes", localdiscord.Option{Name: "about", Value: strings.Repeat("@", longestAbout)})
	w.asksWhoSaid(w.ada.Say(w.general, strings.Repeat("the engine is broken and ", 70)))
	for _, m := range w.ada.Sees(w.general) {
		if m.Author.Bot && (len(m.Mentions) > 0 || m.MentionEveryone) {
			t.Errorf("a message pings: %s", m.Text())
		}
	}
}

// A button from elsewhere is no reason to fail.
func TestQuotesMalformed(t *testing.T) { synthetic(t, testQuotesMalformed) }

func testQuotesMalformed(t *testing.T) {
	b := newWorld(t, localdiscord.Options{}).bot(gives(ask.Answer{}))
	for _, arg := range []string{"", "x", "1", "0|a|b", "-1|a|b|c", "0|a|b|c|d", "AAAA", "AQ", strings.Repeat("A", 90)} {
		e := discord.Event{Kind: discord.Pressed, Arg: arg, Chosen: []string{"x"}, Message: &discord.Message{}}
		for _, run := range []func(archive, context.Context, discord.Event) command.Reply{archive.turnQuotes, archive.otherQuotes, archive.sources} {
			if r := run(b.archives.of(e), t.Context(), e); shown(r) == "" {
				t.Errorf("%q: no answer", arg)
			}
		}
	}
	if r := b.archives.of(discord.Event{}).whoSaid(context.Background(), discord.Event{Kind: discord.Used}); r.Err == nil {
		t.Error("a message that is not there is no error")
	}
}

func (w *world) uses(name string, options ...localdiscord.Option) *localdiscord.Message {
	w.t.Helper()
	used, err := w.ada.Run(w.general, name, options...)
	w.must(err)
	m, err := used.Wait(w.soon())
	w.must(err)
	return m
}

func (w *world) picks(m *localdiscord.Message, menu, value string) *localdiscord.Message {
	w.t.Helper()
	id := ""
	rules.All(m.Components, func(c rules.Component) {
		if strings.HasPrefix(c.CustomID, menu+":") {
			id = c.CustomID
		}
	})
	picked, err := w.ada.Pick(m, id, value)
	w.must(err)
	shown, err := picked.Wait(w.soon())
	w.must(err)
	return shown
}

func (w *world) asksWhoSaid(m *localdiscord.Message) *localdiscord.Message {
	w.t.Helper()
	asked, err := w.ada.RunOn(m, "Who said this?")
	w.must(err)
	shown, err := asked.Wait(w.soon())
	w.must(err)
	return shown
}

// talks is a library of the articles in a fixture of the knowledge package.
func talks(t *testing.T, fixture string) *knowledge.Library {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "knowledge", "quote", "testdata", "quotes", fixture+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range archive.Files {
		if f.Name != "asked" && f.Name != "got" {
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	articles, err := article.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Speakers of several articles, one not named, quotes of several days.
func TestQuotesOfSeveralArticles(t *testing.T) { synthetic(t, testQuotesOfSeveralArticles) }

func testQuotesOfSeveralArticles(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.library = talks(t, "harbour")
	w.run(w.bot(gives(ask.Answer{})))
	page := w.uses("quotes")
	w.presses(page, "Next ▶")
	w.presses(page, "Next ▶")
	w.uses("quotes", localdiscord.Option{Name: "speaker", Value: "Eide"})
	golden(t, "quotes_harbour", w.Transcript(w.general))
}
