package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"talksbot/bot/discord"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
	"talksbot/page"
)

// quotesName is the command.
const quotesName = "quotes"

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

// quotesRow is the command /quotes.
var quotesRow = row{
	name: quotesName, description: "command.quotes", asks: true, run: (*Bot).quotes, suggest: (*Bot).suggestSpeakers,
	options: []discord.Option{
		{Name: "speaker", Description: "option.speaker", Type: text, Autocomplete: true, MaxLength: longestSpeaker},
		{Name: "about", Description: "option.quotes-about", Type: text, MaxLength: longestAbout},
		{Name: "kind", Description: "option.kind", Type: text, Choices: []choice{
			{Name: "manner.direct", Value: string(quotation.Direct)},
			{Name: "manner.mixed", Value: string(quotation.Mixed)},
			{Name: "manner.indirect", Value: string(quotation.Indirect)},
		}},
		private,
	},
}

// quotes shows the first page of what was said.
func (b *archive) quotes(_ context.Context, e event) reply {
	return b.quotesPage(view{asked: []string{
		shortName(strings.TrimSpace(e.Values["speaker"])), strings.TrimSpace(e.Values["about"]), e.Values["kind"]}})
}

// turnQuotes shows another page.
func (b *archive) turnQuotes(_ context.Context, e event) reply {
	v, err := decodeView(e.Arg, 3)
	if err != nil {
		return b.privately("button.quotes")
	}
	return turned(e, b.quotesPage(v))
}

// otherQuotes shows the quotes of the speaker chosen in the menu.
func (b *archive) otherQuotes(_ context.Context, e event) reply {
	v, err := decodeView(e.Arg, 3)
	if err != nil || len(e.Chosen) == 0 {
		return b.privately("button.quotes")
	}
	v.page, v.asked[0] = 0, e.Chosen[0]
	return turned(e, b.quotesPage(v))
}

// suggestSpeakers completes a speaker's name, the most quoted first.
func (b *archive) suggestSpeakers(_ context.Context, e event) reply {
	return reply{choices: choicesOf(b.library.Speakers(e.Values[e.Focused]))}
}

// choicesOf returns speakers to choose from, each with the number of quotes.
func choicesOf(speakers []quote.Speaker) []choice {
	var choices []choice
	for _, s := range speakers {
		if unnamed(s.Name) {
			continue
		}
		number := fmt.Sprintf(" (%d)", s.Quotes)
		label := page.Shorten(page.UpperFirst(page.Clean(s.Name)), maxChoiceText-length(number)) + number
		value := shortName(s.Name)
		if value != "" && !slices.ContainsFunc(choices, func(c choice) bool { return c.Value == value }) {
			choices = append(choices, choice{Name: label, Value: value})
		}
		if len(choices) == maxChoices {
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
		if length(short)+1+length(w) > longestSpeaker {
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
func (b *archive) quotesPage(v view) reply {
	q := quote.Query{Speaker: v.asked[0], About: v.asked[1], Kind: quotation.Kind(v.asked[2])}
	found := quote.Group(b.library.Quotes(q))
	v.per = quotesPerPage
	v, first, end := v.within(len(found))
	r := reply{menu: b.speakersMenu(q, found)}
	if len(found) == 0 {
		speakers, known := page.Instead(q, b.library.Speakers)
		r.page = page.NoQuotes(q, speakers, known, b.words)
		return r
	}
	r.page = page.Quotes(found[first:end], q, b.words)
	r.page.Notes = append(r.page.Notes, v.foot(len(found), "pages.quotes", b.words)...)
	r.page.Buttons = append(v.turns(quotesTurn, len(found), b.words), r.page.Buttons...)
	return r
}

// speakersMenu offers those who are not on the list, with the quotes they have of what it is
// about; of a list of everybody's quotes, everybody.
func (b *archive) speakersMenu(q quote.Query, shown []quote.Quote) menu {
	about := []string{"", q.About, string(q.Kind)}
	speakers := quote.CountSpeakers(b.library.Quotes(quote.Query{About: q.About, Kind: q.Kind}))
	if len(speakers) == 0 {
		about, speakers = []string{"", "", ""}, b.library.Speakers("")
	}
	m := menu{name: speakersName, arg: view{asked: about}.encode(), asks: b.words.Text("menu.another-speaker")}
	switch {
	case q.Speaker != "":
		speakers = slices.DeleteFunc(speakers, func(s quote.Speaker) bool {
			return slices.ContainsFunc(shown, func(q quote.Quote) bool { return q.Speaker == s.Name })
		})
	case len(speakers) == 1:
		return menu{}
	default:
		m.asks = b.words.Text("menu.one-speaker")
	}
	if length(m.name+":"+m.arg) > maxCustomID {
		return menu{}
	}
	m.choices = choicesOf(speakers)
	return m
}
