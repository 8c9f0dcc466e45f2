package names

import "talksbot/knowledge/english"

// A Finding is a mention with what more the text tells of it.
type Finding struct {
	Mention
	Spot    Spot   // of a place
	Country bool   // a country or its adjective
	Office  Office // of a person: "Russian Foreign Minister Sergei Lavrov"
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

// Find returns the names in text in order: those known, and other runs of capitalised
// words. They do not overlap; the longest wins. A name known in any case is found in lower
// case too.
func (n *Names) Find(text string) []Mention { return n.FindIn(english.Read(text)) }

// FindIn returns what stands in the tokens of a text, as Find does.
func (n *Names) FindIn(t english.Text) []Mention {
	var list []Mention
	for _, f := range n.Findings(t) {
		list = append(list, f.Mention)
	}
	return list
}

// Findings returns what FindIn does, with what more the text tells. It reads the tokens from
// left to right: at each, an office, a known name or a run of capitalised words, whichever
// is there.
func (n *Names) Findings(t english.Text) []Finding { return n.AppendFindings(nil, t) }

// AppendFindings appends to a list what Findings returns.
func (n *Names) AppendFindings(list []Finding, t english.Text) []Finding {
	for i := 0; i < len(t.Tokens); {
		size := 0
		list, size = n.findAt(list, t, i)
		i += max(size, 1)
	}
	return list
}

// findAt appends what begins at token i and returns how many tokens it takes.
func (n *Names) findAt(list []Finding, t english.Text, i int) ([]Finding, int) {
	w := t.Tokens[i]
	known := (w.Upper || !w.Stop || rankWords.Has(w.Norm)) && n.opens.Has(w.Norm)
	portfolio := i+1 < len(t.Tokens) && ministers.Has(t.Tokens[i+1].Norm)
	if !w.Upper && !known && !portfolio {
		return list, 0
	}
	if known || portfolio {
		if o, size := n.OfficeAt(t, i); size > 0 {
			if with, all := n.titled(list, t, i, o, size); all > 0 {
				return with, all
			}
			if o.Of != "" || size > 1 { // a role of nowhere is too little, unless it has several words
				return append(list, n.officeAlone(t, i, o, size)), size
			}
		}
	}
	run := n.runAt(t, i)
	var a alias
	size := 0
	if known {
		a, size = n.aliasAt(t, i)
	}
	switch {
	case run > size && institutions.Has(t.Tokens[i+run-1].Norm):
		return append(list, institution(t, i, run, a, size)), run
	case size > 0:
		return append(list, Finding{Mention: mention(t, i, size, a.name.Name, a.name.Kind), Spot: a.spot(), Country: a.name.land}), size
	case run > 0:
		return n.unknown(list, t, i, run)
	}
	return list, 0
}

// mention returns the tokens [i, i+size) as a mention, a possessive at the end left out.
func mention(t english.Text, i, size int, name string, kind Kind) Mention {
	s := written(t, i, size)
	return Mention{Start: s.Start, End: s.End, Name: name, Kind: kind}
}

func written(t english.Text, i, size int) english.Span {
	last := t.Tokens[i+size-1]
	return english.Span{Start: t.Tokens[i].Start, End: last.End - last.Possessive(t.String)}
}

// titled appends an office before the name of its holder: "NATO Secretary General Jens
// Stoltenberg". It is 0 long where no name follows.
func (n *Names) titled(list []Finding, t english.Text, i int, o Office, size int) ([]Finding, int) {
	at := i + size
	if at >= len(t.Tokens) || !adjoins(t, at) {
		return list, 0
	}
	a, known := n.aliasAt(t, at)
	run := n.runAt(t, at)
	switch {
	case known > 0 && a.name.Kind == Person && t.Tokens[at].Upper:
		run = known
	case known > 0 || run == 0 || run > 4 || institutions.Has(t.Tokens[at+run-1].Norm):
		return list, 0
	}
	m := mention(t, at, run, "", Person)
	m.Name, m.Of = t.String[m.Start:m.End], o.Of
	if known > 0 {
		m.Name = a.name.Name
	}
	return append(owners(n, list, t, i, at, o), Finding{Mention: m, Office: o}), size + run
}

// owners appends what the office in the tokens [i, end) is of, as a mention of its own.
func owners(n *Names, list []Finding, t english.Text, i, end int, o Office) []Finding {
	known := len(list)
	for at := i; at < end; at++ {
		if a, size := n.aliasAt(t, at); size > 0 && at+size <= end && a.name.owner() == o.Of {
			list = append(list, Finding{Mention: mention(t, at, size, a.name.Name, a.name.Kind)})
			at += size - 1
		}
	}
	if words := len(english.Read(o.Of).Tokens); len(list) == known && words > 0 {
		m := mention(t, end-words, words, o.Of, Place)
		list = append(list, Finding{Mention: m})
	}
	return list
}

// officeAlone reads an office without a name: its holder where the articles name one, or
// the office itself.
func (n *Names) officeAlone(t english.Text, i int, o Office, size int) Finding {
	m := mention(t, i, size, o.String(), Role)
	m.Of = o.Of
	if o.Of != "" {
		if holder := n.holder(o); holder != nil {
			m.Name, m.Kind = holder.Name, Person
		}
	}
	return Finding{Mention: m, Office: o}
}

// institution reads a run that ends like the name of a body, with the place it begins with.
func institution(t english.Text, i, run int, a alias, size int) Finding {
	m := mention(t, i, run, "", Org)
	m.Name = t.String[m.Start:m.End]
	if size > 0 && a.name.Kind == Place {
		m.Of = a.name.owner()
	}
	return Finding{Mention: m}
}

// unknown appends a run of capitalised words up to the next known name in it.
func (n *Names) unknown(list []Finding, t english.Text, i, run int) ([]Finding, int) {
	start, all := i, i+run
	for start < all && titles.Has(t.Tokens[start].Norm) {
		start++
	}
	if start == all {
		return list, run
	}
	end := start + 1
	for end < all {
		if _, size := n.aliasAt(t, end); size > 0 {
			break
		}
		end++
	}
	for end > start+1 && t.Tokens[end-1].Stop {
		end--
	}
	m := mention(t, start, end-start, "", kindOfRun(t.Tokens[start:end], start > i))
	m.Name = t.String[m.Start:m.End]
	return append(list, Finding{Mention: m}), end - i
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
