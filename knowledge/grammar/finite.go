package grammar

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// verbLike reports whether a word is a verb by its form alone.
func verbLike(s *Sentence, i int) bool {
	if i >= len(s.Tokens) || s.Tokens[i].Name > 0 {
		return false
	}
	f, usually := english.VerbForm(s.Norm(i))
	return f&english.Past != 0 && f&english.Base == 0 || f&english.Present != 0 && usually
}

// mayBeVerb reports whether a token that was left a noun may be a verb in the present tense.
func mayBeVerb(s *Sentence, i int) bool {
	t := s.Tokens[i]
	if t.Name > 0 || t.Number > 0 || t.Date > 0 || t.Upper && i > 0 || i == 0 {
		return false
	}
	f, _ := english.VerbForm(t.Norm)
	return f&(english.Base|english.Present) != 0
}

// isVerbOf reports whether such a token is the verb of its clause, in which a subject and a verb
// have been met or not.
func isVerbOf(s *Sentence, i int, subject, verb bool) bool {
	f, usually := english.VerbForm(s.Norm(i))
	before := i - 1
	for before > 0 && s.Tokens[before].Speech == Adverb {
		before--
	}
	prev := s.Tokens[before]
	broken := s.Broken(i)
	switch {
	case broken && subject && usually && Speaks.Has(s.Tokens[i].Stem) && i+1 < len(s.Tokens) && !s.Broken(i+1):
		return true // ", says the minister"
	case prev.Speech == Noun && !broken && Speaks.Has(s.Tokens[i].Stem) && (i+1 == len(s.Tokens) || s.Broken(i+1)) && aloneBefore(s, i):
		return true // ", prosecutors allege."
	case prev.Speech == Relative || prev.Speech == Pronoun && subjectPronouns.Has(prev.Norm) && !broken:
		return true
	case prev.Speech == Coordinator && subject && !broken && opensObject(s, i+1):
		return usually
	case verb || !subject || prev.Speech != Noun && !broken:
		return false
	case i+1 < len(s.Tokens) && !s.Broken(i+1) && (s.Tokens[i+1].Speech == Verb && isFinite(s, i+1) || s.Tokens[i+1].Speech == Auxiliary && s.Norm(i+1) != "being" && s.Norm(i+1) != "having"):
		return false
	case f&(english.Present|english.Past) == 0 && !plural(s, before) && !broken:
		return false
	case !usually && i+1 < len(s.Tokens) && !s.Broken(i+1) && presentVerb(s, i+1):
		return false // "the Kessel plant employs"
	case Persons.Has(s.Norm(i)) && !broken && prev.Upper && i+1 < len(s.Tokens) && !s.Broken(i+1) && s.Tokens[i+1].Upper:
		return false // "Osby coach Ana Moen"
	case f&english.Past != 0 && (prev.Name > 0 || prev.Possessive(s.String) > 0) && !broken && objectAt(s, i+1): // "Ada hit Lunde and killed four"
		return true
	case apposed(s, i+1):
		return false // "one of its best cooks, Ada Holt, has left"
	case before > 0 && s.Norm(before-1) == "most" && before == i-1 && participleOnly(s, before):
		return false // "the most loved cooks"
	case opensObject(s, i+1), usually && Speaks.Has(s.Tokens[i].Stem):
		return true
	}
	return usually && !finiteAhead(s, i+1) || !usually && !finiteAhead(s, i+1) && i+1 < len(s.Tokens) && !s.Broken(i+1)
}

// isPerson reports whether token i is part of a person's name.
func isPerson(s *Sentence, i int) bool {
	n := s.Tokens[i].Name
	return n > 0 && s.Names[n-1].Kind == names.Person
}

// apposed reports whether a noun phrase between two commas begins at token i and a finite verb goes on
// behind it: what stands before the first comma is then the subject of that verb.
func apposed(s *Sentence, i int) bool {
	if i >= len(s.Tokens) || !strings.HasPrefix(s.Gap(i), ",") || presentVerb(s, i) {
		return false
	}
	for k := i; k < len(s.Tokens); k++ {
		t := s.Tokens[k]
		if k > i && s.Broken(k) {
			return strings.HasPrefix(s.Gap(k), ",") && (t.Speech == Auxiliary || t.Speech == Verb && isFinite(s, k))
		}
		switch t.Speech {
		case Noun, Determiner, Prepositional, Coordinator, Adverb:
		default:
			return false
		}
	}
	return false
}

// participleOnly reports whether a word is a participle of the past and no noun.
func participleOnly(s *Sentence, i int) bool {
	f, _ := english.VerbForm(s.Norm(i))
	return f&english.Participle != 0 && f&(english.Base|english.Present) == 0
}

// aloneBefore reports whether nothing but one noun stands between a comma and token i.
func aloneBefore(s *Sentence, i int) bool {
	k := i - 1
	for k > 0 && !s.Broken(k) && (s.Tokens[k].Speech == Noun || s.Tokens[k].Speech == Determiner) {
		k--
	}
	return k > 0 && s.Broken(k)
}

// presentVerb reports whether a word is mostly a verb, in the third person.
func presentVerb(s *Sentence, i int) bool {
	f, usually := english.VerbForm(s.Norm(i))
	return usually && f&english.Present != 0 && mayBeVerb(s, i)
}

// opensObject reports whether what begins at token i goes on a verb rather than a noun.
func opensObject(s *Sentence, i int) bool {
	if i >= len(s.Tokens) || s.Broken(i) {
		return false
	}
	switch s.Tokens[i].Speech {
	case Determiner, InfinitiveTo, Pronoun:
		return true
	}
	return s.Norm(i) == "that"
}

// objectAt reports whether a name or a number begins at token i, in the same stretch as what stands before it.
func objectAt(s *Sentence, i int) bool {
	return i < len(s.Tokens) && !s.Broken(i) && (s.Tokens[i].Name > 0 || s.Tokens[i].Number > 0)
}

// finiteAhead reports whether a verb stands between token i and the end of its clause.
func finiteAhead(s *Sentence, i int) bool {
	for ; i < len(s.Tokens) && (!opensClause(s, i) || s.Tokens[i].Speech == Coordinator) && !s.Broken(i); i++ {
		if clausePrepositions.Has(s.Norm(i)) {
			return false
		}
		if s.Tokens[i].Speech == Auxiliary || s.Tokens[i].Speech == Verb && isFinite(s, i) {
			return true
		}
	}
	return false
}

func opensClause(s *Sentence, i int) bool {
	switch s.Tokens[i].Speech {
	case Relative, Subordinator:
		return true
	case Coordinator:
		return i+1 < len(s.Tokens) && s.Tokens[i+1].Speech != Verb
	}
	return i > 0 && strings.ContainsAny(s.Gap(i), ";:\"“”—(") || i > 0 && strings.Contains(s.Gap(i), ". ")
}

// isFinite reports whether a verb may stand for itself: it is no gerund, and no infinitive.
func isFinite(s *Sentence, i int) bool {
	f, _ := english.VerbForm(s.Norm(i))
	return f&(english.Past|english.Present|english.Base) != 0 && (i == 0 || s.Tokens[i-1].Speech != InfinitiveTo)
}

// plural reports whether a noun is one by its form, or a name, which may be a team's.
func plural(s *Sentence, i int) bool {
	t := s.Tokens[i]
	plain, irregular := english.Plain(t.Norm)
	return t.Name > 0 || strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") || irregular && plain != t.Norm || strings.HasSuffix(t.Norm, "men") || groups.Has(t.Norm)
}

// Plural reports whether the noun at token i stands for several by its form, or may.
func Plural(s *Sentence, i int) bool { return plural(s, i) }

var groups = english.Class("several people")
