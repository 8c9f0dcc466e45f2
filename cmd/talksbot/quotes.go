package main

import (
	"errors"
	"fmt"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/quotation"
)

type quotesCmd struct {
	Speaker string `placeholder:"NAME" help:"Whose words: a name, an office, a country."`
	About   string `placeholder:"WORDS" help:"What they are about: words and names."`
	Kind    string `placeholder:"KIND" help:"direct (word for word), indirect (reported) or mixed."`
	Match   string `placeholder:"TEXT" help:"Who said this? Find the quote that the text holds, and what was changed in it."`
	JSON    bool   `name:"json" help:"Write one JSON object."`
}

// Validate is called by kong once the flags are read.
func (c *quotesCmd) Validate() error {
	switch quotation.Kind(c.Kind) {
	case "", quotation.Direct, quotation.Mixed, quotation.Indirect:
		return nil
	}
	return fmt.Errorf("--kind: there is no %q: write direct, mixed or indirect", c.Kind)
}

// Run writes who said what, or whose words a text has.
func (c *quotesCmd) Run(e *env) error {
	lib, err := e.library()
	if err != nil {
		return err
	}
	out := output{JSON: c.JSON}
	if c.Match != "" {
		if c.Speaker != "" || c.About != "" || c.Kind != "" {
			return usageError{errors.New("--match looks for a text among all quotes: leave --speaker, --about and --kind out")}
		}
		found := lib.WhoSaid(c.Match)
		return out.write(e, newMatches(found), e.page().matches(found))
	}
	q := knowledge.QuoteQuery{Speaker: c.Speaker, About: c.About, Kind: quotation.Kind(c.Kind)}
	found := lib.Quotes(q)
	if len(found) == 0 {
		speakers := whoElse(lib, q)
		return out.write(e, newQuotes(nil, speakers), noQuotes(q, speakers))
	}
	return out.write(e, newQuotes(found, knowledge.CountSpeakers(found)), e.page().quotes(found))
}

// whoElse returns who is quoted where nothing fits: the speaker asked for, whose quotes are
// about something else, or everybody.
func whoElse(lib *knowledge.Library, q knowledge.QuoteQuery) []knowledge.Speaker {
	if known := lib.Speakers(q.Speaker); len(known) > 0 {
		return known
	}
	return lib.Speakers("")
}

// noQuotes says that nothing fits, and who is quoted instead.
func noQuotes(q knowledge.QuoteQuery, quoted []knowledge.Speaker) string {
	text := "The articles hold no quotation"
	if q.Speaker != "" {
		text += " by " + printable(q.Speaker)
	}
	if q.About != "" {
		text += " about " + printable(q.About)
	}
	if q.Kind != "" {
		text += ", " + knowledge.Manner(q.Kind)
	}
	if len(quoted) == 0 {
		return text + "."
	}
	var names []string
	for _, s := range quoted {
		names = append(names, fmt.Sprintf("%s (%d)", printable(s.Name), s.Quotes))
	}
	return text + ". They quote:\n  " + strings.Join(names, "\n  ")
}

// quotes writes quotes under their speakers, with the numbers of their sources.
func (p page) quotes(found []knowledge.Quote) string {
	var sources []knowledge.Passage
	var b strings.Builder
	last, manner := "", ""
	for i, q := range knowledge.GroupQuotes(found) {
		if i == 0 || q.Speaker != last {
			b.WriteString(strings.Repeat("\n", min(i, 1)) + p.speaker(q) + "\n")
			last, manner = q.Speaker, ""
		}
		if m := howSaid(q); m != manner {
			b.WriteString("  " + p.faint(m) + "\n")
			manner = m
		}
		b.WriteString("    " + wordsOf(q))
		for _, s := range q.Passages() {
			if ask.Number(sources, s) == 0 {
				sources = append(sources, s)
			}
			fmt.Fprintf(&b, " [%d]", ask.Number(sources, s))
		}
		b.WriteString("\n")
	}
	return b.String() + "\n" + p.sources(sources, ask.Extract)
}

// speaker names who is quoted, with the office.
func (p page) speaker(q knowledge.Quote) string {
	if q.Speaker == "" {
		return p.bold("Somebody the article does not name")
	}
	name := p.bold(sentenceCase(printable(q.Speaker)))
	if q.Role != "" {
		name += " · " + sentenceCase(printable(q.Role))
	}
	return name
}

// howSaid says when a quote was said or published, how close it is to what was spoken, and
// what the article calls the speaker there.
func howSaid(q knowledge.Quote) string {
	line := "Undated"
	switch {
	case !q.Said.IsZero():
		line = "Said on " + publication(q.Said)
	case !q.Day().IsZero():
		line = "Published " + publication(q.Day())
	}
	line += " · " + knowledge.Manner(q.Kind)
	if as := q.WrittenAs(); as != "" {
		line += " · in the article: “" + printable(as) + "”"
	}
	return line
}

// wordsOf returns what was said: in quotation marks where the words are the speaker's own,
// else behind the words of saying.
func wordsOf(q knowledge.Quote) string {
	words := q.Plain()
	for i, w := range words {
		words[i] = printable(w)
		if q.Kind == quotation.Direct {
			words[i] = "“" + words[i] + "”"
		}
	}
	return strings.TrimSpace(printable(q.Lead()) + " " + strings.Join(words, " … "))
}

// matches writes whose words a text has, and what was changed in them.
func (p page) matches(found []knowledge.Match) string {
	if len(found) == 0 {
		return "The articles do not hold these words, nor anything close to them."
	}
	var b strings.Builder
	for _, m := range found {
		words := "These words"
		if !m.Exact {
			words = "Words close to these"
		}
		if m.Quote == nil {
			fmt.Fprintf(&b, "%s are the article's own; it attributes them to nobody.\n", words)
			b.WriteString(p.changes(m) + p.quoted([]knowledge.Passage{m.Passage}) + "\n")
			continue
		}
		fmt.Fprintf(&b, "%s are attributed to %s\n", words, p.speaker(*m.Quote))
		fmt.Fprintf(&b, "%s  %s\n    %s\n  %s\n\n", p.changes(m), p.faint(howSaid(*m.Quote)), wordsOf(*m.Quote), p.faint(origin(m.Passage.Article)))
	}
	return b.String()
}

// changes writes what was changed: "[-the article's-] {+the text's+}".
func (p page) changes(m knowledge.Match) string {
	if m.Exact {
		return ""
	}
	var parts []string
	for _, e := range m.Edits {
		switch words := printable(e.Text); e.Kind {
		case knowledge.Kept:
			parts = append(parts, words)
		case knowledge.Left:
			parts = append(parts, p.bold("[-"+words+"-]"))
		case knowledge.Added:
			parts = append(parts, p.bold("{+"+words+"+}"))
		case knowledge.Skipped:
			parts = append(parts, "…")
		}
	}
	return "  Changed, [-only in the article-], {+only in the text+}:\n    " + strings.Join(parts, " ") + "\n"
}
