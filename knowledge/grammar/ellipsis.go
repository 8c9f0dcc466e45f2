package grammar

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// News leaves out what the reader can put back: "the Front took 81 seats, the Union 17", "while Kessel's
// fell", "it promised to do so". The words that are left out tie things together as if they stood there,
// so they are put back before the ties are read.

// ReadWhole reads a text as Read does, with the words put back that it leaves to be understood. What is
// read is then no longer the text of the source, byte for byte.
func ReadWhole(src Source, names *names.Names) *Sentence {
	s := Read(src, names)
	if edits := restored(s); len(edits) > 0 {
		return Read(edited(src, edits), names)
	}
	return s
}

// An edit puts words in the place of a span.
type edit struct {
	english.Span
	words string
}

// edited returns a source with the edits made.
func edited(src Source, edits []edit) Source {
	var b strings.Builder
	dates := slices.Clone(src.Dates)
	at := 0
	for _, e := range edits {
		b.WriteString(src.Text.String[at:e.Start])
		b.WriteString(e.words)
		at = e.End
		for i, d := range src.Dates {
			if d.Start >= e.End {
				dates[i].Start += len(e.words) - (e.End - e.Start)
				dates[i].End += len(e.words) - (e.End - e.Start)
			}
		}
	}
	b.WriteString(src.Text.String[at:])
	return Source{Text: english.Read(b.String()), Dates: dates, Quoted: src.Quoted}
}

// restored returns what is left out of a sentence, in the order of where it belongs.
func restored(s *Sentence) (edits []edit) {
	for i, t := range s.Tokens {
		switch {
		case t.Quoted:
		case t.Possessive(s.String) > 0 && i+1 < len(s.Tokens) && !s.Broken(i+1) && (s.Tokens[i+1].Speech == Verb && isFinite(s, i+1) || s.Tokens[i+1].Speech == Auxiliary):
			if noun := possessedBefore(s, i); noun != "" {
				edits = append(edits, insert(s, i+1, noun))
			}
		case t.Number > 0 && s.Numbers[t.Number-1].First == i:
			edits = append(edits, gapFilled(s, i)...)
		case t.Norm == "so" && s.Norm(i-1) == "do":
			if deed := deedBefore(s, i-1); deed != "" {
				edits = append(edits, edit{english.Span{Start: s.Tokens[i-1].Start, End: t.End}, deed})
			}
		}
	}
	return edits
}

// insert puts words before token i.
func insert(s *Sentence, i int, words string) edit {
	at := s.Tokens[i].Start
	return edit{english.Span{Start: at, End: at}, words + " "}
}

// possessedBefore returns the last noun before token i that a clause says is somebody's: "shares" of
// "Brask shares rose, while Kessel's fell".
func possessedBefore(s *Sentence, i int) string {
	noun := -1
	for _, t := range s.Ties {
		if t.Relation > Patient || t.Dep >= i || t.Dep < noun || s.Tokens[t.Dep].Name > 0 {
			continue
		}
		owned := slices.ContainsFunc(s.Ties, func(o Tie) bool {
			return o.Heads[0] == t.Dep && (o.Relation == Owner || o.Relation == Modifier && s.Tokens[o.Dep].Name > 0)
		})
		if owned {
			noun = t.Dep
		}
	}
	if noun < 0 {
		return ""
	}
	return s.Written(noun)
}

// gapFilled puts back the verb before the number at token i, and what the number counts, where a clause before
// says it of somebody else: "the Front took 81 seats, the Union 17".
func gapFilled(s *Sentence, i int) []edit {
	last := s.Numbers[s.Tokens[i].Number-1].Last
	first := gapSubject(s, i)
	if first < 0 || s.Tokens[i].Date > 0 || last+1 < len(s.Tokens) && !s.Broken(last+1) && s.Tokens[last+1].Speech != Coordinator {
		return nil
	}
	verb, number := -1, -1
	for _, t := range s.Ties {
		if t.Relation != Patient || t.Heads[0] >= first || t.Heads[0] < verb || t.Dep < t.Heads[0] {
			continue
		}
		if n := Counted(s, t.Dep); n >= 0 && hasAgent(s, t.Heads[0]) {
			verb, number = t.Heads[0], n
		}
	}
	if verb < 0 || verbBetween(s, verb+1, first) {
		return nil
	}
	from := verb
	for from > 0 && !s.Broken(from) && s.Tokens[from-1].Speech == Auxiliary {
		from--
	}
	edits := []edit{insert(s, i, s.Phrase(from, verb))}
	if unit := unitPhrase(s, number); unit != "" {
		at := s.Tokens[last].End
		edits = append(edits, edit{english.Span{Start: at, End: at}, " " + unit})
	}
	return edits
}

// gapSubject returns the first token of who stands right before the number at token i, behind a comma or
// an "and"; -1 where nobody does.
func gapSubject(s *Sentence, i int) int {
	k := i
	for k > 0 && !s.Broken(k) && s.Tokens[k-1].Number == 0 && s.Tokens[k-1].Date == 0 && (s.Tokens[k-1].Speech == Noun || s.Tokens[k-1].Speech == Determiner) {
		k--
	}
	known := k < i && (s.Tokens[i-1].Name > 0 || s.Tokens[k].Speech == Determiner)
	if !known || s.Norm(k) == "a" || s.Norm(k) == "an" || k == 0 || !s.Broken(k) && s.Norm(k-1) != "and" {
		return -1
	}
	return k
}

func hasAgent(s *Sentence, v int) bool {
	return slices.ContainsFunc(s.Ties, func(t Tie) bool { return t.Relation == Agent && t.Heads[0] == v && t.Dep < v && !t.Meant })
}

func verbBetween(s *Sentence, from, until int) bool {
	return slices.ContainsFunc(s.Tokens[from:until], func(t Token) bool { return t.Speech == Verb || t.Speech == Auxiliary })
}

// unitPhrase returns what the number at token i counts, with what is behind its "of": "tonnes of beet".
func unitPhrase(s *Sentence, i int) string {
	first := s.Numbers[s.Tokens[i].Number-1].Last + 1
	last := nounsFrom(s, first)
	if last < first {
		return ""
	}
	if s.Norm(last+1) == "of" && !s.Broken(last+1) {
		if k := nounsFrom(s, last+2); k >= last+2 {
			last = k
		}
	}
	return s.Phrase(first, last)
}

// nounsFrom returns the last of the nouns that stand in a row from token i on, and i-1 where none does.
func nounsFrom(s *Sentence, i int) int {
	for i < len(s.Tokens) && !s.Broken(i) && s.Tokens[i].Speech == Noun && s.Tokens[i].Number == 0 && s.Tokens[i].Date == 0 && s.Tokens[i].Name == 0 {
		i++
	}
	return i - 1
}

// deedBefore returns the last infinitive before token i with what goes with it, which "do so" stands for.
func deedBefore(s *Sentence, i int) string {
	for k := i - 2; k > 0; k-- {
		if s.Tokens[k].Speech != Verb || s.Tokens[k-1].Speech != InfinitiveTo {
			continue
		}
		last := k
		for last+1 < i && !s.Broken(last+1) && s.Tokens[last+1].Speech != Coordinator && s.Tokens[last+1].Speech != Subordinator && s.Tokens[last+1].Speech != Relative {
			last++
		}
		if last+1 == i {
			return "" // nothing ends it
		}
		return s.Phrase(k, last)
	}
	return ""
}
