package furniture

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
)

// A Block is a line of a text, or several that are one passage broken over them.
type Block struct {
	english.Span
	Text  string
	Kind  Kind
	Apart bool // a blank line stands before it, or nothing
}

// Blocks returns the blocks of a text, all of them Body.
func Blocks(text string) []Block {
	var blocks []Block
	at := 0
	for _, passage := range sentence.Passages(text) {
		for _, s := range apart(text, passage) {
			if s = trim(text, s); s.Start == s.End {
				continue
			}
			set := at == 0 || strings.Count(text[at:s.Start], "\n") > 1
			blocks = append(blocks, Block{Span: s, Text: text[s.Start:s.End], Apart: set})
			at = s.End
		}
	}
	return blocks
}

// Part returns the part of the block from one byte of its text to another, without white space at
// its ends.
func (b Block) Part(text string, from, to int) Block {
	b.Span = trim(text, english.Span{Start: b.Start + from, End: b.Start + to})
	b.Text = b.Of(text)
	return b
}

// apart returns a passage without the lines above and below that are furniture by themselves:
// these are no part of a sentence that is broken over lines.
func apart(text string, passage english.Span) (all []english.Span) {
	for passage.Start < passage.End {
		n := strings.IndexByte(passage.Of(text), '\n')
		if n < 0 || n > longestLine || Of(strings.TrimSpace(text[passage.Start:passage.Start+n])) == Body {
			break
		}
		all = append(all, english.Span{Start: passage.Start, End: passage.Start + n})
		passage.Start += n + 1
	}
	var below []english.Span
	for passage.Start < passage.End {
		n := strings.LastIndexByte(passage.Of(text), '\n')
		if n < 0 || passage.Start+n+longestLine < passage.End || !EndsSentence(strings.TrimSpace(text[passage.Start:passage.Start+n])) ||
			Of(strings.TrimSpace(text[passage.Start+n:passage.End])) == Body {
			break
		}
		below = append(below, english.Span{Start: passage.Start + n, End: passage.End})
		passage.End = passage.Start + n
	}
	slices.Reverse(below)
	return append(append(all, passage), below...)
}

// trim returns the span without a byte order mark and white space at its ends.
func trim(text string, s english.Span) english.Span {
	inside := strings.TrimLeftFunc(s.Of(text), func(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' })
	s.Start = s.End - len(inside)
	s.End = s.Start + len(strings.TrimRightFunc(inside, unicode.IsSpace))
	return s
}

// A line is a block with what its form is told by.
type line struct {
	text   string
	words  []string // none of what is too long to be furniture
	ends   bool     // like a sentence
	quotes bool     // somebody's words
}

func read(text string) line {
	l := line{text: text, ends: endsIn(text, ".!?…。,;")}
	if len(text) <= longestNotice {
		l.words = words(text)
		l.quotes = strings.ContainsAny(text, "“”\"")
	}
	return l
}

// EndsSentence reports whether a text ends as sentences do, or in a mark that leads on to more.
func EndsSentence(text string) bool { return endsIn(text, ".!?…。:,;") }

func endsIn(text, marks string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’)]»*_ "))
	return strings.ContainsRune(marks, r)
}

// isHeading reports whether a line that does not end as sentences do may be a heading.
func isHeading(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "#*_ \"“‘'"))
	return len(text) <= longestHeading && strings.Count(text, " ") < mostHeading && !unicode.IsLower(first) && strings.IndexFunc(enumerator.ReplaceAllString(text, ""), unicode.IsDigit) < 0
}

// enumerator is the number that a heading begins with.
var enumerator = regexp.MustCompile(`^[#*_ ]*\d{1,3}[.):] `)

// isProse reports whether the block is a sentence, or so long that it must hold some.
func (b Block) isProse() bool {
	return len(b.Text) > 4*longestLine/3 || EndsSentence(b.Text) && strings.Count(b.Text, " ") > 1
}
