package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// A phrase is a stretch of tokens that the reader of clauses takes as one: a thing with its
// adjectives, a verb with its auxiliaries, or a small word between them.
type phrase struct {
	kind        Speech // Noun, Verb, Prepositional, Coordinator, Subordinator or Relative
	first, last int
	head        int  // the token that stands for it
	broken      bool // punctuation stands before it
	hard        bool // of the kind that ends a clause
	aside       bool // in parentheses

	// Of a verb.
	passive, copula, infinitive, gerund, bare, negated bool
}

// phrases cuts a sentence into phrases.
func phrases(s *Sentence) (list []phrase) {
	aside := false
	for i := 0; i < len(s.Tokens); {
		if k := strings.LastIndexAny(s.Gap(i), "()"); k >= 0 {
			aside = s.Gap(i)[k] == '('
		}
		p := phrase{aside: aside, kind: s.Tokens[i].Speech, first: i, last: i, head: i}
		p.broken = i > 0 && s.Broken(i) && strings.Trim(s.Gap(i), "\"“” ") != ""
		p.hard = p.broken && strings.ContainsAny(s.Gap(i), ";:")
		switch p.kind {
		case Noun, Determiner, Pronoun:
			p = nounPhrase(s, p)
			p.head = counted(s, p)
		case Verb, Auxiliary, InfinitiveTo:
			p = verbPhrase(s, p)
		case Adverb:
			if k := skipAdverbs(s, i); k < len(s.Tokens) && !s.Broken(k) && (s.Tokens[k].Speech == Verb || s.Tokens[k].Speech == Auxiliary) {
				p = verbPhrase(s, p)
			}
		case Subordinator:
			if s.Norm(i+1) == "of" { // "because of"
				p.kind, p.last = Prepositional, i+1
			}
		case Prepositional:
			if i+1 < len(s.Tokens) && s.Tokens[i+1].Speech == Prepositional && !s.Broken(i+1) {
				p.last = i + 1 // "ahead of", "because of"
			}
		}
		list = append(list, p)
		i = p.last + 1
	}
	return list
}

func skipAdverbs(s *Sentence, i int) int {
	for i < len(s.Tokens) && s.Tokens[i].Speech == Adverb {
		i++
	}
	return i
}

// nounPhrase goes on to the last noun of one thing. A name after a common noun begins a phrase
// of its own, "captain Dean Okafor", and so does a date.
func nounPhrase(s *Sentence, p phrase) phrase {
	p.kind = Noun
	if s.Tokens[p.first].Speech == Pronoun {
		return p
	}
	for k := p.first + 1; k < len(s.Tokens) && !s.Broken(k); k++ {
		t, before := s.Tokens[k], s.Tokens[k-1]
		possessed := s.Tokens[k-1].Possessive(s.String) > 0
		switch {
		case t.Speech == Determiner && before.Speech != Determiner && t.Norm != "of":
			return p
		case t.Speech == Adverb && before.Speech == Determiner:
			continue // "the newly elected"
		case t.Speech != Noun && t.Speech != Determiner:
			return p
		case t.Number > 0 && before.Name > 0 && t.Name == 0 && !possessed:
			return p
		case t.Date != before.Date && before.Speech == Noun && !possessed:
			return p
		case t.Name == 0 && !t.Upper && fullName(s, k-1) && !possessed:
			return p // "left Anna Berg alone"
		case proper(s, k) && t.Name != before.Name && before.Speech == Noun && !proper(s, k-1) && !before.Upper && before.Number == 0 && !possessed && t.Date == 0 && endsPhrase(s, k),
			proper(s, k) && t.Name == 0 && before.Name == 0 && before.Speech == Noun && !before.Upper && !possessed && endsPhrase(s, k):
			return p
		}
		p.last = k
		if t.Speech == Noun && !trailing(s, k) && !(k+1 < len(s.Tokens) && s.Gap(k+1) == "-" && trailing(s, k+1)) {
			p.head = k
		}
	}
	return p
}

// fullName reports whether token k ends the name of a person that is written with the first name: nobody's
// name in full is part of what something else is called.
func fullName(s *Sentence, k int) bool {
	n := s.Tokens[k].Name
	return isPerson(s, k) && k > 0 && s.Tokens[k-1].Name == n && (k+1 == len(s.Tokens) || s.Tokens[k+1].Name != n)
}

// proper reports whether token k is part of a name, known or by its capital.
func proper(s *Sentence, k int) bool {
	t := s.Tokens[k]
	return t.Name > 0 || t.Upper && k > 0 && t.Speech == Noun && t.Date == 0 && t.Number == 0
}

// endsPhrase reports whether no noun follows the name at token k, and so it is none of another thing:
// "warm Atlantic water".
func endsPhrase(s *Sentence, k int) bool {
	last := k
	for last+1 < len(s.Tokens) && proper(s, last+1) && !s.Broken(last+1) {
		last++
	}
	return last+1 == len(s.Tokens) || s.Broken(last+1) || s.Tokens[last+1].Speech != Noun || s.Tokens[last+1].Number > 0 || s.Tokens[last+1].Date > 0 || s.Tokens[last].Possessive(s.String) > 0
}

// counted returns the head of a phrase: of "3 percent" and "$3 billion" the number.
func counted(s *Sentence, p phrase) int {
	k := p.head
	if k > p.first && s.Tokens[k].Number == 0 && measuring.Has(s.Tokens[k].Key) && s.Tokens[k-1].Number > 0 {
		k--
	}
	if n := s.Tokens[k].Number; n > 0 && s.Tokens[k].Date == 0 {
		return max(s.Numbers[n-1].First, p.first)
	}
	return k
}

// trailing reports whether token k is a participle behind the noun it goes with: "an interview
// live-streamed on Monday".
func trailing(s *Sentence, k int) bool {
	f, _ := english.VerbForm(s.Norm(k))
	ends := k+1 == len(s.Tokens) || s.Broken(k+1) || s.Tokens[k+1].Speech != Noun
	return ends && f&english.Participle != 0 && f&english.Base == 0 && s.Gap(k) == "-" && k > 2 && s.Tokens[k-2].Speech == Noun
}

// verbPhrase goes on over auxiliaries and adverbs to the verb.
func verbPhrase(s *Sentence, p phrase) phrase {
	p.kind, p.head = Verb, -1
	be, modal := false, false
	k := p.first
	for ; k < len(s.Tokens) && (k == p.first || !s.Broken(k)); k++ {
		t := s.Tokens[k]
		switch {
		case t.Speech == Adverb:
			p.negated = p.negated || Denies(t.Norm)
			continue
		case t.Speech == Coordinator && k > p.first && s.Tokens[k-1].Speech == Adverb && k+1 < len(s.Tokens) && s.Tokens[k+1].Speech == Adverb && p.infinitive:
			continue // "to firmly and fully support"
		case t.Speech == InfinitiveTo:
			p.infinitive = p.infinitive || k == p.first || p.head < 0 // and not "would have to"
			continue
		case t.Speech == Auxiliary:
			be = beWords.Has(t.Norm) || be && !haveWords.Has(t.Norm)
			modal = modal || !be && !haveWords.Has(t.Norm)
			p.negated = p.negated || Denies(t.Norm)
			p.head = k
			continue
		case t.Speech == Verb:
			p.head, p.last = k, k
			f, _ := english.VerbForm(t.Norm)
			participle := f&english.Participle != 0
			p.passive = be && participle
			p.gerund = !be && f&english.Gerund != 0
			if k+1 < len(s.Tokens) && s.Tokens[k+1].Speech == Adverb && particles.Has(s.Norm(k+1)) && !s.Broken(k+1) {
				p.last = k + 1 // "laid out"
			}
			p.bare = k == p.first && f&english.Base != 0 && f&english.Past == 0
			return p
		}
		break
	}
	if p.head < 0 {
		p.head = p.first
	}
	p.last = max(p.head, p.first)
	p.copula = beWords.Has(s.Norm(p.head))
	return p
}
