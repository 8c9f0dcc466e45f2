package furniture

// Mark says what each block of an article is. Those that already have a kind keep it.
func Mark(blocks []Block) {
	for i := range blocks {
		blocks[i].Kind = blocks[i].own()
	}
	if isPage(blocks) {
		cut(blocks)
	}
	discussion(blocks)
	links(blocks)
	below(blocks)
	headings(blocks)
}

// own returns what the block is by itself.
func (b Block) own() Kind {
	k := Of(b.Text)
	switch {
	case b.Kind == Body, b.Kind == Headline && k.leadsAway() && len(b.Text) <= longestItem:
		return k
	}
	return b.Kind
}

// isText reports whether the block is the article's own prose, as far as has been told.
func (b Block) isText() bool { return b.Kind == Body && b.isProse() }

// discussion marks everything from where readers' comments begin, behind the article's first
// sentences. A count of comments above the article begins nothing.
func discussion(blocks []Block) {
	before, after := 0, 0
	for _, b := range blocks {
		if b.isText() {
			after += len(b.Text)
		}
	}
	for i, b := range blocks {
		if b.isText() {
			before, after = before+len(b.Text), after-len(b.Text)
		}
		if b.Kind != Comments || before == 0 || before < after && before < fewestBefore && after > fewestBefore {
			continue
		}
		for j := i; j < len(blocks); j++ {
			blocks[j].Kind = Comments
		}
		return
	}
}

// fewestBefore is how long an article at least is, in bytes, that has more words of readers
// behind it than its own.
const fewestBefore = 600

// links marks the lines under a heading of links to other articles, up to one that ends like a
// sentence.
func links(blocks []Block) {
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Kind != Related || EndsSentence(blocks[i].Text) && len(words(blocks[i].Text)) > longestHead {
			continue
		}
		for i+1 < len(blocks) && blocks[i+1].Kind == Body && !blocks[i+1].isProse() {
			i++
			blocks[i].Kind = Related
		}
	}
}

// longestHead is how many words the heading of a list of links has.
const longestHead = 4

// below marks the lines behind the article's last sentence, where they are furniture but for a
// few.
func below(blocks []Block) {
	last, known := len(blocks), 0
	for last > 0 && !blocks[last-1].isText() {
		last--
		if blocks[last].Kind != Body {
			known++
		}
	}
	if last == 0 || 2*known < len(blocks)-last {
		return
	}
	for i := last; i < len(blocks); i++ {
		if blocks[i].Kind == Body {
			blocks[i].Kind = Related
		}
	}
}

// The longest heading there is.
const (
	longestHeading = 90 // bytes
	mostHeading    = 12 // words
)

// headings marks the lines that stand alone above prose, behind other prose, and do not end as
// sentences do. A line of figures may be the result that a reader asks for, and stays.
func headings(blocks []Block) {
	for i := 1; i+1 < len(blocks); i++ {
		b := blocks[i]
		if b.Kind == Body && !b.isProse() && !EndsSentence(b.Text) && blocks[i+1].isText() && blocks[i-1].isText() && isHeading(b.Text) {
			blocks[i].Kind = Headline
		}
	}
}
