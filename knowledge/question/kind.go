package question

import (
	"strings"

	"talksbot/knowledge/english"
)

// A Kind is the kind of answer a question wants.
type Kind int

const (
	What    Kind = iota // a thing, or words to look for: nothing more is known
	When                // a date or a time
	Who                 // a person or a body
	Where               // a place
	HowMany             // a number, an amount, a length of time
	Why                 // a reason
	How                 // a manner
	Said                // what somebody said, pledged, accused somebody of
	YesNo               // whether something is so
)

// focusKinds tell from the noun after "what" or "which" what the answer is. Where head is
// set the noun tells as much in "what is the date of".
var focusKinds = []struct {
	kind  Kind
	head  bool
	stems english.Set
}{

	{When, true, english.Stems("time nouns")},
	{Where, true, english.Stems("place nouns")},
	{HowMany, true, english.Stems("number nouns")},
	{Why, true, english.Stems("reason nouns")},
	{Who, false, english.Stems("person nouns")},
}

// kind returns what the question wants and the place of its focus, -1 where it has none.
func (p *parser) kind() (Kind, int) {
	p.wh, p.verb = p.questionWord(), -1
	if p.wh < 0 {
		if len(p.tokens) > 0 && questionAuxiliaries.Has(p.tokens[0].Norm) {
			return YesNo, -1
		}
		return What, -1
	}
	switch norm := p.tokens[p.wh].Norm; norm {
	case "when":
		return When, -1
	case "where":
		return Where, -1
	case "why":
		return Why, -1
	case "who", "whom", "whose":
		return Who, -1
	case "how":
		return p.how()
	}
	return p.what()
}

// questionWord returns where the question word stands. Of several it is the one that asks
// rather than opens a clause: "When violence is used, what is it called?". None does in a
// yes/no question.
func (p *parser) questionWord() int {
	if len(p.tokens) > 0 && questionAuxiliaries.Has(p.tokens[0].Norm) {
		return -1
	}
	first := -1
	for i, t := range p.tokens {
		if !questionWords.Has(t.Norm) {
			continue
		}
		if first < 0 {
			first = i
		}
		if p.asks(i) {
			return i
		}
	}
	return first
}

// asks reports whether the question word at i is followed as one that asks is: by an
// auxiliary, by the end; "what", "which", "who" and "how" always are, "when" and "where"
// open clauses too.
func (p *parser) asks(i int) bool {
	switch p.tokens[i].Norm {
	case "when", "where":
		return i+1 == len(p.tokens) || questionAuxiliaries.Has(p.at(i+1))
	case "which", "who", "whom", "that":
		return i == 0 || !strings.HasSuffix(strings.TrimRight(p.text[:p.tokens[i].Start], " "), ",")
	}
	return true
}

func (p *parser) how() (Kind, int) {
	next := p.at(p.wh + 1)
	p.measure = next
	switch {
	case next == "many" || next == "much":
		return HowMany, p.nounAfter(p.wh + 1)
	case measures.Has(next):
		return HowMany, -1
	case next == "come":
		return Why, -1
	}
	return How, -1
}

// what reads "what" and "which": the noun that follows says what is wanted.
func (p *parser) what() (Kind, int) {
	noun := p.nounAfter(p.wh)
	if noun >= 0 {
		stem := p.tokens[noun].Stem
		if next := p.at(noun + 1); next != "" && !p.tokens[noun+1].Stop && !LikelyVerb(p.tokens[noun+1]) || noun > p.wh+1 && likelyPresent(p.tokens[p.wh+1]) {
			return What, noun
		}
		for _, f := range focusKinds {
			if f.stems.Has(stem) {
				return f.kind, p.counted(f.kind, noun)
			}
		}
	} else if kind, head := p.headAfterIs(); head >= 0 {
		return kind, head
	}
	if verb := p.saying(); verb >= 0 && noun < 0 {
		p.verb = verb
		return Said, -1
	}
	return What, noun
}

// nounAfter returns the noun of "which city", "what kind of treaty", "how many Russian
// troops": the last word before the verb or a preposition.
func (p *parser) nounAfter(i int) int {
	noun := -1
	for j := i + 1; j < len(p.tokens) && j <= i+5; j++ {
		t := p.tokens[j]
		if t.Norm == "of" && noun >= 0 && kindNouns.Has(p.tokens[noun].Stem) {
			continue
		}
		if t.Stop || j > i+1 && strings.ContainsAny(p.text[p.tokens[j-1].End:t.Start], ",;:") {
			break
		}
		if noun >= 0 && LikelyVerb(t) {
			break
		}
		noun = j
	}
	if noun == i+1 && LikelyVerb(p.tokens[noun]) && noun+1 < len(p.tokens) && p.tokens[noun+1].Stop {
		return -1
	}
	return noun
}

// counted returns the noun that is counted in "the number of ships": what the number is of
// rather than the number itself. Other nouns it returns as they are.
func (p *parser) counted(kind Kind, noun int) int {
	if kind != HowMany {
		return noun
	}
	p.measure = p.tokens[noun].Norm
	if !amounts.Has(p.tokens[noun].Stem) || p.at(noun+1) != "of" {
		return noun
	}
	if of := p.nounAfter(noun + 1); of >= 0 {
		return of
	}
	return noun
}

// headAfterIs reads "what is the date of", "what was the number of": the noun decides as
// in "which date".
func (p *parser) headAfterIs() (Kind, int) {
	i := p.wh + 1
	if !beForms.Has(p.at(i)) {
		return What, -1
	}
	i++
	if p.at(i) != "the" && p.at(i) != "a" {
		return What, -1
	}
	for j := i + 1; j < len(p.tokens) && j < i+5; j++ {
		t := p.tokens[j]
		if t.Stop {
			break
		}
		for _, f := range focusKinds {
			if f.head && f.stems.Has(t.Stem) && (p.at(j+1) == "" || p.tokens[j+1].Stop) {
				return f.kind, p.counted(f.kind, j)
			}
		}
	}
	return What, -1
}

// saying returns the verb of saying that "what did X say" asks about, -1 for none.
func (p *parser) saying() int {
	if next := p.at(p.wh + 1); !questionAuxiliaries.Has(next) || beForms.Has(next) {
		return -1
	}
	for j := p.wh + 2; j < len(p.tokens); j++ {
		if sayStems.Has(p.tokens[j].Stem) {
			return j
		}
	}
	return -1
}
