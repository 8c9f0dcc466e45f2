package knowledge

import (
	"slices"
	"strings"

	"talksbot/knowledge/word"
)

// Names knows who and what goes by which names: from a small table of general knowledge
// (countries and their capitals, bodies and their acronyms, offices) and from what the
// articles of a library teach ("X (Y)", titles before names, appositions). The zero Names
// knows nothing; it never changes once learned and may be shared.
type Names struct {
	aliases map[string][]alias   // by the first word, longest first
	byName  map[string]*name     // by canonical name
	holders map[string][]holding // by the place or body, in lower case
	capital map[string]int       // how often a word stands with a capital though no sentence begins there
	lower   map[string]int       // how often it stands in lower case
	written map[string]string    // the longest form the articles have for a body, by canonical name
}

// A NameKind says what sort of thing a name is of.
type NameKind int

const (
	OtherName NameKind = iota // a capitalised name of which no more is known
	Person
	Place
	Org  // an organisation, a ministry, a treaty
	Role // an office whose holder is not known: "the foreign minister"
)

// A Mention is a name in a text: text[Start:End].
type Mention struct {
	Start, End int
	Name       string // the one it stands for: "Sergei Lavrov", "Russia", "foreign minister of France"
	Kind       NameKind
	Of         string // the place or body a role or a body belongs to, where the text says: "Russia"
}

// A name is one thing that has names.
type name struct {
	Name   string
	Kind   NameKind
	seat   string // of a capital: the country it speaks for
	within string // of a city: the country it lies in
	city   bool
	land   bool // a country
}

// An alias is one way to write a name.
type alias struct {
	words     []string
	form      []string // the words as they must be written; nil where case does not matter
	name      *name
	adjective bool // "Russian": of the place, not the place
}

// newAlias reads an item of the gazetteer, or a name as the articles write it. An item
// marked "~", and a single word that is a stop word in lower case ("WHO"), counts only as
// written.
func newAlias(item string, n *name) alias {
	a := alias{name: n}
	own := bare(item)
	var form []string
	for _, t := range word.Tokens(own) {
		a.words = append(a.words, t.Norm)
		form = append(form, own[t.Start:t.End])
	}
	if own != item || len(a.words) == 1 && word.IsStop(a.words[0]) {
		a.form = form
	}
	return a
}

// newNames returns what is known before any article is read.
func newNames() *Names {
	g := general()
	n := &Names{
		aliases: map[string][]alias{}, byName: map[string]*name{}, holders: map[string][]holding{},
		capital: map[string]int{}, lower: map[string]int{}, written: map[string]string{},
	}
	for _, known := range g.names {
		if n.byName[known.Name] == nil {
			n.byName[known.Name] = known
		}
	}
	for _, a := range g.aliases {
		n.add(a)
	}
	return n
}

// add takes in an alias unless its words are taken.
func (n *Names) add(a alias) {
	if len(a.words) == 0 {
		return
	}
	list := n.aliases[a.words[0]]
	for _, b := range list {
		if slices.Equal(a.words, b.words) && slices.Equal(a.form, b.form) {
			return
		}
	}
	list = append(list, a)
	slices.SortStableFunc(list, func(a, b alias) int { return len(b.words) - len(a.words) })
	n.aliases[a.words[0]] = list
}

// Find returns the names in text in order: those the library knows, and other runs of
// capitalised words. They do not overlap; the longest wins. A name known in any case is
// found in lower case too.
func (n *Names) Find(text string) []Mention {
	return n.find(text, word.Tokens(text))
}

// Same says whether two names, as written or canonical, stand for one another: a place and
// its seat of government, a person and the surname or office, a body and its acronym.
func (n *Names) Same(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	ka, kb := n.resolve(a), n.resolve(b)
	if n.key(ka) == n.key(kb) {
		return true
	}
	if same, offices := n.compareOffices(ka, kb); offices {
		return same
	}
	return n.partOf(ka, kb) || n.partOf(kb, ka)
}

// resolve returns the canonical name for a name as written, or the name itself.
func (n *Names) resolve(s string) string {
	if n.byName[s] != nil {
		return s
	}
	tokens := word.Tokens(s)
	if a, ok := n.whole(s, tokens); ok {
		return a.Name
	}
	for _, m := range n.find(s, tokens) {
		if covers(tokens, m) {
			return m.Name
		}
	}
	return s
}

// whole returns the name an alias gives that spans all the tokens, in any case.
func (n *Names) whole(s string, tokens []word.Token) (*name, bool) {
	tokens = withoutThe(tokens)
	if len(tokens) == 0 {
		return nil, false
	}
	for _, a := range n.aliases[tokens[0].Norm] {
		if len(a.words) == len(tokens) && a.matches(s, tokens, a.form != nil && len(tokens) == 1) {
			return a.name, true
		}
	}
	return nil, false
}

func withoutThe(tokens []word.Token) []word.Token {
	if len(tokens) > 1 && tokens[0].Norm == "the" {
		return tokens[1:]
	}
	return tokens
}

// covers says whether the mention spans all the tokens, a leading article aside.
func covers(tokens []word.Token, m Mention) bool {
	tokens = withoutThe(tokens)
	return len(tokens) > 0 && m.Start <= tokens[0].Start && m.End >= tokens[len(tokens)-1].End
}

// key returns what two names that stand for one another share: for a seat of government
// the country, for all else the name.
func (n *Names) key(canonical string) string {
	if k := n.byName[canonical]; k != nil && k.seat != "" {
		canonical = k.seat
	}
	return strings.ToLower(canonical)
}

// partOf says whether the short name is a part of the long one that stands for it: the
// surname of a person, the "Foreign Ministry" of the "Russian Foreign Ministry".
func (n *Names) partOf(short, long string) bool {
	s, l := norms(short), norms(long)
	if len(s) == 0 || len(s) >= len(l) || n.kindOf(short) == Place || n.kindOf(long) == Place {
		return false
	}
	if n.byName[short] != nil && n.byName[long] != nil {
		return false // both are known, and known apart
	}
	return slices.Equal(s, l[len(l)-len(s):])
}

func (n *Names) kindOf(canonical string) NameKind {
	if k := n.byName[canonical]; k != nil {
		return k.Kind
	}
	return OtherName
}

// matches says whether the alias stands at the head of the tokens. The case of letters
// counts where the alias says so, or where exact is asked for.
func (a alias) matches(text string, tokens []word.Token, exact bool) bool {
	if len(a.words) > len(tokens) {
		return false
	}
	for i, w := range a.words {
		t := tokens[i]
		if t.Norm != w || i > 0 && !adjoin(text, tokens[i-1], t) {
			return false
		}
		if exact && a.form != nil && !strings.HasPrefix(text[t.Start:t.End], a.form[i]) {
			return false
		}
	}
	return true
}

// adjoin says whether nothing but a space, a hyphen or an abbreviation's dot stands between.
func adjoin(text string, t, u word.Token) bool {
	switch gap := text[t.End:u.Start]; gap {
	case " ", "-", "\u2010", "\u2011", "\u2013", "\u00a0", "", ". ", ".", "\n":
		return gap != ". " || t.End-t.Start <= 3
	}
	return false
}
