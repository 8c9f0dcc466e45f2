package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A Finding is a mention with the office the text gives its bearer.
type Finding struct {
	Mention
	office  Office // of a person: "Russian Foreign Minister Sergei Lavrov"
	Spot    Spot   // of a place
	Country bool   // a country or its adjective
}

// A Spot says what sort of place a mention names.
type Spot int

const (
	NoSpot Spot = iota // none, or only the adjective: "Russian"
	AnySpot
	CitySpot
	LandSpot
)

func (a alias) spot() Spot {
	switch {
	case a.name.Kind != Place || a.adjective:
		return NoSpot
	case a.name.city:
		return CitySpot
	case a.name.land:
		return LandSpot
	}
	return AnySpot
}

func (n *Names) find(text string, tokens []english.Token) []Mention {
	var list []Mention
	for _, f := range n.findings(text, tokens) {
		list = append(list, f.Mention)
	}
	return list
}

// findings reads the tokens from left to right: at each, an office, a known name or a run
// of capitalised words, whichever is there.
func (n *Names) findings(text string, tokens []english.Token) []Finding {
	var list []Finding
	for i := 0; i < len(tokens); {
		found, size := n.findAt(text, tokens, i)
		list = append(list, found...)
		i += max(size, 1)
	}
	return list
}

// findAt returns what begins at tokens[i] and how many tokens it takes.
func (n *Names) findAt(text string, tokens []english.Token, i int) ([]Finding, int) {
	if !n.mayBegin(tokens, i) {
		return nil, 0
	}
	rest := tokens[i:]
	if o, size := n.officeAt(text, rest); size > 0 {
		if found, all := n.titled(text, tokens, i, o, size); all > 0 {
			return found, all
		}
		if found, ok := n.officeAlone(text, o, rest[:size]); ok {
			return found, size
		}
	}
	run := n.runAt(text, tokens, i)
	a, size := n.aliasAt(text, rest)
	switch {
	case run > size && institutions.Has(rest[run-1].Norm):
		return n.institution(text, rest[:run], a, size), run
	case size > 0:
		return []Finding{{Mention: mention(text, rest[:size], a.name.Name, a.name.Kind), Spot: a.spot(), Country: a.name.land}}, size
	case run > 0:
		return n.unknown(text, tokens, i, run)
	}
	return nil, 0
}

// mayBegin says quickly of most words that no name begins there.
func (n *Names) mayBegin(tokens []english.Token, i int) bool {
	t := tokens[i]
	if t.Upper {
		return true
	}
	if i+1 < len(tokens) && ministers.Has(tokens[i+1].Norm) {
		return true
	}
	if t.Stop && t.Norm != "first" && t.Norm != "then" {
		return false
	}
	return n.aliases[t.Norm] != nil || rankWords.Has(t.Norm) || general().roles[t.Norm] != nil
}

func mention(text string, tokens []english.Token, name string, kind Kind) Mention {
	return Mention{Start: tokens[0].Start, End: nameEnd(text, tokens[len(tokens)-1]), Name: name, Kind: kind}
}

// nameEnd returns where the name that ends in t ends, a possessive left out.
func nameEnd(text string, t english.Token) int { return t.End - t.Possessive(text) }

// titled reads an office before the name of its holder: "NATO Secretary General Jens
// Stoltenberg". It is 0 long where no name follows.
func (n *Names) titled(text string, tokens []english.Token, i int, o Office, size int) ([]Finding, int) {
	at := i + size
	if at >= len(tokens) || !adjoin(text, tokens[at-1], tokens[at]) {
		return nil, 0
	}
	a, known := n.aliasAt(text, tokens[at:])
	run := n.runAt(text, tokens, at)
	switch {
	case known > 0 && a.name.Kind == Person && tokens[at].Upper:
		run = known
	case known > 0 || run == 0 || run > 4 || institutions.Has(tokens[at+run-1].Norm):
		return nil, 0
	}
	name := text[tokens[at].Start:nameEnd(text, tokens[at+run-1])]
	if known > 0 {
		name = a.name.Name
	}
	var list []Finding
	if b, place := n.aliasAt(text, tokens[i:]); place > 0 {
		list = append(list, Finding{Mention: mention(text, tokens[i:i+place], b.name.Name, b.name.Kind)})
	}
	m := mention(text, tokens[at:at+run], name, Person)
	m.Of = o.Of
	return append(list, Finding{Mention: m, office: o}), size + run
}

// officeAlone reads an office without a name: its holder where the articles name one, or
// the office itself. A role of nowhere is too little, unless it is one of several words.
func (n *Names) officeAlone(text string, o Office, tokens []english.Token) ([]Finding, bool) {
	if o.Of == "" && len(tokens) == 1 {
		return nil, false
	}
	m := mention(text, tokens, o.String(), Role)
	m.Of = o.Of
	if holder := n.holder(o); holder != nil && o.Of != "" {
		m.Name, m.Kind = holder.Name, Person
	}
	return []Finding{{Mention: m, office: o}}, true
}

// institution reads a run that ends like the name of a body, with the place it begins with.
func (n *Names) institution(text string, run []english.Token, a alias, size int) []Finding {
	m := mention(text, run, text[run[0].Start:nameEnd(text, run[len(run)-1])], Org)
	if size > 0 && a.name.Kind == Place {
		m.Of = n.seatOf(a.name)
	}
	return []Finding{{Mention: m}}
}

// unknown reads a run of capitalised words up to the next known name in it.
func (n *Names) unknown(text string, tokens []english.Token, i, run int) ([]Finding, int) {
	start := i
	title := false
	for start < i+run && titles.Has(tokens[start].Norm) {
		title = true
		start++
	}
	end := start + 1
	for end < i+run {
		if _, size := n.aliasAt(text, tokens[end:]); size > 0 {
			break
		}
		end++
	}
	for end > start+1 && tokens[end-1].Stop {
		end--
	}
	if start >= i+run {
		return nil, run
	}
	words := tokens[start:end]
	name := text[words[0].Start:nameEnd(text, words[len(words)-1])]
	return []Finding{{Mention: mention(text, words, name, kindOfRun(words, title))}}, end - i
}

// kindOfRun guesses what a run of capitalised words names.
func kindOfRun(words []english.Token, title bool) Kind {
	last := words[len(words)-1].Norm
	switch {
	case title:
		return Person
	case institutions.Has(last):
		return Org
	case landmarks.Has(last):
		return Place
	case len(words) > 1 && len(words) < 5 && firstNames.Has(words[0].Norm):
		return Person
	}
	return Other
}

// aliasAt returns the longest known name that begins at tokens[0] and how many tokens long
// it is; 0 is none.
func (n *Names) aliasAt(text string, tokens []english.Token) (alias, int) {
	if len(tokens) == 0 {
		return alias{}, 0
	}
	for _, a := range n.aliases[tokens[0].Norm] {
		if a.matches(text, tokens, true) {
			return a, len(a.words)
		}
	}
	return alias{}, 0
}

// runAt returns how many tokens from tokens[i] on are one run of capitalised words, the
// small words inside a name ("of", "de") among them.
func (n *Names) runAt(text string, tokens []english.Token, i int) int {
	if !n.opensName(text, tokens, i) {
		return 0
	}
	end := i + 1
	for end < len(tokens) && end-i < longestName {
		if adjoin(text, tokens[end-1], tokens[end]) && continuesName(tokens[end]) {
			end++
			continue
		}
		link := linkAt(text, tokens, end)
		if link == 0 {
			break
		}
		end += link + 1
	}
	return end - i
}

// longestName is how many words a name may have. What runs on in capitals is no name.
const longestName = 12

// linkAt returns how many small words stand at tokens[i] between two parts of one name.
func linkAt(text string, tokens []english.Token, i int) int {
	size := 0
	for i+size < len(tokens) && size < 2 && adjoin(text, tokens[i+size-1], tokens[i+size]) {
		norm := tokens[i+size].Norm
		if !particles.Has(norm) && (!nameLinks.Has(norm) || !institutions.Has(tokens[i-1].Norm) && !landmarks.Has(tokens[i-1].Norm)) && (size == 0 || norm != "the") {
			break
		}
		size++
	}
	if size == 0 || i+size >= len(tokens) || !adjoin(text, tokens[i+size-1], tokens[i+size]) || !continuesName(tokens[i+size]) {
		return 0
	}
	return size
}

var (
	particles     = english.Class("linking particles")
	nameLinks     = english.SetOf(`of for`) // join a body to what it is of
	calendarNames = lowered(english.Class("calendar names"))
	negatives     = english.Class("negatives")
)

func lowered(words english.Set) english.Set {
	s := english.Set{}
	for w := range words {
		s[strings.ToLower(w)] = struct{}{}
	}
	return s
}

func continuesName(t english.Token) bool {
	return t.Upper && !calendarNames.Has(t.Norm) && !t.Stop
}

// opensName says whether a name may begin at tokens[i]: it has a capital, and where every
// sentence's first word has one, it is not a common word.
func (n *Names) opensName(text string, tokens []english.Token, i int) bool {
	t := tokens[i]
	if !continuesName(t) || !startsWithLetter(t.Norm) {
		return false
	}
	if !opensSentence(text, tokens, i) {
		return true
	}
	if negatives.Has(t.Norm) || english.IsCommon(t.Stem) && n.capital[t.Norm] == 0 || n.lower[t.Norm] > 0 && n.capital[t.Norm] <= n.lower[t.Norm] {
		return i+1 < len(tokens) && firstNames.Has(t.Norm) && continuesName(tokens[i+1])
	}
	return true
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// opensSentence says whether tokens[i] is the first of a sentence, a line or a quotation.
func opensSentence(text string, tokens []english.Token, i int) bool {
	if i == 0 {
		return true
	}
	gap := text[tokens[i-1].End:tokens[i].Start]
	if strings.ContainsAny(gap, "!?:\n\"“”") {
		return true
	}
	return strings.Contains(gap, ".") && tokens[i-1].End-tokens[i-1].Start > 3
}
