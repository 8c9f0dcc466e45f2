package encoder

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"talksbot/knowledge/english"
)

// A vocabulary cuts text into WordPieces as BERT's uncased tokenizer does: clean, without
// accents, in lower case, divided at white space and punctuation, then the longest piece
// again and again. It is read-only.
type vocabulary struct {
	ids                 map[string]int32
	unknown, first, end int32
}

// longestWord is how many runes a word may have; a longer one is unknown.
const longestWord = 100

// newVocabulary reads a vocabulary of one piece a line, numbered from 0.
func newVocabulary(text string) *vocabulary {
	v := &vocabulary{ids: make(map[string]int32, strings.Count(text, "\n"))}
	for piece := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		v.ids[piece] = int32(len(v.ids))
	}
	v.unknown, v.first, v.end = v.ids["[UNK]"], v.ids["[CLS]"], v.ids["[SEP]"]
	return v
}

func (v *vocabulary) check() error {
	for _, piece := range []string{"[UNK]", "[CLS]", "[SEP]"} {
		if _, ok := v.ids[piece]; !ok {
			return errors.New("no piece " + piece + " in the vocabulary")
		}
	}
	return nil
}

// A piece is a WordPiece and where it stands in the text.
type piece struct {
	id int32
	english.Span
}

// A cutter cuts text into pieces. It keeps its memory from one text to the next, so it is
// for one goroutine.
type cutter struct {
	v      *vocabulary
	pieces []piece
	word   []byte         // as far as it is gathered
	origin []english.Span // of each byte of word: the rune of the text it comes from
	runes  int

	decomposed []byte // a rune and its accents
}

// cut appends the pieces of text, most of them at the most. "[SEP]" in a text is plain
// characters, not its end.
func (c *cutter) cut(pieces []piece, text string, most int) []piece {
	c.pieces = pieces
	most += len(pieces)
	for at := 0; at < len(text) && len(c.pieces) < most; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r < utf8.RuneSelf {
			c.rune(r, at, at+size)
		} else {
			c.decomposed = norm.NFD.AppendString(c.decomposed[:0], text[at:at+size])
			for _, d := range string(c.decomposed) {
				c.rune(d, at, at+size)
			}
		}
		at += size
	}
	c.flush()
	return c.pieces[:min(len(c.pieces), most)]
}

// rune takes the next rune, which comes from text[start:end].
func (c *cutter) rune(r rune, start, end int) {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		c.flush()
	case r == unicode.ReplacementChar || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Mn):
	case unicode.IsSpace(r):
		c.flush()
	case isPunctuation(r) || isIdeograph(r):
		c.flush()
		c.add(r, start, end)
		c.flush()
	default:
		c.add(r, start, end)
	}
}

func (c *cutter) add(r rune, start, end int) {
	if c.runes++; c.runes > longestWord {
		c.origin[len(c.origin)-1].End = end
		return
	}
	before := len(c.word)
	c.word = utf8.AppendRune(c.word, unicode.ToLower(r))
	for range len(c.word) - before {
		c.origin = append(c.origin, english.Span{Start: start, End: end})
	}
}

// flush appends the pieces of the word gathered, the longest that fits first. Of a word that
// is too long, or that the pieces do not make up, it appends the piece of the unknown.
func (c *cutter) flush() {
	if c.runes > 0 {
		before := len(c.pieces)
		if c.runes > longestWord || !c.divide() {
			c.pieces = append(c.pieces[:before], piece{c.v.unknown, c.span(0, len(c.word))})
		}
	}
	c.word, c.origin, c.runes = c.word[:0], c.origin[:0], 0
}

// divide appends the pieces of the word and reports whether they make it up.
func (c *cutter) divide() bool {
	var buffer [utf8.UTFMax*longestWord + 2]byte
	for at := 0; at < len(c.word); {
		text := buffer[:0]
		if at > 0 {
			text = append(text, "##"...)
		}
		prefix := len(text)
		text = append(text, c.word[at:]...)
		id, ok := c.v.ids[string(text)]
		for !ok && len(text) > prefix+1 {
			text = text[:len(text)-1] // half a rune is in no vocabulary
			id, ok = c.v.ids[string(text)]
		}
		if !ok {
			return false
		}
		end := at + len(text) - prefix
		c.pieces = append(c.pieces, piece{id, c.span(at, end)})
		at = end
	}
	return true
}

// span returns where word[from:to] comes from.
func (c *cutter) span(from, to int) english.Span {
	return english.Span{Start: c.origin[from].Start, End: c.origin[to-1].End}
}

func isPunctuation(r rune) bool {
	if r < 128 {
		return r >= 33 && r <= 47 || r >= 58 && r <= 64 || r >= 91 && r <= 96 || r >= 123 && r <= 126
	}
	return unicode.IsPunct(r)
}

// isIdeograph reports whether BERT makes a word of r alone.
func isIdeograph(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0x20000 && r <= 0x2A6DF || r >= 0x2A700 && r <= 0x2CEAF || r >= 0x2F800 && r <= 0x2FA1F
}
