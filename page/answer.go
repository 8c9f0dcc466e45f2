package page

import (
	"strconv"

	"talksbot/ask"
	"talksbot/knowledge/article"
)

// mostClaims is more claims than anybody reads.
const mostClaims = 50

// longestAsked is how much of a question is repeated above its answer.
const longestAsked = 300

// Answer lays out an answer: each claim with the numbers of the sentences it rests on, then the
// articles, under each the sentences of it where a model chose the words.
func Answer(a ask.Answer, w Printer) Page {
	p := Page{words: w}
	switch {
	case a.Outcome == ask.Answered && len(a.Claims) > 0:
		p.claims(a)
	case a.Message == "":
		return w.Page("sorry")
	default:
		p.add(line(Plain, w.ofAnswer(a.Message, a)))
		if a.Outcome == ask.Silent {
			p.closest(a.Closest)
		}
	}
	p.offer(ShowSources, "button.sources")
	if a.Note != "" {
		p.Notes = append(p.Notes, line(Small, w.ofAnswer(a.Note, a)))
	}
	return p
}

// ofAnswer returns a sentence that an answer names.
func (w Printer) ofAnswer(name string, a ask.Answer) []Span {
	return w.Say(name, "N", a.Held, "Purpose", w.Say("purpose.greeting", "N", a.Held, "Title", a.Title), "Title", a.Title)
}

// AnswerText returns a sentence that an answer names, its Message or its Note, as plain text.
func AnswerText(name string, a ask.Answer, w Printer) string {
	if name == "" {
		return ""
	}
	return text(w.ofAnswer(name, a))
}

func (p *Page) claims(a ask.Answer) {
	kind := Quotation
	if a.Mode == ask.WordedModel {
		kind, p.List = Plain, Quoted
	}
	p.More = "answer.more"
	for _, c := range a.Claims[:min(len(a.Claims), mostClaims)] {
		p.add(line(kind, p.words.claim(c), p.citeAll(c.Cites)))
	}
	for _, c := range a.Claims[len(p.Parts):] {
		p.citeAll(c.Cites)
		p.Left++
	}
}

// saidBy returns the note that says whose words stand before it.
func (w Printer) saidBy(speaker string) Span {
	return Span{Mark: Note, Outside: true, Text: w.Text("note.said-by", "Speaker", speaker)}
}

// claim returns a claim's text with its marks.
func (w Printer) claim(c ask.Claim) []Span {
	var all []Span
	at := 0
	put := func(from, to int, m Mark) {
		if from < to {
			all = append(all, marked(m, Outside(c.Text[from:to])))
		}
	}
	for _, m := range c.Marks {
		put(at, m.Start, Words)
		mark := Words
		if m.Bold {
			mark = Bold
		}
		put(m.Start, m.End, mark)
		switch {
		case m.Quoted:
			all = append(all, w.saidBy(m.Note))
		case m.Note != "":
			all = append(all, marked(Note, Outside(m.Note)))
		}
		at = m.End
	}
	put(at, len(c.Text), Words)
	return all
}

// closest adds the passages that come closest to an answer.
func (p *Page) closest(passages []article.Passage) {
	if len(passages) == 0 {
		return
	}
	lines := []Line{line(Plain, p.words.Say("answer.closest"))}
	for _, c := range passages {
		lines = append(lines, line(Quotation, soft(c.Text()), p.citeAll([]article.Passage{c})))
	}
	p.add(lines...)
}

// Asked returns the line that repeats a question above its answer.
func Asked(question string, w Printer) []Line {
	return []Line{line(Small, Outside(Shorten(question, longestAsked)))}
}

// Understood returns the line that says how a question was understood.
func Understood(question string, w Printer) []Line {
	return []Line{line(Small, w.Say("answer.understood", "Question", Shorten(question, longestAsked)))}
}

// Search lays out what a search found, best first, each with how well it fits.
func Search(found []article.Passage, w Printer) Page {
	if len(found) == 0 {
		return w.Page("search.nothing")
	}
	p := Page{words: w, List: None}
	for i, f := range found {
		p.add(line(Plain, w.Say("search.found", "Number", i+1, "Sentence", f.Text())),
			line(Aside, w.Say("search.score", "Score", own(strconv.FormatFloat(f.Score, 'f', 2, 64)), "Article", w.Source(f.Article))))
	}
	return p
}

// Welcome says in the terminal what there is to ask about.
func Welcome(articles []*article.Article, w Printer) Page {
	what := w.Say("chat.articles", "N", len(articles))
	if len(articles) == 1 {
		what = w.Source(articles[0])
	}
	p := Page{words: w}
	p.add(line(Plain, w.Say("chat.welcome", "Articles", what)))
	p.add(line(Plain, w.Say("chat.token")))
	return p
}
