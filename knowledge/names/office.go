package names

import (
	"maps"
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// An Office is a role at a place or body: {"foreign minister", "Russia"}.
type Office struct{ Role, Of string }

// String returns the office as a name: "foreign minister of Russia".
func (o Office) String() string {
	if o.Of == "" {
		return o.Role
	}
	return o.Role + " of " + o.Of
}

// A holding says that the articles name someone as holder of a role.
type holding struct {
	role   string
	of     string // the place or body, "" where the articles do not say
	holder *name
	count  int
}

var (
	rankWords = english.Class("office ranks")
	ministers = english.Class("portfolio holders")
)

// roleAt returns the role whose words begin at tokens[0] and how many they are; none is 0.
func roleAt(text string, tokens []english.Token) (role string, size int) {
	ranks := 0
	for ranks < len(tokens) && rankWords.Has(tokens[ranks].Norm) && ranks < 2 {
		ranks++
	}
	if ranks == len(tokens) {
		return "", 0
	}
	for _, r := range general().roles[tokens[ranks].Norm] {
		if len(r.words) > size && wordsAt(text, tokens[ranks:], r.words) {
			role, size = r.role, len(r.words)
		}
	}
	if size == 0 && ranks+1 < len(tokens) && ministers.Has(tokens[ranks+1].Norm) && !tokens[ranks].Stop &&
		adjoin(text, tokens[ranks], tokens[ranks+1]) && tokens[ranks].Norm != "prime" {
		role, size = tokens[ranks].Norm+" "+tokens[ranks+1].Norm, 2
	}
	if size == 0 {
		return "", 0
	}
	for i := ranks - 1; i >= 0; i-- {
		role = tokens[i].Norm + " " + role
	}
	return role, ranks + size
}

func wordsAt(text string, tokens []english.Token, words []string) bool {
	return alias{words: words}.matches(text, tokens, false)
}

// OfficeAt returns the office named from token i of a text on and how many tokens name it.
func (n *Names) OfficeAt(t english.Text, i int) (o Office, size int) {
	return n.officeAt(t.String, t.Tokens[i:])
}

// officeAt returns the office named from tokens[0] on and how many tokens name it:
// "Russian Foreign Minister", "Russia's deputy defense minister", "head of NATO", "top
// Russian diplomat". A role alone is an office of nowhere; none is 0.
func (n *Names) officeAt(text string, tokens []english.Token) (o Office, size int) {
	if a, at := n.aliasAt(text, tokens); at > 0 && (a.name.Kind == Place || a.name.Kind == Org) {
		if role, size := roleAt(text, tokens[at:]); size > 0 && adjoinOrPossessive(text, tokens[at-1], tokens[at]) {
			return Office{role, n.seatOf(a.name)}, at + size
		}
		return Office{}, 0
	}
	if o, size := n.splitOffice(text, tokens); size > 0 {
		return o, size
	}
	role, size := roleAt(text, tokens)
	if size == 0 {
		return Office{}, 0
	}
	rest := tokens[size:]
	if len(rest) > 1 && (rest[0].Norm == "of" || rest[0].Norm == "for" || rest[0].Norm == "at") {
		skip := 1
		if rest[1].Norm == "the" {
			skip = 2
		}
		if a, at := n.aliasAt(text, rest[skip:]); at > 0 && (a.name.Kind == Place || a.name.Kind == Org) {
			return Office{role, n.seatOf(a.name)}, size + skip + at
		}
	}
	return Office{Role: role}, size
}

// splitOffice reads a role of several words with the place between them: "top Russian
// diplomat".
func (n *Names) splitOffice(text string, tokens []english.Token) (Office, int) {
	for _, r := range general().roles[tokens[0].Norm] {
		if len(r.words) != 2 || len(tokens) < 3 {
			continue
		}
		a, at := n.aliasAt(text, tokens[1:])
		if at == 0 || a.name.Kind != Place && a.name.Kind != Org || at+1 >= len(tokens) {
			continue
		}
		if tokens[at+1].Norm == r.words[1] {
			return Office{r.role, n.seatOf(a.name)}, at + 2
		}
	}
	return Office{}, 0
}

func adjoinOrPossessive(text string, t, u english.Token) bool {
	return adjoin(text, t, u) || text[t.End:u.Start] == "' " || text[t.End:u.Start] == "’ "
}

// seatOf returns the place or body an office belongs to: the country for its capital.
func (n *Names) seatOf(k *name) string {
	if k.seat != "" {
		return k.seat
	}
	return k.Name
}

// hold records that the articles name someone as holder of the office.
func (n *Names) hold(o Office, holder *name) {
	key := strings.ToLower(o.Of)
	for i, h := range n.holders[key] {
		if h.role == o.Role && h.holder == holder {
			n.holders[key][i].count++
			return
		}
	}
	n.holders[key] = append(n.holders[key], holding{o.Role, o.Of, holder, 1})
}

// holder returns who holds the office according to the articles, or nil where they name
// nobody or two as often.
func (n *Names) holder(o Office) *name {
	var best *name
	most := 0
	for _, h := range n.holders[strings.ToLower(o.Of)] {
		if !n.sameRole(o.Role, h.role, o.Of) || best == h.holder {
			continue
		}
		switch {
		case h.count > most:
			best, most = h.holder, h.count
		case h.count == most:
			best = nil
		}
	}
	return best
}

// sameRole says whether two roles at one place or body are one: they are equal, or one is
// the leader of it and the other the role that leads it.
func (n *Names) sameRole(a, b, of string) bool {
	if a == b {
		return true
	}
	kind := n.KindOf(of)
	return a == "leader" && leads(b, kind) || b == "leader" && leads(a, kind)
}

func leads(role string, kind Kind) bool {
	switch general().leads[role] {
	case "any":
		return true
	case "place":
		return kind == Place
	case "body":
		return kind == Org
	}
	return false
}

// SameOffice says whether one of the names is an office that the other holds, or both are
// one office.
func (n *Names) SameOffice(a, b string) bool {
	same, _ := n.compareOffices(a, b)
	return same
}

// compareOffices is SameOffice, and says whether either is an office at all.
func (n *Names) compareOffices(a, b string) (same, offices bool) {
	oa, isA := n.ReadOffice(a)
	ob, isB := n.ReadOffice(b)
	switch {
	case isA && isB:
		return n.sameOfficeOf(oa, ob), true
	case isA:
		return n.holds(b, oa), true
	case isB:
		return n.holds(a, ob), true
	}
	return false, false
}

func (n *Names) sameOfficeOf(a, b Office) bool {
	of := a.Of
	if of == "" {
		of = b.Of
	}
	return (a.Of == "" || b.Of == "" || n.CanonicalKey(a.Of) == n.CanonicalKey(b.Of)) && n.sameRole(a.Role, b.Role, of)
}

// holds says whether the person is named as holder of the office; of any such office where
// it does not say of what.
func (n *Names) holds(person string, o Office) bool {
	return slices.ContainsFunc(n.HoldersOf(o), func(h string) bool { return strings.EqualFold(h, person) })
}

// HoldersOf returns all who are named as holders of the office, wherever it does not say of
// what.
func (n *Names) HoldersOf(o Office) []string {
	var list []string
	add := func(of string) {
		for _, h := range n.holders[of] {
			if n.sameRole(o.Role, h.role, h.of) && !slices.Contains(list, h.holder.Name) {
				list = append(list, h.holder.Name)
			}
		}
	}
	if o.Of != "" {
		add(strings.ToLower(o.Of))
		return list
	}
	for _, of := range slices.Sorted(maps.Keys(n.holders)) {
		add(of)
	}
	return list
}

func (n *Names) ReadOffice(s string) (Office, bool) {
	tokens := withoutThe(english.Read(s).Tokens)
	if len(tokens) == 0 {
		return Office{}, false
	}
	o, size := n.officeAt(s, tokens)
	return o, size > 0 && size == len(tokens)
}
