package article

import (
	"strings"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/article/meta"
	"talksbot/knowledge/article/transcript"
)

// layout says what each block of an article's text is, and fills the fields that the
// furniture states and the source left empty. guess says that a line which nothing marks may be the
// title.
func layout(a *Article, read []format.Block, guess bool) []Part {
	blocks := furniture.Blocks(a.Text)
	setKinds(blocks, read)
	furniture.Mark(blocks)
	blocks = around(a, blocks, guess)
	blocks, a.Turns = transcript.Find(a.Text, blocks)
	return joinBlocks(apart(a.Text, blocks))
}

// setKinds marks the blocks of which the source says what they are.
func setKinds(blocks []furniture.Block, read []format.Block) {
	i := 0
	for _, r := range read {
		for i < len(blocks) && blocks[i].Start < r.Start {
			i++
		}
		if i == len(blocks) {
			return
		}
		if b := &blocks[i]; b.Start == r.Start {
			switch r.Kind {
			case format.Heading:
				b.Kind = Headline
			case format.Caption:
				b.Kind = Caption
			}
		}
	}
}

// apart returns the blocks with the datelines at the beginning of paragraphs apart from these.
func apart(text string, blocks []furniture.Block) []furniture.Block {
	all := make([]furniture.Block, 0, len(blocks)+1)
	for _, b := range blocks {
		if n := furniture.Lead(b.Text); n > 0 && b.Kind == Body {
			lead := b
			lead.Kind, lead.End = Dateline, b.Start+len(strings.TrimRight(b.Text[:n], " "))
			lead.Text = lead.Of(text)
			b.Start, b.Text = b.Start+n, b.Text[n:]
			all = append(all, lead)
		}
		all = append(all, b)
	}
	return all
}

// joinBlocks returns the parts that the blocks make: neighbours of one kind are one part. A Body
// part runs over blank lines too.
func joinBlocks(blocks []furniture.Block) []Part {
	var parts []Part
	for _, b := range blocks {
		if n := len(parts); n > 0 && parts[n-1].Kind == b.Kind {
			parts[n-1].End = b.End
			continue
		}
		parts = append(parts, Part{Span: b.Span, Kind: b.Kind})
	}
	return parts
}

// around fills the facts that the source left empty from what stands around the article, and marks
// the lines that state them.
func around(a *Article, blocks []furniture.Block, guess bool) []furniture.Block {
	lines := make([]meta.Line, len(blocks))
	for i, b := range blocks {
		lines[i] = meta.Line{Text: b.Text, Heading: b.Kind == Headline, Loose: guess, Note: b.Kind == Dateline || b.Kind == Byline}
		lines[i].Other = b.Kind.IsFurniture() && !lines[i].Note
	}
	facts := a.facts()
	marks := facts.Complete(lines)
	a.setFacts(facts)
	all := make([]furniture.Block, 0, len(blocks)+1)
	for i, b := range blocks {
		if cut := marks[i].Cut; cut > 0 {
			before := b
			before.Kind, before.End = Dateline, b.Start+len(strings.TrimRight(b.Text[:cut], " "))
			before.Text = before.Of(a.Text)
			b.Start, b.Text = b.Start+cut, b.Text[cut:]
			all = append(all, before)
		} else if kind := kindOf[marks[i].Role]; kind != Body {
			b.Kind = kind
		}
		all = append(all, b)
	}
	return all
}

var kindOf = map[meta.Role]furniture.Kind{meta.Title: Headline, meta.Stamp: Dateline, meta.Byline: Byline}
