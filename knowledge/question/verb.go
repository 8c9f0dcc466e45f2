package question

import (
	"strings"

	"talksbot/knowledge/english"
)

// likelyVerb reports whether a word of a question is a verb rather than a noun.
func likelyVerb(t english.Token) bool {
	return strings.HasSuffix(t.Norm, "ed") && !strings.HasSuffix(t.Norm, "eed") || verbs.Has(t.Norm) || pastForms.Has(t.Norm)
}

// likelyVerbS reports whether a word looks like a verb in the present: "increases".
func likelyVerbS(t english.Token) bool {
	return strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") && !t.Upper
}

// participle reports whether token i looks like one: "signed", "leading", "sent".
func (p *parser) participle(i int) bool {
	t := p.tokens[i]
	if likelyVerb(t) || strings.HasSuffix(t.Norm, "ing") {
		return true
	}
	return t.Stem != t.Norm && !IsNominal(t.Norm) && !strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "y") && !strings.HasSuffix(t.Norm, "e")
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
