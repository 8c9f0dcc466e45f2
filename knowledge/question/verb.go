package question

import (
	"strings"

	"talksbot/knowledge/english"
)

// LikelyVerb reports whether a word of a question is a verb rather than a noun.
func LikelyVerb(t english.Token) bool {
	return strings.HasSuffix(t.Norm, "ed") && !strings.HasSuffix(t.Norm, "eed") || verbs.Has(t.Norm) || pastForms.Has(t.Norm)
}

// likelyPresent reports whether a word looks like a verb in the present: "increases".
func likelyPresent(t english.Token) bool {
	return strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") && !t.Upper
}

// IsVerb reports whether a word is likely a verb, or is a form that verbs alone have.
func IsVerb(t english.Token) bool {
	return LikelyVerb(t) || english.FormOf(t.Norm)&(english.Past|english.Gerund) != 0
}

// IsNominal reports whether a word has the ending of a noun made of a verb: "winner", "proposal".
func IsNominal(norm string) bool {
	for _, end := range []string{"tion", "sion", "ment", "al", "er", "or", "ance", "ence"} {
		if strings.HasSuffix(norm, end) {
			return true
		}
	}
	return false
}

// pastForms are those of irregular verbs: "built", "won".
var pastForms = func() english.Set {
	s := english.Set{}
	for _, row := range english.Rows("irregular verbs") {
		for form := range strings.FieldsSeq(row[1]) {
			s[form] = struct{}{}
		}
	}
	return s
}()
