package furniture

// isPage reports whether the text is that of a whole page, menus and all, as somebody copies it
// from a browser: most of its blocks are lines of a few words, and several are known to be of a
// page. Verses and tables are neither.
func isPage(blocks []Block) bool {
	short, known := 0, 0
	for _, b := range blocks {
		if !b.isProse() && len(b.Text) <= longestItem {
			short++
		}
		if b.Kind.leadsAway() || b.Kind == Share || b.Kind == Notice {
			known++
		}
	}
	return short >= fewestShort && 2*short > len(blocks) && known >= fewestKnown
}

// What a whole page has at least.
const (
	longestItem = 48 // bytes of an entry of a menu
	fewestShort = 20
	fewestKnown = 4
)

// cut marks what stands outside the article on a whole page.
func cut(blocks []Block) {
	first, last := core(blocks)
	for i := range blocks {
		b := &blocks[i]
		switch {
		case i >= first && i < last || b.Kind != Body:
		case i < first && !b.isProse():
			b.Kind = Menu
		default:
			b.Kind = Related
		}
	}
}

// core finds the stretch of a whole page that holds the article: the one with the most prose and
// the fewest lines of other sorts between. Half of 156 pages of newspapers, blogs and shops
// taught it what these weigh. Of the other half it loses 2 in 100 of the articles' paragraphs, and
// leaves out 3 in 4 of the sentences that are the page's.
func core(blocks []Block) (first, last int) {
	sum, from, best := 0, 0, 0
	last = len(blocks)
	for i, b := range blocks {
		if sum <= 0 {
			sum, from = 0, i
		}
		if sum += b.worth(); sum > best {
			best, first, last = sum, from, i+1
		}
	}
	return lead(blocks, first), trail(blocks, last)
}

// worth is what the block adds to the stretch it stands in.
func (b Block) worth() int {
	switch {
	case b.isText():
		return min(len(b.Text), 300)
	case b.Kind == Related, b.Kind == Menu:
		return -150
	case b.Kind == Comments, b.Kind == Rights:
		return -300
	}
	return -60
}

// mostAbove is how many lines, with a picture and a share bar, stand between an article's first
// sentences and those that follow.
const mostAbove = 12

// lead returns where the article begins whose stretch begins at first: prose near above belongs
// to it, if no menu stands between.
func lead(blocks []Block, first int) int {
	for i, gap := first-1, 0; i >= 0 && gap < mostAbove && !blocks[i].Kind.leadsAway(); i-- {
		if gap++; blocks[i].isText() {
			first, gap = i, 0
		}
	}
	return first
}

// mostBelow is how many lines, an advertisement and a link, stand between two of an article's last
// sentences.
const mostBelow = 2

// trail returns where the article ends whose stretch ends at last: prose near below belongs to it, if
// nothing but a single link stands between.
func trail(blocks []Block, last int) int {
	for i, gap := last, 0; i < len(blocks) && gap < mostBelow && (!blocks[i].Kind.leadsAway() || blocks[i].isLink()); i++ {
		if gap++; blocks[i].isText() {
			last, gap = i+1, 0
		}
	}
	return last
}

// isLink reports whether the block is a link to another article rather than the head of a list of them.
func (b Block) isLink() bool { return b.Kind == Related && len(words(b.Text)) > longestHead }

// leadsAway reports whether a block of the kind is of the page rather than of this article.
func (k Kind) leadsAway() bool {
	switch k {
	case Menu, Related, Comments, Rights, Tags:
		return true
	}
	return false
}
