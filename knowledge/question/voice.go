package question

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

var (
	commenting = english.Stems("verbs of commenting")                           // ask whether somebody spoke at all
	thinking   = english.Inflected("verbs of saying/attitude", english.AnyForm) // what is thought is told in other words than the thinker's, too
)

// voice returns where the question names whose words it asks for, "What did Lavrov say?",
// "What has the mayor said of it?", "Did Grushko comment?", and what they are to be about:
// the words that carry meaning, but for the speaker and the verb. An empty span is nobody.
func (p *parser) voice(q Question) (at english.Span, about string) {
	verb := p.verb
	for _, m := range q.Names {
		if q.Kind == Said && m.Name == q.Speaker || q.Kind == YesNo && len(q.Names) == 1 && p.commentsFrom(m.End) {
			at = english.Span{Start: m.Start, End: m.End}
			break
		}
	}
	if q.Kind == Said && q.Speaker == "" {
		at = p.unknownVoice()
	}
	if at.Start == at.End {
		return at, ""
	}
	var words []string
	for _, t := range q.Terms {
		verbs := commenting.Has(t.Stem) || verb >= 0 && t.Start == p.tokens[verb].Start
		if !verbs && (t.Start < at.Start || t.Start >= at.End) {
			words = append(words, p.text[t.Start:t.End])
		}
	}
	return at, strings.Join(words, " ")
}

// commentsFrom reports whether the first word from the offset on that carries meaning is one of
// commenting.
func (p *parser) commentsFrom(offset int) bool {
	for _, t := range p.tokens {
		if t.Start >= offset && !t.Stop {
			return commenting.Has(t.Stem)
		}
	}
	return false
}

// unknownVoice returns the words between the auxiliary and the verb of saying: a speaker the
// articles may or may not know.
func (p *parser) unknownVoice() (at english.Span) {
	for _, t := range p.tokens[p.wh+2:] {
		switch empty := at.Start == at.End; {
		case !empty && thinking.Has(t.Norm):
			return english.Span{}
		case !empty && sayStems.Has(t.Stem):
			return at
		case t.Stop:
		case empty:
			at = t.Span
		default:
			at.End = t.End
		}
	}
	return english.Span{}
}

// State returns the words for what a question asks the present state of: "the old pier" of "Is the
// old pier safe?"; "" where it asks nothing of the kind.
func (q Question) State() string {
	t := q.Words.Tokens
	if q.Kind != YesNo || len(t) < 3 || !presents.Has(t[0].Norm) {
		return ""
	}
	end := len(t) - 1
	for end > 1 && t[end].Stop {
		end--
	}
	if !slices.ContainsFunc(t[1:end], func(w english.Token) bool { return !w.Stop }) {
		return ""
	}
	return q.Text[t[1].Start:t[end-1].End]
}

var presents = english.SetOf("is are isn't aren't does do has have")
