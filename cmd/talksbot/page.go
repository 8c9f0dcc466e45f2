package main

import (
	"fmt"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/timex"
)

// A page writes answers for people to read. The zero page is for files and pipes: bold is
// written as **bold**, and lines are as long as they come.
type page struct {
	width  int  // of the terminal, in characters; 0 where there is none
	styled bool // bold and grey by escape sequences
}

// maxWidth is how wide a line is at most, for the eye's sake.
const maxWidth = 88

// page returns the page that suits what standard output is.
func (e *env) page() page {
	f, ok := e.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return page{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 20 {
		width = maxWidth
	}
	return page{width: min(width, maxWidth), styled: !e.settings.plain}
}

// fit breaks lines to the page's width.
func (p page) fit(text string) string {
	if p.width == 0 {
		return text
	}
	return wrap(text, p.width)
}

func (p page) bold(s string) string {
	if p.styled {
		return "\x1b[1m" + s + "\x1b[22m"
	}
	return "**" + s + "**"
}

func (p page) faint(s string) string {
	if p.styled {
		return "\x1b[2m" + s + "\x1b[22m"
	}
	return s
}

// printable takes from outside text what a terminal would act on.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// answer writes an answer: its claims with the numbers of their sources, then these.
func (p page) answer(a ask.Answer) string {
	if a.Outcome != ask.Answered {
		return p.refusal(a)
	}
	var b strings.Builder
	sources := a.Sources()
	for _, c := range a.Claims {
		b.WriteString(c.Render(printableWords, p.bold))
		for _, cite := range c.Cites {
			fmt.Fprintf(&b, " [%d]", ask.Number(sources, cite))
		}
		b.WriteString("\n\n")
	}
	b.WriteString(p.sources(sources, a.Mode))
	if a.Note != "" {
		b.WriteString("\n" + p.faint(a.Note) + "\n")
	}
	return b.String()
}

// printableWords is printable for a piece of a sentence, whose outer spaces count.
func printableWords(s string) string {
	clean := printable(s)
	if clean == "" {
		if strings.TrimSpace(s) == "" && s != "" {
			return " "
		}
		return ""
	}
	if unicode.IsSpace(rune(s[0])) {
		clean = " " + clean
	}
	if unicode.IsSpace(rune(s[len(s)-1])) {
		clean += " "
	}
	return clean
}

// sources lists the articles behind the numbers, one a line. Where a model worded the
// claims, the sentences it rests on are quoted too; in an extract they are the claims.
func (p page) sources(sources []knowledge.Passage, mode ask.Mode) string {
	var b strings.Builder
	if mode == ask.WordedModel {
		for i, s := range sources {
			fmt.Fprintf(&b, "[%d] “%s”\n    %s\n", i+1, printable(s.Text()), p.faint(origin(s.Article)))
		}
		return b.String()
	}
	first := 0
	for i, s := range sources {
		if i+1 == len(sources) || sources[i+1].Article != s.Article {
			b.WriteString(numbers(first+1, i+1) + " " + p.faint(origin(s.Article)) + "\n")
			first = i + 1
		}
	}
	return b.String()
}

// numbers writes the numbers of sources that follow one another.
func numbers(first, last int) string {
	switch last - first {
	case 0:
		return fmt.Sprintf("[%d]", first)
	case 1:
		return fmt.Sprintf("[%d] [%d]", first, last)
	}
	return fmt.Sprintf("[%d]–[%d]", first, last)
}

// origin names an article: outlet, title, day of publication, address.
func origin(a *knowledge.Article) string {
	var facts []string
	for _, fact := range []string{a.Outlet, a.Title, publication(a.Published.Day), a.URL} {
		if fact != "" {
			facts = append(facts, printable(fact))
		}
	}
	if len(facts) == 0 {
		return printable(a.ID)
	}
	return strings.Join(facts, " · ")
}

func publication(d timex.Day) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s, %d %s %d", d.Weekday(), d.Day, d.Month, d.Year)
}

// refusal writes what is said where there is no answer, with what comes closest.
func (p page) refusal(a ask.Answer) string {
	text := printable(a.Message) + "\n"
	if len(a.Closest) > 0 {
		text += "\n" + p.closest(a.Closest)
	}
	if a.Note != "" {
		text += "\n" + p.faint(printable(a.Note)) + "\n"
	}
	return text
}

func (p page) closest(passages []knowledge.Passage) string {
	return "What comes closest:\n" + p.quoted(passages)
}

// quoted writes passages word for word, each article's name after the last of its own.
func (p page) quoted(passages []knowledge.Passage) string {
	var b strings.Builder
	for i, c := range passages {
		fmt.Fprintf(&b, "  “%s”\n", printable(c.Text()))
		if i+1 == len(passages) || passages[i+1].Article != c.Article {
			fmt.Fprintf(&b, "  %s\n", p.faint(origin(c.Article)))
		}
	}
	return b.String()
}

// passages lists what a search found.
func (p page) passages(found []knowledge.Passage) string {
	if len(found) == 0 {
		return "Nothing in the articles fits these words."
	}
	var b strings.Builder
	for i, f := range found {
		fmt.Fprintf(&b, "%2d. %s\n    %s\n", i+1, printable(f.Text()), p.faint(fmt.Sprintf("%.2f · %s", f.Score, origin(f.Article))))
	}
	return b.String()
}

// sentenceCase returns s as a sentence begins.
func sentenceCase(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + strings.TrimSuffix(s[i+len(string(r)):], ".")
	}
	return s
}
