package format

import (
	"strings"
	"unicode"
)

// A builder puts a document together, block by block.
type builder struct {
	text   strings.Builder
	blocks []Block
}

// divider stands between two blocks.
const divider = "\n\n"

// add appends a block with the words, whose white space and unseen characters do not count. It
// reports whether there was anything to add.
func (b *builder) add(kind Kind, words string, at int) bool {
	words = strings.Join(strings.Fields(Clean(words)), " ")
	if words == "" {
		return false
	}
	if b.text.Len() > 0 {
		b.text.WriteString(divider)
	}
	start := b.text.Len()
	b.text.WriteString(words)
	b.blocks = append(b.blocks, Block{Span{Start: start, End: b.text.Len()}, kind, at})
	return true
}

func (b *builder) document() Document {
	return Document{Text: b.text.String(), Blocks: b.blocks, Line: 1}
}

// Plain returns the document that a plain text is: every line that holds anything is a block of
// the kind. Its text is kept as it is but for what Clean does.
func Plain(text string, kind Kind) Document {
	d := Document{Line: 1}
	var clean strings.Builder
	same := isClean(text)
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		start := clean.Len()
		if same {
			start = at
		}
		words := line
		if !same {
			words = Clean(line)
			clean.WriteString(words)
		}
		d.Blocks = appendLines(d.Blocks, words, start, at, kind)
		at += len(line)
	}
	d.Text = text
	if !same {
		d.Text = clean.String()
	}
	return d
}

// Verbatim returns the blocks of a text that is kept byte for byte: its lines.
func Verbatim(text string) []Block {
	return appendLines(nil, text, 0, 0, Paragraph)
}

// appendLines appends the lines of words, which stand from start in the text and from at in the
// source. Cleaning may have made several lines of one.
func appendLines(blocks []Block, words string, start, at int, kind Kind) []Block {
	for line := range strings.SplitAfterSeq(words, "\n") {
		left := strings.TrimLeftFunc(line, unicode.IsSpace)
		from := start + len(line) - len(left)
		if end := from + len(strings.TrimRightFunc(left, unicode.IsSpace)); end > from {
			blocks = append(blocks, Block{Span{Start: from, End: end}, kind, at})
		}
		start += len(line)
	}
	return blocks
}
