package english

import "sort"

// A Kept is a Text as it is held for long, in a fifth of the memory. The zero Kept is the empty text.
type Kept struct {
	text   string
	tokens []KeptToken
	words  []*Word
}

// A KeptToken is a Token in a number: from the highest bit down, in 24 bits which of some words it is, in
// one whether it begins with an upper-case letter, in 27 where it begins and in 12 how many bytes it has.
type KeptToken uint64

// What a KeptToken has room for.
const (
	maxWord  = 1<<24 - 1
	maxStart = 1<<27 - 1 // no article is as long: it would be read in vain, for nothing in it could be pointed to
	maxSize  = 1<<12 - 1 // no word is as long
)

func keptToken(t Token, word int) KeptToken {
	k := KeptToken(word)<<40 | KeptToken(t.Start)<<12 | KeptToken(t.End-t.Start)
	if t.Upper {
		k |= 1 << 39
	}
	return k
}

// Word returns which word it is.
func (k KeptToken) Word() uint32 { return uint32(k >> 40) }

// Upper reports whether the token begins with an upper-case letter.
func (k KeptToken) Upper() bool { return k>>39&1 == 1 }

func (k KeptToken) start() int { return int(k >> 12 & maxStart) }
func (k KeptToken) end() int   { return k.start() + int(k&maxSize) }

// Keep returns the text as it can be held. Tokens beyond its first 128 MB, and those of over 4,095 bytes, are
// left out.
func (t Text) Keep() Kept {
	k := Kept{text: t.String, tokens: make([]KeptToken, 0, len(t.Tokens))}
	numbers := make(map[*Word]int, len(t.Tokens)/2)
	for _, token := range t.Tokens {
		if token.Start > maxStart || len(k.words) > maxWord {
			break
		}
		if token.End-token.Start > maxSize {
			continue
		}
		n, ok := numbers[token.Word]
		if !ok {
			n = len(k.words)
			numbers[token.Word], k.words = n, append(k.words, token.Word)
		}
		k.tokens = append(k.tokens, keptToken(token, n))
	}
	return k
}

// KeepAs returns the tokens of the kept text, of which number says what number a word has among others.
func (k Kept) KeepAs(number func(*Word) uint32) []KeptToken {
	numbers := make([]KeptToken, len(k.words))
	for i, w := range k.words {
		numbers[i] = KeptToken(number(w)) << 40
	}
	tokens := make([]KeptToken, len(k.tokens))
	for i, t := range k.tokens {
		tokens[i] = t&(1<<40-1) | numbers[t.Word()]
	}
	return tokens
}

// KeptAs undoes KeepAs: it returns the text of the tokens, whose words are numbered as in the list.
func KeptAs(text string, tokens []KeptToken, words []*Word) Kept { return Kept{text, tokens, words} }

// Len returns how many tokens the text has.
func (k Kept) Len() int { return len(k.tokens) }

// Text returns the whole text.
func (k Kept) Text() Text { return Text{k.text, k.fill(make([]Token, len(k.tokens)), 0, 0)} }

// Cut returns the words of a span as a text of its own: its String is the span's, and so are
// its offsets.
func (k Kept) Cut(s Span) Text { return k.CutInto(nil, s) }

// CutInto is Cut, its tokens in the memory of buf where that is large enough.
func (k Kept) CutInto(buf []Token, s Span) Text {
	from, to := k.within(s)
	if cap(buf) < to-from || buf == nil {
		buf = make([]Token, to-from)
	}
	return Text{s.Of(k.text), k.fill(buf[:to-from], from, s.Start)}
}

// In returns the tokens of a span.
func (k Kept) In(s Span) []KeptToken {
	from, to := k.within(s)
	return k.tokens[from:to:to]
}

// Word returns the word of a token of the text.
func (k Kept) Word(t KeptToken) *Word { return k.words[t.Word()] }

func (k Kept) within(s Span) (from, to int) {
	from = sort.Search(len(k.tokens), func(i int) bool { return k.tokens[i].start() >= s.Start })
	to = from
	for to < len(k.tokens) && k.tokens[to].end() <= s.End {
		to++
	}
	return from, to
}

// fill writes tokens from one on, with offsets as seen from a byte of the text.
func (k Kept) fill(tokens []Token, from, origin int) []Token {
	for i, t := range k.tokens[from : from+len(tokens)] {
		tokens[i] = Token{Span{t.start() - origin, t.end() - origin}, k.words[t.Word()], t.Upper()}
	}
	return tokens
}
