package knowledge

import (
	"slices"
	"strings"
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
func (l *Library) Speakers(name string) []Speaker {
	all := l.quotes().speakers
	if name = strings.TrimSpace(name); name == "" {
		return slices.Clone(all)
	}
	if several := l.names.namesakesAmong(all, name); len(several) > 1 {
		return several
	}
	key := l.names.voiceKey(name)
	for _, fits := range []func(Speaker) bool{
		func(s Speaker) bool { return strings.EqualFold(s.Name, name) },
		func(s Speaker) bool {
			return l.names.voiceKey(s.Name) == key || l.names.Same(s.Name, name) || l.names.sameOffice(s.Role, name)
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

// namesakesAmong returns the speakers who have the one word given in their name, where it is no
// place's or body's: both the Smiths.
func (n *Names) namesakesAmong(all []Speaker, name string) []Speaker {
	if kind := n.kindOf(n.resolve(name)); kind == Place || kind == Org || strings.ContainsAny(name, " \t") {
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

// wordsBegin says whether each word of typed is like a word of name; articles aside.
func wordsBegin(name, typed string, like func(word, typed string) bool) bool {
	known := norms(name)
	words := slices.DeleteFunc(norms(typed), func(w string) bool { return w == "the" || w == "a" || w == "an" })
	for _, w := range words {
		if !slices.ContainsFunc(known, func(k string) bool { return like(k, w) }) {
			return false
		}
	}
	return len(words) > 0
}

func misspells(known, typed string) bool {
	return known == typed || len(typed) >= minTypo && oneEdit(known, typed)
}

// A roll remembers who the speakers of an article's words are. The zero roll, given names,
// is ready for use.
type roll struct {
	names *Names
	known map[string]string // nil: nothing is remembered
}

// speaker returns who is meant by a name as an article has it.
func (r roll) speaker(written string) string {
	name, ok := r.known[written]
	if !ok {
		name = r.names.voice(written)
		if r.known != nil {
			r.known[written] = name
		}
	}
	return name
}

// voice returns the name a speaker goes by in all articles, given as an article has it:
// the name of a person, place or body; the words of the article for an office whose holder
// is not named, or for a crowd; "" for a pronoun.
func (n *Names) voice(written string) string {
	words := norms(written)
	if len(words) == 0 || len(words) == 1 && pronouns[words[0]] {
		return ""
	}
	name := n.resolve(written)
	known := n.byName[name]
	if known == nil || known.Kind == Person && len(words) == 1 && n.namesakes(name) {
		return withoutArticle(written)
	}
	if as := n.written[name]; known.Kind == Org && known.seat == "" && as != "" {
		return withoutArticle(as) // a body goes by a name the articles have
	}
	return n.seatOf(known)
}

var pronouns = wordSet(`i he she it we you they who which that this these those one`)

// namesakes says whether the articles know two persons by the surname of the one named.
func (n *Names) namesakes(name string) bool {
	first, last := ends(name)
	for other, k := range n.byName {
		f, l := ends(other)
		if k.Kind == Person && l == last && f != first && f != l {
			return true
		}
	}
	return false
}

// ends returns the first and the last word of a name.
func ends(name string) (first, last string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "", ""
	}
	return words[0], words[len(words)-1]
}

// withoutArticle leaves out an article before a name.
func withoutArticle(name string) string {
	for _, article := range []string{"the ", "The "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			return rest
		}
	}
	return name
}
