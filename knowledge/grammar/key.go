package grammar

import (
	"strings"
	"unicode"

	"talksbot/knowledge/english"
)

// rootOf takes off a key the ending that makes one part of speech of another: "negoti" is
// the root of "negotiator" and of "negotiation". A root shorter than five letters says too
// little and is "".
func rootOf(key string) string {
	for _, ending := range endings {
		if rest, ok := strings.CutSuffix(key, ending); ok && len(rest) >= 5 && (ending != "y" || !strings.ContainsAny(rest[len(rest)-1:], "aeou")) {
			return rest
		}
	}
	if len(key) < 5 {
		return ""
	}
	return key
}

// endings that Porter's stemmer leaves on, longest first.
var endings = strings.Fields(`
	ization isation ational ability ibility ation ition ution ition ative itive ement ition
	ment sion tion ator itor ance ence ency ancy ship hood ness ism ist ian ion ity
	ive ant ent ary ory ery ous ful ial ual ate ize ise ify er or al ic an at ut it iz is i y e`)

// markKeys says what each token is compared by and how much it counts.
func markKeys(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Number > 0 {
			t.Key, t.Weight = s.Numbers[t.Number-1].key(), weightFact
			continue
		}
		if t.Stop && !s.Acronym(i) || asides.Has(t.Norm) {
			continue
		}
		t.Key = english.Key(t.Norm, t.Stem)
		if word := phrasal(s, i); word != "" {
			t.Key = english.Key(word, english.Stem(word))
		}
		switch {
		case t.Name > 0:
			t.Weight = weightFact
			continue
		case light.Has(t.Key):
			t.Weight = WeightLight
		default:
			t.Weight = WeightWord
		}
		t.Root = rootOf(t.Key)
	}
}

// MayMean reports whether token i of a text may be compared by one of some keys, whatever the grammar of what
// stands around it.
func MayMean(t english.Text, i int, keys english.Set) bool {
	w := t.Tokens[i]
	if keys.Has(english.Key(w.Norm, w.Stem)) {
		return true
	}
	particles := phrasals[w.Stem]
	for k := i + 1; particles != nil && k < len(t.Tokens) && k <= i+maxObject; k++ {
		if word := particles[t.Tokens[k].Norm]; word != "" && keys.Has(english.Key(word, english.Stem(word))) {
			return true
		}
	}
	return false
}

// phrasal returns the one word for the verb at token i and the particle behind it, "reject" for "turned
// down", as far as three words with what is done to it between them; "" where there is none.
func phrasal(s *Sentence, i int) string {
	particles := phrasals[s.Tokens[i].Stem]
	if particles == nil || s.Tokens[i].Name > 0 {
		return ""
	}
	for k, t := range s.After(i, maxObject) {
		if word, ok := particles[t.Norm]; ok && (k == i+1 || k+1 == len(s.Tokens) || s.Tokens[k+1].Stop || s.Broken(k+1)) {
			return word
		}
		if t.Date > 0 || prepositionWords.Has(t.Norm) || Auxiliaries.Has(t.Norm) {
			break
		}
	}
	return ""
}

// maxObject is how many words may stand between a verb and its particle: "turned the offer down".
const maxObject = 4

var phrasals = func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, row := range english.Rows("phrasal verbs") {
		verb, particle, _ := strings.Cut(row[0], " ")
		stem := english.Stem(verb)
		if all[stem] == nil {
			all[stem] = map[string]string{}
		}
		all[stem][particle] = row[1]
	}
	return all
}()

// The weights of a token in coverage: names and numbers carry a claim, light verbs and
// adverbs do not.
const (
	weightFact  = 1.5
	WeightWord  = 1
	WeightLight = 0.3
)

// Acronym reports whether a token that looks like a stop word is a name in capitals: US, IT, WHO.
func (s *Sentence) Acronym(i int) bool {
	letters := 0
	for _, c := range s.Written(i) {
		switch {
		case unicode.IsLower(c):
			return false
		case unicode.IsUpper(c):
			letters++
		}
	}
	return letters > 1 && !s.shouted()
}

// shouted reports whether the whole text is in capitals, where they tell nothing.
func (s *Sentence) shouted() bool { return strings.IndexFunc(s.String, unicode.IsLower) < 0 }
