package quote

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/search"
)

// A Speaker is somebody the articles quote.
type Speaker struct {
	Name   string
	Role   string // the office the articles give last; "" when none
	Quotes int    // how many there are
}

// Speakers returns those quoted who go by the name, the most quoted first; all of them for
// "". A name may be an alias ("Moscow"), an office ("the foreign minister"), words of a
// name or office as far as they are typed ("lav"), or, where nobody fits, misspelt by a
// letter.
func (r *Record) Speakers(name string) []Speaker {
	all := r.speakers
	if name = strings.TrimSpace(name); name == "" {
		return slices.Clone(all)
	}
	if several := namesakesAmong(r.names, all, name); len(several) > 1 {
		return several
	}
	key := r.names.VoiceKey(name)
	for _, fits := range []func(Speaker) bool{
		func(s Speaker) bool { return strings.EqualFold(s.Name, name) },
		func(s Speaker) bool {
			return r.names.VoiceKey(s.Name) == key || r.names.Same(s.Name, name) || r.names.SameOffice(s.Role, name)
		},
		func(s Speaker) bool { return wordsBegin(s.Name+" "+s.Role, name, strings.HasPrefix) },
		func(s Speaker) bool { return wordsBegin(s.Name+" "+s.Role, name, misspells) },
	} {
		var found []Speaker
		for _, s := range all {
			if fits(s) {
				found = append(found, s)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// wordsBegin reports whether each word of typed is like a word of name; articles aside.
func wordsBegin(name, typed string, like func(word, typed string) bool) bool {
	known := english.Norms(name)
	words := slices.DeleteFunc(english.Norms(typed), func(w string) bool { return w == "the" || w == "a" || w == "an" })
	for _, w := range words {
		if !slices.ContainsFunc(known, func(k string) bool { return like(k, w) }) {
			return false
		}
	}
	return len(words) > 0
}

func misspells(known, typed string) bool {
	return known == typed || search.IsMisspelt(typed, known)
}

// namesakesAmong returns the speakers who have the one word given in their name, where it is no
// place's or body's: both the Smiths.
func namesakesAmong(n *names.Names, all []Speaker, name string) []Speaker {
	if kind := n.KindOf(n.Resolve(name)); kind == names.Place || kind == names.Org || strings.ContainsAny(name, " \t") {
		return nil
	}
	var found []Speaker
	for _, s := range all {
		if slices.ContainsFunc(strings.Fields(s.Name), func(w string) bool { return strings.EqualFold(w, name) }) {
			found = append(found, s)
		}
	}
	return found
}

// Others returns whom to name where no quotation is as asked: with known the speaker asked for,
// whose quotations are about something else, or else everybody.
func (r *Record) Others(asked Query) (all []Speaker, known bool) {
	if all = r.Speakers(asked.Speaker); len(all) > 0 {
		return all, strings.TrimSpace(asked.Speaker) != ""
	}
	return r.Speakers(""), false
}
