package search

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A mention says that the tokens [from, to) of a text are a name.
type mention struct {
	name     term
	from, to uint32
	kind     names.Kind
	spot     uint8 // a names.Spot
}

var spotFlags = [...]uint32{names.AnySpot: flagPlace, names.CitySpot: flagPlace | flagCity, names.LandSpot: flagPlace | flagLand}

// A reader finds the names in one text after another, in memory that it uses again.
type reader struct {
	known *names.Names
	words []english.Token
	found []names.Finding
	named []mention
	ids   map[string]term // of names met, by their canonical form
}

// nameless are the names of texts that have none.
var nameless []mention

// read returns the names in a text of a segment.
func (r *reader) read(sort int, s *Segment, local uint32) *[]mention {
	text := r.text(sort, s, local)
	r.found, r.named = r.known.AppendFindings(r.found[:0], text), r.named[:0]
	i, size := 0, len(text.Tokens)
	for _, f := range r.found {
		m := mention{name: r.id(f.Name), kind: f.Kind, spot: uint8(f.Spot)}
		for i < size && text.Tokens[i].Start < f.Start {
			i++
		}
		m.from = uint32(i)
		for i < size && text.Tokens[i].Start < f.End {
			i++
		}
		m.to = uint32(i)
		r.named = append(r.named, m)
	}
	if len(r.named) == 0 {
		return &nameless
	}
	kept := append(make([]mention, 0, len(r.named)), r.named...)
	return &kept
}

// text returns the words of a text of a segment; they last until the next is asked for.
func (r *reader) text(sort int, s *Segment, local uint32) english.Text {
	if sort == titles {
		return s.articles[local].Head()
	}
	n := s.owner[local]
	a := s.articles[n]
	text := a.WordsInto(r.words, a.Sentences[local-s.first[n]])
	r.words = text.Tokens
	return text
}

// id returns the term of a name.
func (r *reader) id(canonical string) term {
	id, ok := r.ids[canonical]
	if !ok {
		id = shared.name(r.known.CanonicalKey(canonical))
		r.ids[canonical] = id
	}
	return id
}
