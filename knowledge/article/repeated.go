package article

import (
	"slices"

	"talksbot/knowledge/article/furniture"
)

// leaveOut marks what of the articles' texts is the page's, as far as only its standing in several of
// them tells, before anybody asks for their words. An article that would have no sentence left stays
// as it is.
func leaveOut(articles []*Article) {
	all := make([][]furniture.Block, len(articles))
	for i, a := range articles {
		all[i] = a.blocks()
	}
	furniture.Repeated(all)
	for i, a := range articles {
		a.layOut(all[i])
	}
}

// layOut takes the blocks for the article's where they are others than its parts have, and leave a sentence.
func (a *Article) layOut(blocks []furniture.Block) {
	before, parts := a.blocks(), joinBlocks(blocks)
	sentences := sentencesOf(a.Text, parts)
	if len(sentences) == 0 || slices.Equal(parts, a.Parts) {
		return
	}
	for i, b := range blocks {
		if b.Kind != before[i].Kind {
			a.source.repeated = append(a.source.repeated, mark{b.Span, b.Kind})
		}
	}
	a.Parts, a.Sentences = parts, sentences
	a.findVectors()
}

// blocks returns the parts of the article's text, and what is its own block by block.
func (a *Article) blocks() []furniture.Block {
	var blocks []furniture.Block
	for _, p := range a.Parts {
		if p.Kind != Body {
			blocks = append(blocks, furniture.Block{Span: p.Span, Text: p.Of(a.Text), Kind: p.Kind})
			continue
		}
		for _, b := range furniture.Blocks(p.Of(a.Text)) {
			b.Start += p.Start
			b.End += p.Start
			blocks = append(blocks, b)
		}
	}
	return blocks
}
