package timeline

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"talksbot/knowledge"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// A Mention is one place where an article says when something is.
type Mention struct {
	knowledge.Passage                // the sentence
	Clause            knowledge.Span // of the article's text: the words around the time, which label the event
	Time              knowledge.Span // of the article's text, within Clause: the words that say when
	Speaker           string         // whose words the clause reports; "" where it is the article's own statement
}

// Label returns the clause as the article has it.
func (m Mention) Label() string { return m.Article.Text[m.Clause.Start:m.Clause.End] }

// When returns the words that say when.
func (m Mention) When() string { return m.Article.Text[m.Time.Start:m.Time.End] }

// A mention is a Mention with what it means.
type mention struct {
	Mention
	days  Days
	exact bool // days that the article names one by one, not a week or a month in which they lie
	gist  gist
}

// Bounds on one sentence, so that any text is read in linear time. One with more times is a
// table, and no news.
const (
	maxTimes  = 50
	maxQuotes = 20
	nearby    = 40 // bytes before a time in which the words stand that belong to it
)

// collect returns the times of one article that are worth an entry, in order.
func collect(a *knowledge.Article, names *knowledge.Names) []mention {
	var all []mention
	said := sync.OnceValue(func() [][]quotation.Quotation { return reported(a, names) })
	for i := range a.Sentences {
		p := knowledge.Passage{Article: a, Index: i}
		times := times(p)
		if len(times) == 0 || tellsOfPublication(p.Text(), times, p.Span().Start) {
			continue
		}
		c := clauses{text: a.Text, sentence: p.Span(), quotes: said()[i], times: times}
		first := len(all)
		for i, t := range c.times {
			m := mention{Mention: Mention{Passage: p, Time: t.Span}, days: t.Days, exact: t.exact}
			m.Clause, m.Speaker = c.around(i)
			m.gist = newGist(m.Label(), knowledge.Span{Start: t.Start - m.Clause.Start, End: t.End - m.Clause.Start}, names)
			if !slices.ContainsFunc(all[first:], m.repeats) {
				all = append(all, m)
			}
		}
	}
	return all
}

// repeats says whether two mentions of one sentence name the same days of the same clause.
func (m mention) repeats(n mention) bool {
	return m.days == n.days && m.Clause == n.Clause && !m.days.IsZero()
}

// reported returns the article's quotations, with their speakers under the library's names, by
// the sentences they stand in.
func reported(a *knowledge.Article, names *knowledge.Names) [][]quotation.Quotation {
	o := quotation.Options{Alias: func(said string) (string, bool) {
		found := names.Find(said)
		if len(found) != 1 || found[0].Start > 0 || found[0].End < len(said) {
			return "", false
		}
		return found[0].Name, true
	}}
	for _, s := range a.Sentences {
		o.Sentences = append(o.Sentences, english.Span(s))
	}
	bySentence := make([][]quotation.Quotation, len(a.Sentences))
	for _, q := range quotation.Find(english.Read(a.Text), o) {
		for _, span := range q.Spans {
			first := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > span.Start })
			for i := first; i < len(a.Sentences) && a.Sentences[i].Start < span.End; i++ {
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
	knowledge.Span
	Days
	exact bool
}

// times returns the times of a sentence that say when something is.
func times(p knowledge.Passage) []dated {
	var out []dated
	at, text := p.Span().Start, p.Text()
	dates := p.Dates()
	for i := 0; i < len(dates) && len(out) < maxTimes; i++ {
		d := dates[i]
		t := dated{Span: knowledge.Span{Start: at + d.Start, End: at + d.End}, Days: Days{d.From, d.To}, exact: exact(d)}
		if i+1 < len(dates) && ranges(text, d, dates[i+1]) {
			i++
			t.End, t.To = at+dates[i].End, dates[i].To
			t.exact = t.exact && exact(dates[i])
		}
		switch {
		case denied(text[:d.Start]):
		case d.Type == timex.Date || d.Type == timex.Time:
			if !d.From.IsZero() || !bare(text[d.Start:d.End]) {
				out = append(out, t)
			}
		case d.Type == timex.Duration && d.Vague && pointsAhead(text[d.Start:d.End]):
			t.Days = Days{}
			out = append(out, t)
		}
	}
	return out
}

// denied says whether the words before a time say that it is not then: "not on Monday", "and
// not a day later". "Not until Monday" is then.
func denied(before string) bool {
	words := word.Tokens(before[max(0, len(before)-nearby):])
	for i := len(words) - 1; i >= 0; i-- {
		switch words[i].Norm {
		case "not", "never":
			return true
		case "on", "in", "at", "the", "a":
		default:
			return false
		}
	}
	return false
}

// exact says whether an expression names days one by one: "January 10", "January 9-10".
func exact(d timex.Expression) bool {
	day := len("2022-01-10")
	return !d.From.IsZero() && (len(d.Value) >= day && d.Value[4] == '-' && d.Value[7] == '-') && d.Mod == ""
}

// ranges says whether two expressions are the ends of one range: "from Monday to Wednesday",
// "between 3 and 5 May".
func ranges(text string, first, last timex.Expression) bool {
	if !first.Opens || last.To.Before(first.From) || last.To.IsZero() {
		return false
	}
	switch between := strings.Fields(strings.ToLower(text[first.End:last.Start])); {
	case len(between) > 0 && between[0] == "and":
		before := strings.Fields(strings.ToLower(text[max(0, first.Start-nearby):first.Start]))
		return slices.Contains(before[max(0, len(before)-2):], "between")
	}
	return true
}

// bareWords make up times that are no more than a tense: "now", "recently", "in the near
// future". They are not worth an entry.
var bareWords = wordSet(`now currently nowadays presently right just at by for from until even only the present moment
	this time these days to date day current recently lately formerly soon in recent past distant long some ago once
	near immediate foreseeable future asap as possible a`)

func bare(when string) bool {
	for _, t := range word.Tokens(when) {
		if !bareWords[t.Norm] {
			return false
		}
	}
	return true
}

// aheadWords are of vague lengths of time that say when: "in the coming days".
var aheadWords = wordSet(`coming next upcoming following ahead`)

func pointsAhead(when string) bool {
	return slices.ContainsFunc(word.Tokens(when), func(t word.Token) bool { return aheadWords[t.Norm] })
}

// publicationWords are what a line says of the article rather than of the world.
var publicationWords = wordSet(`published posted updated modified filed first last originally on at by am pm gmt utc est et`)

// tellsOfPublication says whether a sentence does nothing but tell when the article, or a
// version of it, appeared: "Published December 28, 2021", "Last updated on Monday at 6 pm".
func tellsOfPublication(sentence string, times []dated, at int) bool {
	publishes := false
	for _, t := range word.Tokens(sentence) {
		if slices.ContainsFunc(times, func(d dated) bool { return at+t.Start >= d.Start && at+t.End <= d.End }) {
			continue
		}
		if !publicationWords[t.Norm] {
			return false
		}
		publishes = publishes || !t.Stop
	}
	return publishes
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
