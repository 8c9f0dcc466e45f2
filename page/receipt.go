package page

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/knowledge/article"
)

// A Slip is what is known of an answer when somebody asks how it was checked.
type Slip struct {
	At     time.Time // when it was given; zero where that is not known
	Mode   ask.Mode
	Model  string // that worded it; "" where it is another than today's
	Claims []Rechecked
	Cited  []Cited
}

// A Rechecked is a claim of the model's, checked once more.
type Rechecked struct {
	Text    string
	Cites   []int // numbers of the sentences cited
	Missing bool  // one of them is not there as it was, so that it could not be checked
	Reasons []verify.Reason
}

// Receipt lays out how an answer was made and checked: each of a model's sentences with what was
// compared, then each sentence cited, in its place.
func Receipt(s Slip, w Printer) Page {
	p := Page{words: w, List: None, More: "sources.more"}
	p.Parts = append(p.Parts, Part{Lines: w.slipHead(s), Stays: true})
	for _, c := range s.Claims {
		p.add(append([]Line{line(Plain, quoted(soft(c.Text), w), citations(c.Cites))}, w.ticks(c)...)...)
	}
	for i, at := range s.Cited {
		if at.Article == nil {
			p.add(at.missing(i+1, w))
			continue
		}
		stands := at.Ref()
		lines := append([]Line{line(Small, Span{Mark: Citation, Number: i + 1}, " ", at.as(w))}, around(at, 0).unnumbered()...)
		lines = append(append(lines, at.since(i+1, w)...), at.warns(w)...)
		p.add(append(lines, line(Small, w.Say("receipt.found", "Start", strconv.Itoa(stands.Start), "End", strconv.Itoa(stands.End), "Hash", hash(at.Article))))...)
	}
	return p
}

func (s stretch) unnumbered() []Line {
	s.starts = nil
	return s.lines()
}

// hash returns the beginning of the SHA-256 of an article's text.
func hash(a *article.Article) Span {
	sum := sha256.Sum256([]byte(a.Text))
	return Span{Text: fmt.Sprintf("%x…", sum[:4]), Mark: Code}
}

// slipHead says when and how the answer was made.
func (w Printer) slipHead(s Slip) []Line {
	head := w.Say("receipt.head")
	if !s.At.IsZero() {
		head = w.Say("receipt.answered", "When", Time(s.At, 'f'))
	}
	how := w.Say("receipt.extract")
	switch {
	case s.Mode == ask.WordedModel && s.Model != "":
		how = w.Say("receipt.model", "Model", s.Model)
	case s.Mode == ask.WordedModel:
		how = w.Say("receipt.other-model")
	}
	lines := []Line{line(Plain, head), line(Plain, how)}
	if s.Mode == ask.WordedModel && len(s.Claims) == 0 {
		lines = append(lines, line(Plain, w.Say("receipt.forgotten")))
	}
	return lines
}

// tick says what was compared.
func tick(r verify.Description, w Printer) string {
	return w.Text("tick." + notWord.ReplaceAllString(r.Tick, "-"))
}

// notWord is what stands between the words of a tick.
var notWord = regexp.MustCompile(`[^a-z]+`)

// ticks says of a claim what was compared, and what did not hold.
func (w Printer) ticks(c Rechecked) []Line {
	if c.Missing {
		return []Line{line(Plain, w.Say("receipt.missing"))}
	}
	failed := map[verify.Rule]string{}
	for _, r := range c.Reasons {
		failed[r.Rule] = w.Reason(r)
	}
	var passed []Span
	var lines []Line
	compared := slices.CompactFunc(verify.Rules(), func(a, b verify.Description) bool {
		if a.Tick == b.Tick && failed[a.Rule] == "" { // what failed is told of the rule that is kept
			failed[a.Rule] = failed[b.Rule]
		}
		return a.Tick == b.Tick
	})
	for _, r := range compared {
		if why := failed[r.Rule]; why != "" {
			lines = append(lines, line(Plain, w.Say("receipt.failed", "Check", own(tick(r, w)), "Why", soft(why))))
			continue
		}
		if len(passed) > 0 {
			passed = append(passed, own(" · "))
		}
		passed = spans(passed, w.Say("receipt.passed", "Check", own(tick(r, w))))
	}
	return append([]Line{line(Small, passed)}, lines...)
}

// Time returns a moment as each reader sees it in their own zone. How is one of Discord's letters:
// 'f' for the day and the time, 'R' for how far away it is.
func Time(at time.Time, how rune) Span {
	return Span{Text: strconv.FormatInt(at.Unix(), 10), Mark: Moment, To: string(how)}
}
