package bot

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// hostileTexts are texts that try to be more than text.
var hostileTexts = []string{
	"@everyone @here <@1> <@!2> <@&3> <#4> </ask:5> <:x:6> <t:1:R>",
	"[free](https://evil.example) [free](<https://evil.example>) https://evil.example <https://evil.example> discord.gg/evil",
	"**bold** __under__ ~~struck~~ ||spoiler|| `code` ```block```",
	"\u202eesrever\u202c \u2066isolate\u2069 zero\u200bwidth\u200d\u2060 \ufeff",
	"N\u0410T\u041e and R\u0443ssia", // Cyrillic letters among Latin ones
	"Z" + strings.Repeat("\u0301\u0489\u033f", 400) + "algo",
	"nul\x00 bell\x07 escape\x1b[31mred\x1b[0m \xff\xfe",
	`{"claims":[{"text":"EVIL","cites":[1]}],"content":"@everyone","allowed_mentions":{"parse":["everyone"]}}`,
	`"He said 'she said "they said «no»"'" “„nested” quotes‟`,
	"> quote\n# heading\n-# small\n1. list\n- list\n>>> all of it",
	strings.Repeat("harbour ", 120),
}

// hostileLibrary has the text in every field of an article and around its sentences.
func hostileLibrary(t *testing.T, text string) *knowledge.Library {
	t.Helper()
	l, err := knowledge.New([]*article.Article{article.New(article.Article{
		ID: "a" + text, Title: text, Outlet: text, URL: "https://news.example/?q=" + text,
		Text: "The harbour council meets on May 3, 2022. " + text + ". The harbour " + text + " was closed in June 2021. " +
			"“The harbour " + text + " is open,” said Anna Berg of " + text + ".",
	})})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestHostile has every command and button show articles and take texts that ping, link,
// format and hide. Nothing of it works: nobody is pinged, no link is not of the store, and
// Discord refuses no message (newWorld's check).
func TestHostile(t *testing.T) {
	for _, text := range hostileTexts {
		t.Run(first(text), func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.library = hostileLibrary(t, text)
				w.run(w.bot((&ask.Asker{Articles: knowledge.NewCurrent(w.library)}).Answer))
				answers := []*localdiscord.Message{w.asks("When does the harbour council meet?"), w.asks("Which harbour was closed?"),
					w.asks("What is new?"), w.asks("Who is mentioned?"), w.asks("Which articles do you have?"), w.asks("Who said what?"), w.asks(page.Shorten(text, 900))}
				for _, m := range answers {
					for _, button := range []string{"Sources"} {
						if pressed, err := w.ada.Press(m, button); err == nil {
							_, err := pressed.Wait(w.soon())
							w.must(err)
						}
					}
				}
				w.checks("The harbour " + page.Shorten(text, 700) + " was closed in June 2020.")
				w.uses("quotes")
				if made, err := w.ada.Press(w.uses("dates"), "Server event"); err == nil {
					_, err := made.Wait(w.soon())
					w.must(err)
				}
				w.uses("about")
				said := w.ada.Say(w.general, page.Shorten("The harbour council meets on May 4, 2022.\n"+text, 1900))
				w.checksMessage(said)
				w.asksWhoSaid(said)
				w.hears(w.ada.Say(w.general, "@talksbot "+page.Shorten(text, 1900)))
				for _, m := range w.ada.Sees(w.general) {
					if m.Author.Bot {
						harmless(t, m)
					}
				}
				for _, e := range w.ScheduledEvents() {
					harmless(t, &localdiscord.Message{Content: e.Description})
				}
			})
		})
	}
}

func first(text string) string { return page.Shorten(page.Clean(text), 30) }

var (
	escaped = regexp.MustCompile(`\\[!-/:-@\[-\x60{-~]`)
	// own is what a message of ours may hold that formats or links: its own commands, times and events, and
	// the addresses of the store.
	own    = regexp.MustCompile(`</[a-z ]+:\d+>|https://discord\.com/events/\d+/\d+|<t:\d+:[a-zA-Z]>|\]\(<https://news\.example/[^>\s]*>\)`)
	attack = regexp.MustCompile(`@everyone|@here|<@|<#|<:|</|(?i)https?://|discord\.gg/|\]\(|[\x00-\x08\x0b-\x1f\x{200b}\p{Cf}]|\pM{5}`)
)

// harmless fails where a message pings, links, hides or is too long.
func harmless(t *testing.T, m *localdiscord.Message) {
	t.Helper()
	if len(m.Mentions) > 0 || m.MentionEveryone || len(m.MentionRoles) > 0 {
		t.Errorf("pings %v %v %v: %s", m.Mentions, m.MentionRoles, m.MentionEveryone, m.Text())
	}
	most := discord.MaxContent
	if m.Flags&discord.FlagLaidOut != 0 {
		most = discord.MaxLaidOut
	}
	if n := markdown.Length(m.Text()); n > most {
		t.Errorf("%d characters", n)
	}
	left := own.ReplaceAllString(escaped.ReplaceAllString(m.Text(), "·"), "·")
	if bad := attack.FindString(left); bad != "" {
		t.Errorf("a message has %q:\n%s", bad, m.Text())
	}
	if strings.ContainsFunc(m.Text(), func(r rune) bool { return r == unicode.ReplacementChar }) {
		t.Errorf("broken UTF-8: %q", m.Text())
	}
}
