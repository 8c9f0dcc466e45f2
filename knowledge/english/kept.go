package english

import "sort"

// A Kept is a Text as it is held for long, in half the memory. The zero Kept is the empty text.
type Kept struct {
	text   string
	tokens []keptToken
}

// A keptToken is a Token in 16 bytes.
type keptToken struct {
	word  *Word
	start uint32
	size  uint32 // in bytes, twice, plus one where the token begins with an upper-case letter
}

// maxKept is how long a text may be to be kept. No article is as long: it would be read in
// vain, for nothing in it could be pointed to.
const maxKept = 1<<31 - 1

// Keep returns the text as it can be held. Only the tokens in the first 2 GB of it are kept.
func (t Text) Keep() Kept {
	k := Kept{t.String, make([]keptToken, 0, len(t.Tokens))}
	for _, token := range t.Tokens {
		if token.End > maxKept {
			break
		}
		size := uint32(token.End-token.Start) << 1
		if token.Upper {
			size++
		}
		k.tokens = append(k.tokens, keptToken{token.Word, uint32(token.Start), size})
	}
	return k
}

// Text returns the whole text.
func (k Kept) Text() Text { return Text{k.text, k.from(0, len(k.tokens), 0)} }

// Cut returns the words of a span as a text of its own: its String is the span's, and so are
// its offsets.
func (k Kept) Cut(s Span) Text {
	from := sort.Search(len(k.tokens), func(i int) bool { return int(k.tokens[i].start) >= s.Start })
	to := from + sort.Search(len(k.tokens)-from, func(i int) bool {
		t := k.tokens[from+i]
		return int(t.start+t.size>>1) > s.End
	})
	return Text{s.Of(k.text), k.from(from, to, s.Start)}
}

// from returns tokens [from, to), with offsets as seen from a byte of the text.
func (k Kept) from(from, to, origin int) []Token {
	tokens := make([]Token, to-from)
	for i, t := range k.tokens[from:to] {
		start := int(t.start) - origin
		tokens[i] = Token{Span{start, start + int(t.size>>1)}, t.word, t.size&1 == 1}
	}
	return tokens
}
