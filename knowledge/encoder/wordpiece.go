package encoder

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A vocabulary cuts text into WordPieces as BERT's uncased tokenizer does: clean, without
// accents, in lower case, divided at white space and punctuation, then the longest piece
// again and again. It is read-only.
type vocabulary struct {
	ids                          map[string]int32
	unknown, first, end, padding int32
}

// longestWord is how many runes a word may have; a longer one is unknown.
const longestWord = 100

// newVocabulary reads a vocabulary of one piece a line, numbered from 0.
func newVocabulary(text string) *vocabulary {
	v := &vocabulary{ids: make(map[string]int32, strings.Count(text, "\n"))}
	for piece := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		v.ids[piece] = int32(len(v.ids))
	}
	v.unknown, v.first, v.end, v.padding = v.ids["[UNK]"], v.ids["[CLS]"], v.ids["[SEP]"], v.ids["[PAD]"]
	return v
}

func (v *vocabulary) check() error {
	for _, piece := range []string{"[UNK]", "[CLS]", "[SEP]", "[PAD]"} {
		if _, ok := v.ids[piece]; !ok {
			return errors.New("no piece " + piece + " in the vocabulary")
		}
	}
	return nil
}

// appendPieces appends the numbers of the pieces of text, most of them at the most. "[SEP]"
// in a text is four plain pieces, not the end of it.
func (v *vocabulary) appendPieces(ids []int32, text string, most int) []int32 {
	c := cutter{v: v, ids: ids, most: len(ids) + most}
	for _, r := range norm.NFD.String(text) {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			c.flush()
		case r == unicode.ReplacementChar || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Mn):
		case unicode.IsSpace(r):
			c.flush()
		case isPunctuation(r) || isIdeograph(r):
			c.flush()
			c.add(r)
			c.flush()
		default:
			c.add(r)
		}
		if len(c.ids) >= c.most {
			return c.ids[:c.most]
		}
	}
	c.flush()
	return c.ids[:min(len(c.ids), c.most)]
}

// A cutter gathers the runes of a word.
type cutter struct {
	v     *vocabulary
	ids   []int32
	most  int
	word  []byte
	runes int
}

func (c *cutter) add(r rune) {
	if c.runes++; c.runes <= longestWord {
		c.word = append(c.word, string(unicode.ToLower(r))...)
	}
}

func (c *cutter) flush() {
	switch {
	case c.runes > longestWord:
		c.ids = append(c.ids, c.v.unknown)
	case c.runes > 0:
		c.ids = c.v.appendWord(c.ids, c.word)
	}
	c.word, c.runes = c.word[:0], 0
}

// appendWord appends the pieces of one word, the longest that fits first; of a word that
// the pieces do not make up, the one that stands for the unknown.
func (v *vocabulary) appendWord(ids []int32, word []byte) []int32 {
	start := len(ids)
	var buffer [4*longestWord + 2]byte
	for at := 0; at < len(word); {
		piece := buffer[:0]
		if at > 0 {
			piece = append(piece, "##"...)
		}
		prefix := len(piece)
		piece = append(piece, word[at:]...)
		id, ok := v.ids[string(piece)]
		for !ok && len(piece) > prefix+1 {
			piece = piece[:len(piece)-1] // half a rune is in no vocabulary
			id, ok = v.ids[string(piece)]
		}
		if !ok {
			return append(ids[:start], v.unknown)
		}
		ids = append(ids, id)
		at += len(piece) - prefix
	}
	return ids
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
