package search

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A reader finds the names in one text of a naming after another, in memory that it uses again.
type reader struct {
	words []english.Token
	found []names.Finding
	ids   map[string]term // of names met, by their canonical form
}

// read returns the tokens of a text of a segment with the names they are parts of.
func (r *reader) read(v *naming, sort int, s *Segment, local uint32) tokens {
	x := &s.texts[sort]
	words := x.tokens[x.starts[local]:x.starts[local+1]]
	list := make(tokens, len(words))
	for i, w := range words {
		list[i] = token{word: w, cues: v.cues[w&termMask]}
	}
	text := r.text(sort, s, local)
	r.found = v.known.AppendFindings(r.found[:0], text)
	i := 0
	for _, f := range r.found {
		id := r.id(v, f.Name)
		for i < len(list) && text.Tokens[i].Start < f.Start {
			i++
		}
		for ; i < len(list) && text.Tokens[i].Start < f.End; i++ {
			list[i].name, list[i].kind = id, f.Kind
			list[i].word |= spotFlags[f.Spot]
		}
	}
	return list
}

var spotFlags = [...]uint32{names.AnySpot: flagPlace, names.CitySpot: flagPlace | flagCity, names.LandSpot: flagPlace | flagLand}

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
func (r *reader) id(v *naming, canonical string) term {
	id, ok := r.ids[canonical]
	if !ok {
		id = shared.name(v.known.CanonicalKey(canonical))
		r.ids[canonical] = id
	}
	return id
}
