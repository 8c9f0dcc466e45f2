package page

import (
	"slices"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
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
	case len(a.Parts) > 0:
		p.several(a)
	case p.requested(a):
	case a.Outcome == ask.Answered && len(a.Claims) > 0:
		p.claims(a)
		p.remark(a)
		p.polarity(a, 0)
	case a.Outcome == ask.Silent, a.Outcome == ask.Purpose:
		p.add(w.instead(a)...)
		p.closest(a)
		p.suggest(a)
	default:
		return w.Page("sorry")
	}
	p.scope(a)
	if a.Growing {
		p.Notes = append(p.Notes, line(Small, w.Say("note.growing")))
		return p
	}
	p.offer(ShowSources, "button.sources")
	if a.Fallback != 0 {
		p.Notes = append(p.Notes, line(Small, excuse(a, w)))
	}
	return p
}

// several adds the answer to each of several questions, under it.
func (p *Page) several(a ask.Answer) {
	for _, one := range a.Parts {
		asked := line(Plain, marked(Bold, Outside(UpperFirst(Shorten(one.Question, longestAsked)))))
		first := len(p.Parts)
		switch {
		case one.Outcome != ask.Answered || len(one.Claims) == 0:
			p.add(p.words.instead(one)...)
		default:
			p.claims(one)
			p.polarity(one, first)
		}
		if first < len(p.Parts) {
			p.Parts[first].Lines = append([]Line{asked}, p.Parts[first].Lines...)
		}
	}
}

// scope says which articles alone were looked at.
func (p *Page) scope(a ask.Answer) {
	if a.Scope.Outlet != "" {
		p.Notes = append(p.Notes, line(Small, p.words.Say("scope.outlet", "Outlet", Shorten(a.Scope.Outlet, longestTitle))))
	}
	if !a.Scope.Published.IsZero() {
		p.Notes = append(p.Notes, line(Small, p.words.Say("scope.days", "Days", p.words.Days(a.Scope.Published))))
	}
}

// fallbacks are the sentences that say why these are not a model's words.
var fallbacks = map[ask.Fallback]string{
	ask.NothingHolds: "note.nothing-holds", ask.OverBudget: "note.budget", ask.Slow: "note.slow", ask.Unusable: "note.unusable",
	ask.WrongKey: "note.wrong-key", ask.UnknownModel: "note.unknown-model", ask.QuotaSpent: "note.quota", ask.TooManyCalls: "note.too-many",
}

// refusals are the sentences for what asks nothing of the articles; anything else is greeted.
var refusals = map[message.Act]string{
	message.Greets: "purpose.greets", message.Leaves: "purpose.leaves", message.Thanks: "purpose.thanks", message.Scolds: "purpose.scolds",
	message.AsksBot: "self.who", message.Orders: "purpose.orders", message.TooLong: "purpose.too-long",
}

// instead returns what is said where no claims answer.
func (w Printer) instead(a ask.Answer) []Line {
	switch {
	case a.Outcome == ask.Silent && a.Remark == message.GoesOn:
		return []Line{line(Plain, w.Say("remark.no-more", "N", a.Held))}
	case a.Request.Want != message.Fact:
		return w.lacking(a)
	case a.Outcome == ask.Silent:
		return []Line{line(Plain, w.silent(a))}
	}
	if a.Act == message.Foreign {
		return w.foreign(a)
	}
	purpose := w.Say("purpose.greeting", "N", a.Held, "Title", a.Title)
	switch name := refusals[a.Act]; a.Act {
	case message.Orders, message.TooLong:
		return []Line{line(Plain, w.Say(name, "Purpose", purpose))}
	case message.AsksBot:
		return append([]Line{line(Plain, w.Say(name, "Purpose", purpose)), line(Plain, w.Say("self.ask")), line(Plain, w.Say("self.commands"))}, w.commands()...)
	case message.Greets:
		return []Line{line(Plain, w.Say(name), " ", purpose)}
	case message.Leaves, message.Thanks, message.Scolds:
		return []Line{line(Plain, w.Say(name))}
	}
	return []Line{line(Plain, purpose)}
}

// Message returns what is said where no claims answer, without what comes closest.
func Message(a ask.Answer, w Printer) []Line {
	if a.Outcome == ask.Answered {
		return nil
	}
	return w.instead(a)
}

// Excuse returns as plain text why a model did not word the answer, else "".
func Excuse(a ask.Answer, w Printer) string {
	if a.Fallback == 0 {
		return ""
	}
	return text(excuse(a, w))
}

// excuse says why a model did not word the answer.
func excuse(a ask.Answer, w Printer) []Span {
	refused := ""
	switch {
	case a.Outcome != ask.Answered:
		refused = "refused"
	case a.Mode == ask.WordedModel:
		return w.Say("note.broke-off")
	}
	return w.Say(fallbacks[a.Fallback], "Refused", refused)
}

func (p *Page) claims(a ask.Answer) {
	kind := Quotation
	if a.Mode == ask.WordedModel {
		kind, p.List = Plain, Quoted
	}
	p.More = "answer.more"
	var before ask.Claim
	shown := min(len(a.Claims), mostClaims)
	for _, c := range a.Claims[:shown] {
		as := kind
		if c.Own {
			as = Quotation
		}
		p.add(append(p.standing(c, before), line(as, p.words.claim(c), p.citeAll(c.Cites)))...)
		before = c
	}
	if told := mostTold(a); a.Total > told && told > 0 {
		p.Notes = append(p.Notes, line(Small, p.words.Say("changed.more", "N", a.Total-told)))
	}
	for _, c := range a.Claims[shown:] {
		p.citeAll(c.Cites)
		p.Left++
	}
}

// remark says of an answer given again what was asked of it.
func (p *Page) remark(a ask.Answer) {
	name := map[message.Remark]string{message.Doubts: "remark.doubts", message.AsksSource: "remark.source", message.AsksWhose: "remark.whose"}[a.Remark]
	if name == "" {
		return
	}
	says := p.words.Say(name, "Speakers", p.words.ListText("list.and", a.Voices))
	p.Parts[0].Lines = slices.Insert(p.Parts[0].Lines, 0, line(Plain, says))
}

// polarity says yes or no before the sentence that says so, which is that part.
func (p *Page) polarity(a ask.Answer, at int) {
	if name := map[ask.Polarity]string{ask.Yes: "polar.yes", ask.No: "polar.no"}[a.Polarity]; name != "" {
		p.Parts[at].Lines = slices.Insert(p.Parts[at].Lines, 0, line(Plain, p.words.Say(name)))
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
		case m.Quoted && m.End == 0:
			all = append(all, Outside(w.Text("note.speaker", "Speaker", m.Note)), own(" "))
		case m.Quoted:
			all = append(all, w.saidBy(m.Note))
		case m.Note != "":
			all = append(all, marked(Note, Outside(m.Note)))
		case !m.Days.IsZero():
			all = append(all, dateNote(c, m, w)...)
		}
		at = m.End
	}
	put(at, len(c.Text), Words)
	return all
}

// Asked returns the line that repeats a question above its answer.
func Asked(question string, w Printer) []Line {
	return []Line{line(Small, Outside(Shorten(question, longestAsked)))}
}

// AskedBy returns the line that says who asked what everybody now sees.
func AskedBy(person string, w Printer) Line {
	return line(Small, w.Say("show.by", "Person", Span{Text: person, Mark: Person}))
}

// Understood returns the line that says what was taken to be asked, nil where that is what was
// written.
func Understood(asked string, a ask.Answer, w Printer) []Line {
	name, understood := "answer.understood", a.Question
	switch {
	case a.Remark == message.GoesOn:
		name = "remark.more-on"
	case a.Remark != message.NoRemark:
		name = "remark.about"
	case a.After != "":
		name, understood = "answer.after", a.After
	case understood == asked || understood == "":
		return nil
	}
	return []Line{line(Small, w.Say(name, "Question", Shorten(understood, longestAsked)))}
}

// Search lays out what a search found, best first, each with how well it fits.
func Search(found []article.Passage, w Printer) Page {
	if len(found) == 0 {
		return w.Page("search.nothing")
	}
	p := Page{words: w, List: None}
	for i, f := range found {
		p.add(line(Plain, w.Say("search.found", "Number", i+1, "Sentence", f.Text())),
			line(Aside, w.Say("search.score", "Score", own(decimal(f.Score, w)), "Article", w.Source(f.Article))))
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
