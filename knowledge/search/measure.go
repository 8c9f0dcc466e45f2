package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// otherMeasure reports whether the question asks for an age, a sum of money or how long something
// went on, and the sentence gives none, whatever numbers it has.
func (c *comparison) otherMeasure() bool {
	switch want := measureCues[c.q.Measure]; {
	case want&cueAge != 0:
		return !c.all.ageGiven(c.text()) && (c.units.person() || !c.all.has(cueYear) && !c.all.hasYear())
	case c.q.Measure == "much" && c.paid():
		return !c.all.sumGiven()
	case c.q.Measure == "long" && !strings.Contains(c.q.Text, " ago"):
		return c.elsewhere() || c.all.framed(c.text()) || !c.all.extends(c.text())
	}
	return false
}

// ageGiven reports whether an age is given.
func (all tokens) ageGiven(t english.Text) bool {
	for i := range t.Tokens {
		if all.ageAt(t, i) {
			return true
		}
	}
	return false
}

// ageAt reports whether token i gives an age: "aged 41", "41 years old", "a 41-year-old", "Tone Lie,
// 41,", "built 300 years ago".
func (all tokens) ageAt(t english.Text, i int) bool {
	if all[i].word&flagNumber == 0 {
		return false
	}
	return all[max(0, i-2):i].has(cueAge) || all.soon(i, cueAge) || i > 0 && all[i-1].name != 0 && strings.HasPrefix(t.Gap(i), ",") && closesAge(t, i)
}

// closesAge reports whether what stands behind the number at token i may stand behind an age after a
// name: a comma, or the end.
func closesAge(t english.Text, i int) bool {
	return i+1 == len(t.Tokens) || strings.ContainsAny(t.Gap(i+1), ",;)—")
}

// person reports whether a person is asked about: a house may be as old as the year it was built in.
func (us units) person() bool {
	return slices.ContainsFunc(us, func(u unit) bool { return u.name && u.kind == names.Person })
}

func (all tokens) hasYear() bool {
	for _, t := range all {
		if t.word&flagYear != 0 {
			return true
		}
	}
	return false
}

// paid reports whether the question's verb is one of paying.
func (c *comparison) paid() bool {
	return c.doing.known && payments.Has(c.q.Words.Touching(c.q.Clause.Verb)[0].Stem)
}

// sumGiven reports whether a number with a currency, or a share, is there.
func (all tokens) sumGiven() bool {
	for i, t := range all {
		if t.cues&cueMoney != 0 || t.word&flagNumber != 0 && all.soon(i, cueMoney|cueShare) || t.cues&cueShare != 0 {
			return true
		}
	}
	return false
}

// elsewhere reports whether how long a deed went on is asked for that the sentence does not speak
// of. What lasts or takes long may be told by any verb.
func (c *comparison) elsewhere() bool {
	return c.doing.known && c.best[c.doing.verb] == 0 && c.best[c.doing.aim] == 0 &&
		!lasting.Has(c.q.Words.Touching(c.q.Clause.Verb)[0].Stem)
}

// framed reports whether all lengths of time that the sentence gives only say within which time
// something was: "never in the last 30 years".
func (all tokens) framed(t english.Text) bool {
	given := false
	for i, w := range all {
		if w.word&flagNumber == 0 || !all.soon(i, cueTime) {
			continue
		}
		if i == 0 || !frames.Has(t.Tokens[i-1].Norm) || i > 1 && leadsToVerb(t.Tokens[i-2].Norm) {
			return false
		}
		given = true
	}
	return given
}

// leadsToVerb reports whether a verb follows the word, and no adjective: "is to last three days".
func leadsToVerb(norm string) bool {
	return norm == "to" || modals.Has(norm) || doAuxiliaries.Has(norm)
}

// extends reports whether something is said of how far or how long anything goes: a number, a quantity, a
// unit ("decades"), or an end of it ("until the summer").
func (all tokens) extends(t english.Text) bool {
	if all.quantity() {
		return true
	}
	for i, w := range t.Tokens {
		if all[i].cues&(cueTime|cueLength) != 0 && !w.Upper || lengths.Has(w.Norm) {
			return true
		}
	}
	return false
}

var (
	modals        = english.Class("modals")
	doAuxiliaries = english.Class("do auxiliaries")

	lengths  = english.Class("lasting words")
	payments = english.Stems("payments")
	lasting  = english.Stems("lasting")
	frames   = english.SetOf(`last past next coming previous every`)
)
