package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
	"talksbot/page"
)

// The controls under a list of quotes.
const (
	quotesTurn   = "quotes-page" // shows another page
	speakersName = "quotes-of"   // chooses another speaker
)

// What a person may type into /quotes. Together it must fit what a button carries.
const (
	longestSpeaker = 40
	longestAbout   = 32
)

// quotesPerPage leaves room for words worth reading.
const quotesPerPage = 5

// quotes shows the first page of what was said.
func (a archive) quotes(_ context.Context, e discord.Event) command.Reply {
	return a.quotesPage(command.View{Asked: []string{
		shortName(strings.TrimSpace(e.Values["speaker"])), strings.TrimSpace(e.Values["about"]), e.Values["kind"]}})
}

// turnQuotes shows another page.
func (a archive) turnQuotes(_ context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 3)
	if err != nil {
		return command.Privately(a.words, "button.quotes")
	}
	return command.Turned(e, a.quotesPage(v))
}

// otherQuotes shows the quotes of the speaker chosen in the menu.
func (a archive) otherQuotes(_ context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 3)
	if err != nil || len(e.Chosen) == 0 {
		return command.Privately(a.words, "button.quotes")
	}
	v.Page, v.Asked[0] = 0, e.Chosen[0]
	return command.Turned(e, a.quotesPage(v))
}

// suggestSpeakers completes a speaker's name, the most quoted first.
func (a archive) suggestSpeakers(_ context.Context, e discord.Event) command.Reply {
	return command.Reply{Choices: choicesOf(a.library.Speakers(e.Values[e.Focused]))}
}

// choicesOf returns speakers to choose from, each with the number of quotes.
func choicesOf(speakers []quote.Speaker) []discord.Choice {
	var choices []discord.Choice
	for _, s := range speakers {
		if unnamed(s.Name) {
			continue
		}
		number := fmt.Sprintf(" (%d)", s.Quotes)
		label := page.Shorten(page.UpperFirst(page.Clean(s.Name)), discord.MaxChoiceText-markdown.Length(number)) + number
		value := shortName(s.Name)
		if value != "" && !slices.ContainsFunc(choices, func(c discord.Choice) bool { return c.Value == value }) {
			choices = append(choices, discord.Choice{Name: label, Value: value})
		}
		if len(choices) == discord.MaxChoices {
			break
		}
	}
	return choices
}

// unnamed reports whether those who speak are several without a name: "officials", "sources in the
// army". They are quoted, but are nobody to pick.
func unnamed(name string) bool {
	head, _, _ := strings.Cut(name, " of ")
	head, _, _ = strings.Cut(head, " in ")
	return head == strings.ToLower(head) && strings.HasSuffix(head, "s")
}

// shortName returns as many whole words of a name as an option takes: enough to find it by.
func shortName(name string) string {
	short := ""
	for w := range strings.FieldsSeq(name) {
		if markdown.Length(short)+1+markdown.Length(w) > longestSpeaker {
			break
		}
		short = strings.TrimSpace(short + " " + w)
	}
	if short == "" {
		short = strings.TrimSuffix(page.Shorten(name, longestSpeaker), "…")
	}
	return short
}

// quotesPage returns a page of the quotes asked for: speaker, about and kind.
func (a archive) quotesPage(v command.View) command.Reply {
	q := quote.Query{Speaker: v.Asked[0], About: v.Asked[1], Kind: quotation.Kind(v.Asked[2])}
	found := quote.Group(a.library.Quotes(q))
	v.Per = quotesPerPage
	v, first, end := v.Within(len(found))
	r := command.Reply{Menu: a.speakersMenu(q, found)}
	if len(found) == 0 {
		speakers, known := a.library.OtherSpeakers(q)
		r.Page = page.NoQuotes(q, speakers, known, a.words)
		return r
	}
	r.Page = page.Quotes(found[first:end], q, a.words)
	r.Page.Notes = append(r.Page.Notes, v.Foot(len(found), "pages.quotes", a.words)...)
	r.Page.Buttons = append(v.Turns(quotesTurn, len(found), a.words), r.Page.Buttons...)
	return r
}

// speakersMenu offers those who are not on the list, with the quotes they have of what it is
// about; of a list of everybody's quotes, everybody.
func (a archive) speakersMenu(q quote.Query, shown []quote.Quote) command.Menu {
	about := []string{"", q.About, string(q.Kind)}
	speakers := quote.CountSpeakers(a.library.Quotes(quote.Query{About: q.About, Kind: q.Kind}))
	if len(speakers) == 0 {
		about, speakers = []string{"", "", ""}, a.library.Speakers("")
	}
	m := command.Menu{Name: speakersName, Arg: command.View{Asked: about}.Encode(), Asks: a.words.Text("menu.another-speaker")}
	switch {
	case q.Speaker != "":
		speakers = slices.DeleteFunc(speakers, func(s quote.Speaker) bool {
			return slices.ContainsFunc(shown, func(q quote.Quote) bool { return q.Speaker == s.Name })
		})
	case len(speakers) == 1:
		return command.Menu{}
	default:
		m.Asks = a.words.Text("menu.one-speaker")
	}
	if markdown.Length(m.Name+":"+m.Arg) > discord.MaxCustomID {
		return command.Menu{}
	}
	m.Choices = choicesOf(speakers)
	return m
}
