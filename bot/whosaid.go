package bot

import (
	"context"
	"fmt"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/quotation"
)

// whoSaidRow is the command on a message that finds whose words it has.
var whoSaidRow = row{
	name: "Who said this?", description: "finds the quote it holds, and what was changed in it",
	onMessage: true, private: true, asks: true, run: (*Bot).whoSaid,
}

// whoSaid finds the quote that a message holds.
func (b *Bot) whoSaid(_ context.Context, e event) reply {
	if e.Message == nil {
		return reply{text: sorry}
	}
	text := b.question(*e.Message)
	if text == "" {
		return reply{text: "There are no words in this message to look for."}
	}
	found := b.library.WhoSaid(text)
	if len(found) == 0 {
		return reply{text: "The articles do not hold these words, nor anything close to them."}
	}
	for ; ; found = found[:len(found)-1] {
		longest := maxLength
		for len(found) == 1 && longest > 100 && length(matches(found, longest).text) > maxLength {
			longest = longest * 3 / 4
		}
		if r := matches(found, longest); length(r.text) <= maxLength || len(found) == 1 {
			return r
		}
	}
}

// matches returns where the words stand: who said them, how they were changed, what the
// article has.
func matches(found []knowledge.Match, longest int) reply {
	var cited places
	for _, m := range found {
		cited.add(matchPlace(m))
	}
	var b strings.Builder
	changed := false
	for _, m := range found {
		number := cited.number(matchPlace(m))
		b.WriteString(verdict(m) + "\n")
		if !m.Exact {
			changed = true
			fmt.Fprintf(&b, "> %s\n", difference(m.Edits, longest/3))
		}
		if m.Quote == nil {
			fmt.Fprintf(&b, "-# The article has:\n> %s [%d]\n\n", escape(shorten(m.Passage.Text(), longest)), number)
			continue
		}
		fmt.Fprintf(&b, "-# %s\n> %s [%d]\n\n", manner(*m.Quote, maxChoiceText), spoken(*m.Quote, longest), number)
	}
	if changed {
		b.WriteString("-# ~~Struck~~: only in the message · **bold**: only in the article\n")
	}
	for _, a := range cited.articles() {
		fmt.Fprintf(&b, "-# %s %s\n", cited.numbersOf(a), source(a))
	}
	return reply{text: strings.TrimSpace(b.String()), buttons: []button{{label: "Context", name: contextName, arg: cited.encode()}}}
}

func matchPlace(m knowledge.Match) place {
	if m.Quote != nil {
		return placeOf(*m.Quote)
	}
	return place{m.Passage.Article, m.Passage.Index, m.Passage.Index}
}

// verdict says in a sentence whose the words are.
func verdict(m knowledge.Match) string {
	words := "these words"
	if !m.Exact {
		words = "words close to these"
	}
	if m.Quote == nil {
		return "The article has " + words + " as its own; it attributes them to nobody."
	}
	who := "somebody it does not name"
	if m.Quote.Speaker != "" {
		who = bold(escape(shorten(m.Quote.Speaker, maxChoiceText)))
	}
	if m.Quote.Role != "" {
		who += " (" + escape(shorten(m.Quote.Role, maxChoiceText)) + ")"
	}
	switch m.Quote.Kind {
	case quotation.Direct:
		return "The article quotes " + who + " with " + words + "."
	case quotation.Mixed:
		return "The article attributes " + words + " to " + who + ", partly word for word."
	}
	return "The article attributes " + words + " to " + who + ", reported and not word for word."
}

// keptWords is how many words are shown at each end of a long run that was not changed.
const keptWords = 8

// difference shows what was changed, in little more than so many characters: words only the
// message has are struck out, those only the article has are bold.
func difference(edits []knowledge.Edit, longest int) string {
	var b strings.Builder
	for _, e := range edits {
		if length(b.String()) > longest {
			return b.String() + " …"
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		switch e.Kind {
		case knowledge.Kept:
			b.WriteString(escape(middleOut(e.Text)))
		case knowledge.Left:
			b.WriteString("**" + strings.TrimSpace(escape(shorten(e.Text, longest/2))) + "**")
		case knowledge.Added:
			b.WriteString("~~" + strings.TrimSpace(escape(shorten(e.Text, longest/2))) + "~~")
		case knowledge.Skipped:
			b.WriteString("…")
		}
	}
	return b.String()
}

// middleOut returns the words at both ends of a text.
func middleOut(text string) string {
	words := strings.Fields(text)
	if len(words) <= 2*keptWords+2 {
		return shorten(text, 40*keptWords)
	}
	start, end := strings.Join(words[:keptWords], " "), strings.Join(words[len(words)-keptWords:], " ")
	return shorten(start, 20*keptWords) + " … " + shorten(end, 20*keptWords)
}
