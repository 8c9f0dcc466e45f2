package bot

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask"
	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// A visitor is somebody who tries everything there is, in one language.
type visitor struct {
	*world
	words page.Printer
}

// Somebody whose Discord speaks another language reads everything in it, and nothing in English but what the
// articles say, and what is to be asked of them.
func TestEveryLanguage(t *testing.T) {
	articles, err := article.Load(filepath.Join("testdata", "drawn"))
	if err != nil {
		t.Fatal(err)
	}
	held, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range page.Languages() {
		t.Run(code, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				until(morning.Add(-time.Hour))
				v := visitor{start(t, localdiscord.Options{Memory: inmemory.New()}), page.In(code)}
				v.library, v.ada.Locale = held, code
				v.run(v.bot((&ask.Asker{Articles: knowledge.NewCurrent(held)}).Answer))
				v.Speak(code)
				v.Invite()
				v.tries()
				v.asksOn()
				v.manages()
				read := v.Transcript(v.general) + v.Transcript(v.ada.DM())
				t.Log(read)
				for _, words := range inEnglish() {
					if code != page.Languages()[0] && strings.Contains(read, words) {
						t.Errorf("in English: %q", words)
					}
				}
			})
		})
	}
}

// tries uses every command, and what stands under its answer.
func (v visitor) tries() {
	v.presses(v.said(v.general)[0], v.words.Text("try.new"))
	answer := v.asks("When does the bridge reopen?")
	v.presses(v.presses(answer, v.words.Text("button.sources")), v.words.Text("button.checked"))
	v.asks("Who painted the bridge?")
	v.asks("What happened on December 3?")
	v.asks("hello")
	v.asks("What can you do?")
	v.asks("Wann öffnet die Brücke wieder?")
	v.asks("What do the articles disagree about?")
	v.checks("The swing bridge will open on March 14.")
	v.checks("Ruth Calder said that the delay would raise the cost of the repairs.")
	v.checks("Paris is the capital of France.")
	v.checks("Is it open?")
	dates := v.uses("dates")
	for _, button := range []string{"button.calendar", "button.picture", "button.event"} {
		v.presses(dates, v.words.Text(button))
	}
	v.uses("dates", opt("about", "pizza"), opt("from", "2022-01-10"))
	v.uses("dates", opt("from", "sometime"))
	v.uses("quotes")
	v.uses("quotes", opt("speaker", "Nobody"), opt("kind", "direct"))
	for _, command := range []string{"digest now", "help", "about", "privacy"} {
		v.uses(command)
	}
	v.asksWhoSaid(v.ada.Say(v.general, "the delay would raise the cost of the repairs"))
	v.asksWhoSaid(v.ada.Say(v.general, "Nobody has ever said such a thing of any bridge"))
}

// asksOn asks in other ways than by a command.
func (v visitor) asksOn() {
	first := v.hears(v.ada.Say(v.general, v.Mention()+" When does the bridge reopen?"))
	v.hears(v.ada.Reply(first, "Really?"))
	v.hears(v.ada.Reply(first, "whose words?"))
	v.hears(v.ada.Say(v.ada.DM(), "thanks"))
}

// manages sets things up for a server.
func (v visitor) manages() {
	for _, command := range []string{"digest subscribe", "digest list", "digest unsubscribe", "digest list", "settings show"} {
		v.uses(command)
	}
	v.uses("digest subscribe", opt("time", "half past nine"))
	v.uses("digest subscribe", opt("timezone", "Londn"))
	v.uses("settings answers", opt("threads", true), opt("forum-posts", false))
	v.uses("settings limits", opt("person", 1000))
	v.uses("settings channels", opt("add", v.Channel("news").ID))
	v.asks("When does the bridge reopen?")
	v.runs(v.ada.DM(), "digest list")
}

// inEnglish returns what nobody should read who reads another language: the longer pieces of English sentences
// between what is filled in to them.
func inEnglish() (all []string) {
	inOthers := regexp.MustCompile(`^(cli|checkup|eval|language|date|follow|try|command-name)\.`)
	for _, name := range page.Names() {
		for piece := range strings.SplitSeq(page.Printer{}.Text(name), "<no value>") {
			if piece = strings.TrimSpace(piece); strings.Count(piece, " ") > 1 && len(piece) > 12 && !inOthers.MatchString(name) && !slices.Contains(all, piece) {
				all = append(all, piece)
			}
		}
	}
	return all
}

// Whoever uses a command is answered in their language, in public and in private; a mention in that of the
// server, and everything in the one that a server has chosen.
func TestWhoseLanguage(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot((&ask.Asker{Articles: knowledge.NewCurrent(w.library)}).Answer))
		says := func(what, code string, m *localdiscord.Message) {
			t.Helper()
			if want := page.In(code).Text("answer.silent", "N", 2); !strings.Contains(m.Text(), want) {
				t.Errorf("%s is not in %s:\n%s", what, code, m.Text())
			}
		}
		const question = "What happened on December 3?"
		mention := func() *localdiscord.Message { return w.hears(w.ada.Say(w.general, w.Mention()+" "+question)) }
		direct := func() *localdiscord.Message { return w.hears(w.ada.Say(w.ada.DM(), question)) }
		says("a direct message of a stranger", "en", direct())
		w.ada.Locale = "uk"
		says("an answer for everybody", "uk", w.asks(question))
		says("an answer for one", "uk", w.asks(question, opt("private", true)))
		says("a mention in an English server", "en", mention())
		says("a direct message of who speaks Ukrainian", "uk", direct())
		w.Speak("pl")
		synctest.Wait()
		says("a mention in a Polish server", "pl", mention())
		w.ada.Locale = "it"
		says("an answer in a language we do not speak", "en", w.asks(question))
		w.uses("settings language", opt("language", "es"))
		says("an answer where Spanish was chosen", "es", w.asks(question))
		says("a mention where Spanish was chosen", "es", mention())
	})
}

// A digest is in the language of its server.
func TestDigestLanguage(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		n := &newsroom{newWorld(t, localdiscord.Options{}), filepath.Join(t.TempDir(), "talks.db")}
		b := n.newsBot()
		n.run(b)
		n.Speak("pl")
		synctest.Wait()
		n.uses("digest subscribe")
		time.Sleep(2 * time.Hour)
		if said := n.said(n.general); len(said) != 1 || !strings.HasPrefix(said[0].Text(), "**Przegląd: 10 stycznia 2022") {
			t.Errorf("a Polish server reads\n%s", n.Transcript(n.general))
		}
	})
}
