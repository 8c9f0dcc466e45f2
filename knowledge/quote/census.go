package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// CountSpeakers returns those who said the quotes, the most quoted first.
func CountSpeakers(quotes []Quote) []Speaker {
	var speakers []Speaker
	place := map[string]int{}
	for _, q := range quotes {
		if q.Speaker == "" {
			continue
		}
		at, ok := place[q.Speaker]
		if !ok {
			at = len(speakers)
			place[q.Speaker] = at
			speakers = append(speakers, Speaker{Name: q.Speaker, Role: q.Role})
		}
		speakers[at].Quotes++
	}
	return mostQuotedFirst(speakers)
}

// mostQuotedFirst puts speakers in order, those quoted as often by their names.
func mostQuotedFirst(speakers []Speaker) []Speaker {
	type named struct {
		*Speaker
		norm string
	}
	list := make([]named, len(speakers))
	for i := range speakers {
		list[i] = named{&speakers[i], english.Norm(speakers[i].Name)}
	}
	slices.SortStableFunc(list, func(a, b named) int {
		return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(a.norm, b.norm))
	})
	ordered := make([]Speaker, 0, len(list))
	for _, s := range list {
		ordered = append(ordered, *s.Speaker)
	}
	return ordered
}

// A census finds out who of those quoted is the same, and gives each one name.
type census struct {
	names    *names.Names
	speakers []Speaker
	place    map[string]int      // in speakers, by key
	keys     map[string]string   // by name
	persons  map[string][]string // full names of those quoted, by the last word
}

// nameSpeakers gives all quotes of one speaker one name and an office, those of the newest
// quote that has them. The quotes are ordered newest first.
func nameSpeakers(n *names.Names, quotes []Quote) {
	c := census{names: n, place: map[string]int{}, keys: map[string]string{}, persons: map[string][]string{}}
	for _, q := range quotes {
		c.meet(q)
	}
	for _, q := range quotes {
		c.count(q)
	}
	for i := range quotes {
		if q := &quotes[i]; q.Speaker != "" {
			s := c.speakers[c.place[c.keys[q.Speaker]]]
			q.Speaker, q.Role = s.Name, cmp.Or(q.Role, s.Role)
		}
	}
}

// meet takes note of a full name, for those who go by their surname elsewhere.
func (c *census) meet(q Quote) {
	words := strings.Fields(q.Speaker)
	last := ""
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return
		}
		last = w
	}
	if len(words) < 2 || len(words) > 4 {
		return
	}
	if !slices.Contains(c.persons[last], q.Speaker) {
		c.persons[last] = append(c.persons[last], q.Speaker)
	}
}

func (c *census) count(q Quote) {
	if q.Speaker == "" {
		return
	}
	key, ok := c.keys[q.Speaker]
	if !ok {
		key = c.keyOf(q.Speaker)
		c.keys[q.Speaker] = key
	}
	at, ok := c.place[key]
	if !ok {
		at = len(c.speakers)
		c.place[key] = at
		c.speakers = append(c.speakers, Speaker{Name: q.Speaker})
	}
	s := &c.speakers[at]
	s.Role = cmp.Or(s.Role, q.Role)
	if c.fuller(q.Speaker, s.Name) {
		s.Name = q.Speaker
	}
}

// keyOf is the key of a name, where a surname stands for the one person quoted who has it.
func (c *census) keyOf(name string) string {
	if full := c.persons[name]; len(full) == 1 && !c.names.IsKnown(name) && !c.names.Namesakes(full[0]) {
		name = full[0]
	}
	return c.names.VoiceKey(name)
}

// fuller reports whether a name tells more than another of the same speaker: it is known to
// be a name, or the other is only its surname.
func (c *census) fuller(name, than string) bool {
	known, before := c.names.IsKnown(name), c.names.IsKnown(than)
	return known && !before || known == before && strings.HasSuffix(name, " "+than)
}
