package timeline

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/story"
	"talksbot/knowledge/timex"
)

// A Mention is one place where an article says when something is.
type Mention struct {
	article.Passage              // the sentence
	Clause          english.Span // of the article's text: the words around the time, which label the event
	Time            english.Span // of the article's text, within Clause: the words that say when
	Speaker         string       // whose words the clause reports; "" where it is the article's own statement
}

// Label returns the clause as the article has it.
func (m Mention) Label() string { return m.Article.Text[m.Clause.Start:m.Clause.End] }

// When returns the words that say when.
func (m Mention) When() string { return m.Article.Text[m.Time.Start:m.Time.End] }

// A mention is a Mention with what it means.
type mention struct {
	Mention
	days   calendar.Days
	exact  bool // days that the article names one by one, not a week or a month in which they lie
	clock  Clock
	gist   gist
	denied bool // it is said not to be then
}

// Bounds on one sentence, so that any text is read in linear time. One with more times is a
// table, and no news.
const (
	maxTimes  = 50
	maxQuotes = 20
	nearby    = 40 // bytes before a time in which the words stand that belong to it
)

// collect returns the times of one article that may be worth an entry, in order: what fold makes entries of.
func collect(a *article.Article, names *names.Names, told *story.Story) []mention {
	var all []mention
	text := a.Words()
	said := sync.OnceValue(func() [][]quotation.Quotation { return reported(a, names) })
	for i, sentence := range a.Sentences {
		p := article.Passage{Article: a, Index: i}
		times := times(text, p)
		if len(times) == 0 || tellsOfPublication(text.In(sentence), times) {
			continue
		}
		c := clauses{Text: text, sentence: sentence, quotes: said()[i], times: times}
		for i, t := range c.times {
			m := mention{Mention: Mention{Passage: p, Time: t.Span}, days: t.Days, exact: t.exact, clock: t.clock}
			undone, denied := told.Undoes(p, m.at())
			if undone {
				continue
			}
			m.denied = denied
			m.Clause, m.Speaker = c.around(i)
			m.gist = newGist(text.In(m.Clause), m.Clause, t.Span, names)
			all = append(all, m)
		}
	}
	return all
}

// at returns where the time stands in its sentence.
func (m Mention) at() english.Span {
	start := m.Passage.Span().Start
	return english.Span{Start: m.Time.Start - start, End: m.Time.End - start}
}

// instead returns what newer articles say of an event by which it is not at the time that is mentioned.
func instead(told *story.Story, m *mention) []article.Passage {
	var all []article.Passage
	for _, r := range told.Replacing(m.Passage) {
		if r.Word.Overlaps(m.at()) || r.CallsOff {
			all = append(all, told.Told(r.There)...)
		}
	}
	return told.Distinct(all)
}

// repeats reports whether two mentions of one sentence name the same days of the same clause.
func (m *mention) repeats(n *mention) bool {
	return m.days == n.days && m.Clause == n.Clause && !m.days.IsZero()
}

// reported returns the article's quotations, with their speakers under the library's names, by
// the sentences they stand in.
func reported(a *article.Article, names *names.Names) [][]quotation.Quotation {
	sentences := a.Sentences
	o := quotation.Options{Sentences: sentences, Turns: a.Speech(), Alias: func(said string) (string, bool) {
		found := names.Find(said)
		if len(found) != 1 || found[0].Start > 0 || found[0].End < len(said) {
			return "", false
		}
		return found[0].Name, true
	}}
	bySentence := make([][]quotation.Quotation, len(sentences))
	for _, q := range quotation.Find(a.Words(), o) {
		for _, span := range q.Spans {
			first := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > span.Start })
			for i := first; i < len(sentences) && sentences[i].Start < span.End; i++ {
				if n := len(bySentence[i]); n == 0 || n < maxQuotes && (bySentence[i][n-1].Cue != q.Cue || bySentence[i][n-1].Spans[0] != q.Spans[0]) {
					bySentence[i] = append(bySentence[i], q)
				}
			}
		}
	}
	return bySentence
}

// A dated is a temporal expression, or the two that are the ends of a range, in an article.
type dated struct {
	english.Span
	calendar.Days
	exact bool
	clock Clock
}

// times returns the times of a sentence that say when something is.
func times(text english.Text, p article.Passage) []dated {
	var out []dated
	at, sentence := p.Span().Start, p.Text()
	dates := p.Dates()
	for i := 0; i < len(dates) && len(out) < maxTimes; i++ {
		d := dates[i]
		t := dated{Span: english.Span{Start: at + d.Start, End: at + d.End}, Days: calendar.Days{From: d.From, To: d.To}, exact: exact(d)}
		words := text.Touching(t.Span)
		if i+1 < len(dates) && ranges(sentence, d, dates[i+1]) {
			i++
			t.End, t.To = at+dates[i].End, dates[i].To
			t.exact = t.exact && exact(dates[i])
		} else if d.HasClock && d.From == d.To && d.FromClock == d.ToClock {
			t.clock = Clock{true, d.FromClock, d.Zone}
		}
		switch {
		case denied(text.In(english.Span{Start: max(at, t.Start-nearby), End: t.Start}).Tokens):
		case d.Type == timex.Date || d.Type == timex.Time:
			if !d.From.IsZero() || slices.ContainsFunc(words, func(w english.Token) bool { return !tenseWords.Has(w.Norm) }) {
				out = append(out, t)
			}
		case d.Type == timex.Duration && d.Vague && aheadWords.HasAny(words):
			t.Days = calendar.Days{}
			out = append(out, t)
		}
	}
	return out
}

var (
	tenseWords       = english.Class("tenses of a time")
	aheadWords       = english.Class("ahead")
	publicationWords = english.Class("publication")
	afterNot         = english.Class("between not and a time")
)

// denied reports whether the words before a time say that it is not then: "not on Monday", "and
// not a day later". "Not until Monday" is then.
func denied(before []english.Token) bool {
	for _, w := range slices.Backward(before) {
		if !afterNot.Has(w.Norm) {
			return w.Norm == "not" || w.Norm == "never"
		}
	}
	return false
}

// exact reports whether an expression names days one by one: "January 10", "January 9-10".
func exact(d timex.Expression) bool {
	day := len("2022-01-10")
	return !d.From.IsZero() && len(d.Value) >= day && d.Value[4] == '-' && d.Value[7] == '-' && d.Mod == ""
}

// ranges reports whether two expressions are the ends of one range: "from Monday to Wednesday",
// "between 3 and 5 May".
func ranges(text string, first, last timex.Expression) bool {
	if !first.Opens || last.To.Before(first.From) || last.To.IsZero() {
		return false
	}
	between := strings.Fields(strings.ToLower(text[first.End:last.Start]))
	if len(between) == 0 || between[0] != "and" {
		return true
	}
	before := strings.Fields(strings.ToLower(text[max(0, first.Start-nearby):first.Start]))
	return slices.Contains(before[max(0, len(before)-2):], "between")
}

// tellsOfPublication reports whether a sentence does nothing but tell when the article, or a
// version of it, appeared: "Published December 28, 2021", "Last updated on Monday at 6 pm".
func tellsOfPublication(sentence english.Text, times []dated) bool {
	publishes := false
	for _, w := range sentence.Tokens {
		if slices.ContainsFunc(times, func(t dated) bool { return t.Contains(w.Span) }) {
			continue
		}
		if !publicationWords.Has(w.Norm) {
			return false
		}
		publishes = publishes || !w.Stop
	}
	return publishes
}
