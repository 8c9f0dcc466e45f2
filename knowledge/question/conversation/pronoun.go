package conversation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A pronoun is what it takes to stand for a referent, the better first.
type pronoun struct {
	family string
	sorts  []sort
}

// pronouns are those that stand for what was said before.
var pronouns = func() map[string]pronoun {
	he, she := pronoun{"he", []sort{person}}, pronoun{"she", []sort{person}}
	they, it := pronoun{"they", []sort{group, body}}, pronoun{"it", []sort{thing, body, place}}
	return map[string]pronoun{"he": he, "him": he, "his": he, "she": she, "her": she, "they": they, "them": they, "their": they,
		"it": it, "its": it, "there": {"there", []sort{place}}}
}()

// fits reports whether the pronoun may stand for a referent of the sort.
func (p pronoun) fits(r referent, s sort) bool {
	return r.sort == s && !(p.family == "he" && r.female) && !(p.family == "she" && r.male)
}

// resolved returns a question with what its pronouns stand for in the place of the first of
// each: the last that fits of what the conversation spoke of. Who or what the question itself
// names before the pronoun is meant by it.
func (c conversation) resolved(t english.Text) string {
	own := referents(c.names, t, verbOf(c.names, t))
	text := t.String
	for i, w := range slices.Backward(t.Tokens) {
		p, ok := pronouns[w.Norm]
		if !ok || w.Upper && i > 0 || c.repeated(t, i, p.family) || emptyPronoun(t, i) || meansAll(t, i) || ownPronoun(own, w, p) {
			continue
		}
		if stands := c.last(p, own, t.ContentStems()); stands != "" {
			end := w.End - w.Possessive(t.String)
			text = text[:w.Start] + inPlace(t, i, stands) + text[end:]
		}
	}
	return text
}

// ownPronoun reports whether a question itself names before the pronoun what it stands for.
func ownPronoun(own []referent, w english.Token, p pronoun) bool {
	return slices.ContainsFunc(own, func(r referent) bool {
		return r.End <= w.Start && slices.ContainsFunc(append(p.sorts, bearer), func(s sort) bool { return p.fits(r, s) })
	})
}

// pointsBack reports whether a question has a word for what was said before, and nothing in it
// tells what that is.
func (f followUp) pointsBack() bool {
	own := referents(f.names, f.rest, verbOf(f.names, f.rest))
	if len(f.named) > 0 {
		return false
	}
	for i, w := range f.rest.Tokens {
		p, isPronoun := pronouns[w.Norm]
		switch {
		case !pointing.Has(w.Norm) || emptyPronoun(f.rest, i):
		case isPronoun:
			if meansAll(f.rest, i) || !ownPronoun(own, w, p) {
				return true
			}
		case i+1 == len(f.rest.Tokens) || f.rest.Tokens[i+1].Stop && !determiners.Has(f.rest.Tokens[i+1].Norm) && !subjects.Has(f.rest.Tokens[i+1].Norm):
			return true
		}
	}
	return len(f.rest.ContentStems()) == 0
}

// repeated reports whether a pronoun of the family stands before token i already.
func (c conversation) repeated(t english.Text, i int, family string) bool {
	return slices.ContainsFunc(t.Tokens[:i], func(w english.Token) bool { return pronouns[w.Norm].family == family })
}

// emptyPronoun reports whether the pronoun at token i stands for nothing said before: "is
// there", "how long did it take".
func emptyPronoun(t english.Text, i int) bool {
	before := i > 0 && (beForms.Has(t.Tokens[i-1].Norm) || t.Tokens[i-1].Norm == "will")
	switch t.Tokens[i].Norm {
	case "there":
		return before && !whoWords.HasAny(t.Tokens[:i]) || i+1 < len(t.Tokens) && beForms.Has(t.Tokens[i+1].Norm)
	case "it":
		clause := func(w english.Token) bool { return w.Norm == "that" || w.Norm == "whether" || w.Norm == "to" }
		return i+1 < len(t.Tokens) && (ofItself.Has(t.Tokens[i+1].Norm) || before && slices.ContainsFunc(t.Tokens[i+1:], clause))
	}
	return false
}

// meansAll reports whether the pronoun at token i stands for all that was said.
func meansAll(t english.Text, i int) bool {
	return t.Tokens[i].Norm == "it" && i+1 < len(t.Tokens) && ofAll.Has(t.Tokens[i+1].Norm)
}

// inPlace writes what stands for the pronoun at token i as the pronoun stood.
func inPlace(t english.Text, i int, stands string) string {
	w := t.Tokens[i]
	switch {
	case w.Norm == "there":
		return "in " + stands
	case possessives.Has(w.Norm) && (w.Norm != "her" || i+1 < len(t.Tokens) && !t.Tokens[i+1].Stop && t.Gap(i+1) == " "):
		if strings.HasSuffix(stands, "s") && strings.HasPrefix(stands, "the ") {
			return stands + "'"
		}
		return stands + "'s"
	}
	return stands
}

// last returns the last that a pronoun fits of what was spoken of, and that the question does
// not name itself. A name that tells no more is meant only where nothing else fits. What the
// question has a word of is not meant: talks do not talk.
func (c conversation) last(p pronoun, own []referent, asked []string) string {
	deeds := slices.ContainsFunc(asked, peopleDo.Has)
	for _, sorts := range [][]sort{p.sorts, {bearer}} {
		for i, said := range slices.Backward(c.said) {
			if p.family == "it" && len(c.said)-i > nearThings {
				break
			}
			for _, s := range sorts {
				for _, r := range said.salient(p, s) {
					named := func(o referent) bool { return o.text == r.text }
					r.female, r.male = c.women[r.text], c.men[r.text]
					if s == group && deeds && !r.acts() {
						continue // notes do not meet
					}
					if p.fits(r, s) && !slices.ContainsFunc(own, named) && (r.sort != group || !slices.Contains(asked, r.head)) {
						return r.text
					}
				}
			}
		}
		if p.family == "they" {
			break
		}
	}
	return ""
}

// nearThings is how many questions back a thing is still "it".
const nearThings = 2

// salient returns what an exchange speaks of, in the order in which it is meant by a pronoun. Of the
// question that is what it asks with, "states" of "how many states face the rules", then the last
// first; of the answer the first, whom it is about. Whose something is comes after whose name was
// asked for. Of an answer no thing is meant, and no name that could be anything's unless somebody
// was asked for.
func (e exchange) salient(p pronoun, s sort) []referent {
	asksWho := whoWords.HasAny(e.question.Tokens)
	var first, last, owners []referent
	for _, r := range reversed(e.asked) {
		if asksWho && r.sort == bearer && p.sorts[0] == person {
			r.sort = person // "Who is Figuera?"
		}
		switch {
		case r.asks:
			first = append(first, r)
		case asksWho && r.owns:
			owners = append(owners, r)
		case s == bearer && (p.sorts[0] == person && !asksWho) != strings.Contains(r.text, " "): // "Nike" is nobody, "Mel Figuera" nothing
		default:
			last = append(last, r)
		}
	}
	told := slices.DeleteFunc(slices.Clone(e.told), func(r referent) bool {
		owner := func(o referent) bool { return o.text == r.text }
		return p.family == "it" || s == bearer && !asksWho || slices.ContainsFunc(owners, owner)
	})
	return slices.Concat(first, last, told, owners)
}

// meet returns what a text speaks of, and notes what it tells of the gender of those it names.
func (c conversation) meet(t english.Text, verb english.Span) []referent {
	all := referents(c.names, t, verb)
	for _, r := range all {
		c.women[r.text] = c.women[r.text] || r.female
		c.men[r.text] = c.men[r.text] || r.male
	}
	return all
}

func reversed(all []referent) []referent {
	all = slices.Clone(all)
	slices.Reverse(all)
	return all
}
