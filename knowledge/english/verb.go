package english

import "strings"

// VerbForm returns what a word, as Norm gives it, can be as a form of a verb, and whether that
// is what it usually is: "plans" is a noun as often. It is 0 for a word that is none.
func VerbForm(norm string) (f Form, usually bool) {
	f = FormOf(norm)
	if plain, ok := Plain(norm); ok && f != 0 {
		return f, usualVerbs.Has(plain)
	}
	for _, prefix := range []string{"out", "over", "re", "under", "mis", "un"} {
		rest, ok := strings.CutPrefix(norm, prefix)
		if _, irregular := Plain(rest); ok && f == 0 && irregular && FormOf(rest) != 0 {
			return FormOf(rest), true // "outran", "rebuilt"
		}
	}
	for _, plain := range plainVerbs(norm) {
		usual := usualVerbs.Has(plain.verb)
		if usual || nounVerbs.Has(plain.verb) {
			return f | plain.Form, usual
		}
	}
	return f &^ Gerund, f&(Past|Participle) != 0 // "scaffolding" is no form of a verb that is known
}

// A plainVerb is a verb that a word may be a form of.
type plainVerb struct {
	verb string
	Form
}

// plainVerbs returns the plain forms that a word may have, by its ending.
func plainVerbs(norm string) []plainVerb {
	list := []plainVerb{{norm, Base}}
	cut := func(ending, instead string, f Form) {
		if rest, ok := strings.CutSuffix(norm, ending); ok && len(rest) > 1 {
			list = append(list, plainVerb{rest + instead, f})
		}
	}
	cut("ies", "y", Present)
	cut("s", "", Present)
	cut("es", "", Present)
	for ending, f := range map[string]Form{"ed": Past | Participle, "ing": Gerund} {
		cut(ending, "", f)
		cut(ending, "e", f)
		if rest, ok := strings.CutSuffix(norm, ending); ok && len(rest) > 3 && rest[len(rest)-1] == rest[len(rest)-2] {
			list = append(list, plainVerb{rest[:len(rest)-1], f})
		}
	}
	cut("ied", "y", Past|Participle)
	return list
}

var usualVerbs, nounVerbs = Class("verbs"), Class("verbs and nouns")
