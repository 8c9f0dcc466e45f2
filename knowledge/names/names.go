package names

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
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

// A Kind says what sort of thing a name is of.
type Kind int

const (
	Other Kind = iota // a capitalised name of which no more is known
	Person
	Place
	Org  // an organisation, a ministry, a treaty
	Role // an office whose holder is not known: "the foreign minister"
)

// A Mention is a name in a text: text[Start:End].
type Mention struct {
	Start, End int
	Name       string // the one it stands for: "Sergei Lavrov", "Russia", "foreign minister of France"
	Kind       Kind
	Of         string // the place or body a role or a body belongs to, where the text says: "Russia"
}

// A name is one thing that has names.
type name struct {
	Name   string
	Kind   Kind
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
	for _, t := range english.Read(own).Tokens {
		a.words = append(a.words, t.Norm)
		form = append(form, own[t.Start:t.End])
	}
	if own != item || len(a.words) == 1 && english.IsStop(a.words[0]) {
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
	return n.find(text, english.Read(text).Tokens)
}

// FindIn returns what stands in the tokens of a text, as Find does.
func (n *Names) FindIn(t english.Text) []Mention { return n.find(t.String, t.Tokens) }

// Findings returns what Find does, with what more the text tells of it.
func (n *Names) Findings(t english.Text) []Finding { return n.findings(t.String, t.Tokens) }

// Key returns what the names of one thing share, for use in maps: its name in lower case; for a
// seat of government, its country's; for a name not known, the name itself.
func (n *Names) Key(name string) string { return strings.ToLower(n.CanonicalKey(n.Resolve(name))) }

// IsKnown says whether the name is the canonical one of a thing known.
func (n *Names) IsKnown(canonical string) bool { return n.byName[canonical] != nil }

// Same says whether two names, as written or canonical, stand for one another: a place and
// its seat of government, a person and the surname or office, a body and its acronym.
func (n *Names) Same(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	ka, kb := n.Resolve(a), n.Resolve(b)
	if n.CanonicalKey(ka) == n.CanonicalKey(kb) {
		return true
	}
	if same, offices := n.compareOffices(ka, kb); offices {
		return same
	}
	return n.partOf(ka, kb) || n.partOf(kb, ka)
}

// Resolve returns the canonical name for a name as written, or the name itself.
func (n *Names) Resolve(s string) string {
	if n.byName[s] != nil {
		return s
	}
	tokens := english.Read(s).Tokens
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
func (n *Names) whole(s string, tokens []english.Token) (*name, bool) {
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

func withoutThe(tokens []english.Token) []english.Token {
	if len(tokens) > 1 && tokens[0].Norm == "the" {
		return tokens[1:]
	}
	return tokens
}

// covers says whether the mention spans all the tokens, a leading article aside.
func covers(tokens []english.Token, m Mention) bool {
	tokens = withoutThe(tokens)
	return len(tokens) > 0 && m.Start <= tokens[0].Start && m.End >= tokens[len(tokens)-1].End
}

// CanonicalKey returns what two names that stand for one another share: for a seat of government
// the country, for all else the name.
func (n *Names) CanonicalKey(canonical string) string {
	if k := n.byName[canonical]; k != nil && k.seat != "" {
		canonical = k.seat
	}
	return strings.ToLower(canonical)
}

// partOf says whether the short name is a part of the long one that stands for it: the
// surname of a person, the "Foreign Ministry" of the "Russian Foreign Ministry".
func (n *Names) partOf(short, long string) bool {
	s, l := english.Norms(short), english.Norms(long)
	if len(s) == 0 || len(s) >= len(l) || n.KindOf(short) == Place || n.KindOf(long) == Place {
		return false
	}
	if n.byName[short] != nil && n.byName[long] != nil {
		return false // both are known, and known apart
	}
	return slices.Equal(s, l[len(l)-len(s):])
}

func (n *Names) KindOf(canonical string) Kind {
	if k := n.byName[canonical]; k != nil {
		return k.Kind
	}
	return Other
}

// matches says whether the alias stands at the head of the tokens. The case of letters
// counts where the alias says so, or where exact is asked for.
func (a alias) matches(text string, tokens []english.Token, exact bool) bool {
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
func adjoin(text string, t, u english.Token) bool {
	switch gap := text[t.End:u.Start]; gap {
	case " ", "-", "\u2010", "\u2011", "\u2013", "\u00a0", "", ". ", ".", "\n":
		return gap != ". " || t.End-t.Start <= 3
	}
	return false
}
