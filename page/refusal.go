package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// silent says that the articles do not say what was asked, and which names they do not have.
func (w Printer) silent(a ask.Answer) []Span {
	r := a.Refusal
	says := w.Say("answer.silent", "N", a.Held)
	switch {
	case r.States != "":
		says = w.Say("refusal.states", "N", a.Held, "What", r.States)
	case r.Asks != "":
		says = w.Say("refusal.asks", "N", a.Held, "What", r.Asks)
	}
	if len(r.Names) > 0 {
		says = spans(says, " ", w.Say("refusal.names", "N", a.Held, "Names", w.ListText("list.or", r.Names)))
	}
	if len(r.Teasers) > 0 {
		says = spans(says, " ", w.Say("refusal.teaser", "Titles", titles(r.Teasers, w)))
	}
	if !a.Days.IsZero() && !a.From.IsZero() {
		says = spans(says, " ", w.Say("answer.no-day", "Days", w.Days(a.Days), "Newest", day(a.From, w)))
	}
	return says
}

// mostTeasers is how many articles a refusal names of which only the beginning is held.
const mostTeasers = 3

// titles names articles in a sentence.
func titles(articles []*article.Article, w Printer) []Span {
	var titles [][]Span
	for _, a := range articles[:min(mostTeasers, len(articles))] {
		titles = append(titles, spans(quoted(Outside(Shorten(name(a), longestTitle)), w)))
	}
	return w.List("list.and", titles)
}

// lacks are the sentences for what the closest sentence has nothing of.
var lacks = map[ask.Lack]string{
	ask.NoDay: "refusal.no-day", ask.NoPlace: "refusal.no-place", ask.NoNumber: "refusal.no-number", ask.Nobody: "refusal.nobody",
}

// closest adds the passages that come closest to an answer, and why they are none.
func (p *Page) closest(a ask.Answer) {
	says := p.words.Say("answer.closest")
	switch {
	case a.Refusal.Instead != "":
		says = p.words.Say("refusal.instead", "What", a.Refusal.Instead)
	case a.Refusal.Lacks != 0:
		says = p.words.Say(lacks[a.Refusal.Lacks])
	}
	p.near(says, a.Closest, a.Question)
}

// near adds passages that come close to what was asked or claimed, in few words, below a line.
func (p *Page) near(says []Span, passages []article.Passage, asked string) {
	if len(passages) == 0 {
		return
	}
	lines := []Line{line(Plain, says)}
	for _, c := range passages {
		lines = append(lines, line(Quotation, soft(clause(c, asked)), p.citeAll([]article.Passage{c})))
	}
	p.add(lines...)
}

// suggest adds a question that is answered.
func (p *Page) suggest(a ask.Answer) {
	if a.Refusal.Offer != "" {
		p.add(line(Plain, p.words.Say("refusal.offer", "Question", a.Refusal.Offer)))
	}
}

// longestClause is how many characters of a sentence stand beside a refusal, more or less.
const longestClause = 150

// clause returns the part of a sentence that has most of what the question names, with an ellipsis
// for what is left out; as it is where it is short, or where what is left out would say who says it,
// deny it or tie it to a condition.
func clause(s article.Passage, question string) string {
	text := strings.TrimSpace(s.Text())
	if utf8.RuneCountInString(text) <= longestClause {
		return text
	}
	parts := parted(text)
	asked := english.SetOf(strings.Join(english.ContentStems(question), " "))
	first, most := 0, -1
	for i, part := range parts {
		if n := shared(part, asked); n > most {
			first, most = i, n
		}
	}
	last := first
	size := func(from, to int) int { return utf8.RuneCountInString(strings.Join(parts[from:to+1], "")) }
	for last+1 < len(parts) && size(first, last+1) <= longestClause {
		last++
	}
	for first > 0 && size(first-1, last) <= longestClause {
		first--
	}
	if hedges(strings.Join(parts[:first], "") + " " + strings.Join(parts[last+1:], "")) {
		return text
	}
	clipped := Shorten(strings.TrimSpace(strings.Join(parts[first:last+1], "")), longestClause*4/3)
	if utf8.RuneCountInString(clipped) < longestClause/3 && last+1 < len(parts) {
		clipped, last = Shorten(strings.TrimSpace(strings.Join(parts[first:], "")), longestClause), len(parts)-1
	}
	if first > 0 {
		clipped = "… " + clipped
	}
	if last+1 < len(parts) || strings.HasSuffix(clipped, "…") {
		clipped = wholeEnd(clipped) + " …"
	}
	return clipped
}

var (
	hedging = english.Class("not by itself")
	speech  = english.Stems("verbs of speech")
)

// hedges reports whether a part of a sentence says by whom, or how surely, the rest is said.
func hedges(part string) bool {
	return slices.ContainsFunc(english.Read(part).Tokens, func(t english.Token) bool {
		return hedging.Has(t.Norm) || speech.Has(t.Stem)
	})
}

// wholeEnd returns a text without the marks and small words at its end, behind which more is expected.
func wholeEnd(text string) string {
	t := english.Read(text)
	end := len(t.Tokens)
	for end > 1 && t.Tokens[end-1].Stop {
		end--
	}
	if end == 0 {
		return text
	}
	return text[:t.Tokens[end-1].End]
}

// shared returns how many words of the class a text has, by their stems.
func shared(text string, asked english.Set) int {
	n := 0
	for _, stem := range english.ContentStems(text) {
		if asked.Has(stem) {
			n++
		}
	}
	return n
}

// parted cuts a sentence behind its commas, semicolons and dashes.
func parted(text string) []string {
	var parts []string
	from := 0
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		if strings.ContainsRune(",;:—–", r) && end < len(text) && text[end] == ' ' {
			parts, from = append(parts, text[from:end]), end
		}
	}
	return append(parts, text[from:])
}
