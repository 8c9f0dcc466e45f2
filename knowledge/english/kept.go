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
func (k Kept) Text() Text { return Text{k.text, k.fill(make([]Token, len(k.tokens)), 0, 0)} }

// Cut returns the words of a span as a text of its own: its String is the span's, and so are
// its offsets.
func (k Kept) Cut(s Span) Text { return k.CutInto(nil, s) }

// CutInto is Cut, its tokens in the memory of buf where that is large enough.
func (k Kept) CutInto(buf []Token, s Span) Text {
	from := sort.Search(len(k.tokens), func(i int) bool { return int(k.tokens[i].start) >= s.Start })
	to := from
	for to < len(k.tokens) && k.tokens[to].end() <= s.End {
		to++
	}
	if cap(buf) < to-from || buf == nil {
		buf = make([]Token, to-from)
	}
	return Text{s.Of(k.text), k.fill(buf[:to-from], from, s.Start)}
}

// fill writes tokens from one on, with offsets as seen from a byte of the text.
func (k Kept) fill(tokens []Token, from, origin int) []Token {
	for i, t := range k.tokens[from : from+len(tokens)] {
		tokens[i] = Token{Span{int(t.start) - origin, t.end() - origin}, t.word, t.size&1 == 1}
	}
	return tokens
}

func (t keptToken) end() int { return int(t.start + t.size>>1) }
