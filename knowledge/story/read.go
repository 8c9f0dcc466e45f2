package story

import (
	"hash/maphash"
	"slices"
	"strings"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// line returns a sentence as it is read once.
func (s *Story) line(p article.Passage) *line {
	if l, ok := s.lines.Load(placeOf(p)); ok {
		return l.(*line)
	}
	l := s.read(p)
	if before, ok := p.Neighbour(-1); ok && l.leans {
		b := s.line(before)
		l.lent, l.behind, l.anew = b.subjects, b.terms, l.anew || b.onlyDenies
		l.wide = slices.Concat(l.lent, l.behind, l.terms)
	}
	for _, v := range l.values {
		l.frames = append(l.frames, l.frame(v))
	}
	l.goesOn = l.leans || l.anew && slices.ContainsFunc(l.values, func(v value) bool { return !v.old })
	if l.tells = l.telling(); !l.tells {
		l.Sentence = nil
	}
	kept, _ := s.lines.LoadOrStore(placeOf(p), l)
	return kept.(*line)
}

func (s *Story) read(p article.Passage) *line {
	p.Score, p.Answer = 0, article.Span{}
	l := &line{at: p, Sentence: grammar.Read(grammar.Source{Text: p.Words(), Dates: p.Dates(), Quoted: grammar.InsideQuotation(p)}, s.names)}
	var sum maphash.Hash
	sum.SetSeed(seed)
	for i, t := range l.Tokens {
		sum.WriteString(t.Norm)
		sum.WriteByte(0)
		l.back = l.back || l.PhraseAt(i, takingBack) > 0
		l.anew = l.anew || putsRight.Has(t.Norm)
	}
	l.leans = len(l.Tokens) > 1 && !l.Tokens[0].Quoted && pronouns.Has(l.Tokens[0].Norm) && l.Tokens[0].Norm != "i" && l.Tokens[0].Norm != "we"
	l.sum = sum.Sum64()
	l.terms = slices.Clip(s.termsOf(l))
	l.wide = l.terms
	l.values = slices.Clip(l.valuesOf())
	l.count, l.subjects, l.onlyDenies = len(l.Tokens), l.speaksOf(), l.denying()
	return l
}

var seed = maphash.MakeSeed()

// termsOf reads the words that tell. A name is one term.
func (s *Story) termsOf(l *line) []term {
	var all []term
	said := l.attributed()
	for i, t := range l.Tokens {
		switch {
		case t.Date > 0 || t.Number > 0 || t.Key == "":
		case t.Name > 0 && i > 0 && l.Tokens[i-1].Name == t.Name:
		case t.Name > 0 && !grammar.Opener(l.Sentence, l.Names[t.Name-1]):
			m := l.Names[t.Name-1]
			all = append(all, term{token: i, words: l.Text.Touching(english.Span{Start: m.Start, End: m.End}), concept: s.names.CanonicalKey(m.Name), kind: m.Kind, named: true, country: s.isCountry(l, m), attributed: said[i]})
		default:
			free := t.Weight == grammar.WeightLight && !telling.Has(t.Key) || toldAnew.Has(t.Key) || scenes.Has(t.Key) || strings.HasSuffix(t.Norm, "ly")
			all = append(all, term{token: i, words: l.Text.Tokens[i : i+1], concept: conceptOf(t.Key), root: t.Root, free: free, attributed: said[i]})
		}
	}
	return all
}

// isCountry reports whether a name is that of a country: too many articles speak of one.
func (s *Story) isCountry(l *line, m names.Mention) bool {
	return slices.ContainsFunc(s.names.Findings(l.Text), func(f names.Finding) bool { return f.Start == m.Start && f.Country })
}
