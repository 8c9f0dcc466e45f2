package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A Voice is a speaker whose words are asked for: as the question has it, and the names
// under which the articles quote such a speaker.
type Voice struct {
	Written string
	Names   []string
}

// Voice returns the speaker that words stand for, with the names of all who go by them.
func (r *Record) Voice(written string) Voice {
	v := Voice{Written: written}
	for _, s := range r.Speakers(written) {
		v.Names = append(v.Names, s.Name)
	}
	return v
}

// In reports whether a passage, in which the quotes stand, gives the speaker's words, or
// tells outside anybody's words what the speaker does.
func (v Voice) In(n *names.Names, p article.Passage, quotes []Quote) bool {
	return slices.ContainsFunc(quotes, func(q Quote) bool { return v.speaks(n, q) }) ||
		len(quotes) > 0 && v.namedOutside(p, quotes)
}

// speaks reports whether a quote may be taken for the speaker's: it is under such a name, it
// is of one who speaks for that country or body by office, or it tells in turn what the
// speaker said.
func (v Voice) speaks(n *names.Names, q Quote) bool {
	if q.Speaker == "" || v.is(n, q.Speaker) {
		return true
	}
	for _, office := range []string{q.Role, q.Speaker, q.Written.Of(q.Article.Text)} {
		for _, m := range n.Find(office) {
			if v.is(n, m.Name) || m.Of != "" && v.is(n, m.Of) {
				return true
			}
		}
	}
	for _, s := range q.Spans {
		words := q.Article.WordsIn(s)
		for _, m := range n.FindIn(words) {
			if v.is(n, m.Name) && tells(words.Touching(english.Span{Start: m.End, End: m.End + 80})) {
				return true
			}
		}
	}
	return false
}

func (v Voice) is(n *names.Names, name string) bool {
	return n.Same(name, v.Written) || slices.ContainsFunc(v.Names, func(own string) bool { return n.Same(name, own) })
}

var saying = english.Inflected("verbs of saying/quotes", english.AnyForm)

// tells reports whether words begin with a verb of saying, auxiliaries and such aside: not those
// behind "Clinton" in "Clinton’s emails", of which the first is "Clinton’s".
func tells(words []english.Token) bool {
	i := slices.IndexFunc(words, func(w english.Token) bool { return !w.Stop })
	return i >= 0 && saying.Has(words[i].Norm)
}

// namedOutside reports whether the words for the speaker stand in the passage outside all
// that is quoted in it.
func (v Voice) namedOutside(p article.Passage, quotes []Quote) bool {
	at := p.Span().Start
	outside := english.Set{}
	for _, t := range p.Words().Tokens {
		if !slices.ContainsFunc(quotes, func(q Quote) bool { return q.holds(at + t.Start) }) {
			outside[t.Norm] = struct{}{}
		}
	}
	words := english.Norms(v.Written)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !outside.Has(w) })
}

// holds reports whether a byte of the article is quoted.
func (q Quote) holds(offset int) bool {
	return slices.ContainsFunc(q.Spans, func(s english.Span) bool { return s.Start <= offset && offset < s.End })
}

// Covers reports whether all words of a span of the article are quoted.
func (q Quote) Covers(s english.Span) bool {
	return !slices.ContainsFunc(q.Article.WordsIn(s).Tokens, func(t english.Token) bool {
		word := english.Span{Start: s.Start + t.Start, End: s.Start + t.End}
		return !slices.ContainsFunc(q.Spans, func(quoted english.Span) bool { return quoted.Contains(word) })
	})
}

// Unnamed reports whether the article has a pronoun or a common noun for the speaker, which
// tell nobody who it is: "he", "the minister", not "Moscow".
func (q Quote) Unnamed() bool {
	words := strings.Fields(q.WrittenAs())
	if len(words) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsLower(r) || len(words) == 1 && speakingPronouns.Has(english.Norm(words[0]))
}

var speakingPronouns = english.Class("pronouns of speakers")

// Closest returns the sentence of a quote that has the most of the words.
func (q Quote) Closest(words string) article.Passage {
	best, most := article.Passage{}, -1
	wanted := english.ContentStems(words)
	for _, p := range q.Passages() {
		stems, shared := p.Words().ContentStems(), 0
		for _, s := range wanted {
			if slices.Contains(stems, s) {
				shared++
			}
		}
		if shared > most {
			best, most = p, shared
		}
	}
	return best
}

// A Subject is what words are about: their own and the names among them.
type Subject struct {
	names *names.Names
	words string
	stems []string
	named []names.Mention // in words
}

// SubjectOf returns the subject that the words tell.
func SubjectOf(n *names.Names, words string) Subject {
	text := english.Read(words)
	return Subject{n, words, text.ContentStems(), n.FindIn(text)}
}

// In reports whether a text has one of the words, or a name for what they name.
func (s Subject) In(text english.Text) bool {
	stems := text.ContentStems()
	if slices.ContainsFunc(s.stems, func(stem string) bool { return slices.Contains(stems, stem) }) {
		return true
	}
	found := s.names.FindIn(text)
	return slices.ContainsFunc(s.named, func(m names.Mention) bool {
		return slices.ContainsFunc(found, func(f names.Mention) bool { return s.names.Same(f.Name, m.Name) })
	})
}

// AllIn reports whether a text has each of the words, or a name for what they name.
func (s Subject) AllIn(text english.Text) bool {
	has, found := text.ContentStems(), s.names.FindIn(text)
	for _, m := range s.named {
		if slices.ContainsFunc(found, func(f names.Mention) bool { return s.names.Same(f.Name, m.Name) }) {
			has = append(has, english.ContentStems(s.words[m.Start:m.End])...)
		}
	}
	return !slices.ContainsFunc(s.stems, func(stem string) bool { return !slices.Contains(has, stem) })
}
