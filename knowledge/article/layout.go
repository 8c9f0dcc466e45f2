package article

import (
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// maxHead is how many lines above the article are looked at for what they say of it.
const maxHead = 12

// layout says what each block of an article's text is, and fills the fields that the
// furniture states and the source left empty.
func layout(a *Article, read []format.Block) []Part {
	blocks := furniture.Blocks(a.Text)
	setKinds(blocks, read)
	furniture.Mark(blocks)
	head(a, blocks, len(read) > 0 && read[0].Kind == format.Line)
	leadDateline(a, blocks)
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

// head reads what the lines above the article say of it, and marks the title among them. isFile
// says that the text is a file's, in which only the words of a line tell what it is.
func head(a *Article, blocks []furniture.Block, isFile bool) {
	for n := range blocks[:min(len(blocks), maxHead)] {
		b := &blocks[n]
		switch {
		case b.Kind == Body || b.Kind == Headline:
			kind, ok := headLine(a, blocks, n, isFile)
			if !ok {
				return
			}
			b.Kind = kind
		case b.Kind == Dateline || b.Kind == Byline:
			headDate(a, b.Text)
		}
	}
}

// headDate takes from a line above the article when it was published, or by whom.
func headDate(a *Article, text string) {
	if published, ok := dateline(text); ok {
		setPublished(a, published)
	}
	if outlet, ok := strings.CutPrefix(text, "Source: "); ok && len(outlet) < 60 && a.Outlet == "" {
		a.Outlet = outlet
	}
}

// datedTitle is the first line of a clipped article: the day it was published, its title.
var datedTitle = regexp.MustCompile(`^date (\d{4}-\d{2}-\d{2}) (.+)$`)

// headLine says what block n is, if it still belongs to the lines above the article.
func headLine(a *Article, blocks []furniture.Block, n int, isFile bool) (furniture.Kind, bool) {
	text := blocks[n].Text
	if m := datedTitle.FindStringSubmatch(text); n == 0 && m != nil {
		if day, err := calendar.ParseDay(m[1]); err == nil {
			setTitle(a, m[2])
			setPublished(a, timex.Moment{Day: day})
			return Headline, true
		}
	}
	if published, ok := dateline(text); ok {
		setPublished(a, published)
		return Dateline, true
	}
	if isTitle(a, blocks, n, isFile) {
		setTitle(a, text)
		return Headline, true
	}
	return Body, false
}

func setTitle(a *Article, title string) {
	if a.Title == "" {
		a.Title = title
	}
}

// setPublished keeps the most precise of what is known of the publication: a clock time
// on the same day refines the day.
func setPublished(a *Article, m timex.Moment) {
	if a.Published.Day.IsZero() || a.Published.Day == m.Day && !a.Published.HasClock {
		a.Published = m
	}
}

// isTitle reports whether block n is the article's title: the title the source gives, a
// heading, or, in a text file, a first line that stands apart and does not end like a
// sentence.
func isTitle(a *Article, blocks []furniture.Block, n int, isFile bool) bool {
	b := blocks[n]
	switch {
	case b.Kind == Headline, a.Title != "" && sameWords(b.Text, a.Title):
		return true
	}
	return isFile && a.Title == "" && len(blocks) > 1 && len(b.Text) <= 200 && !furniture.EndsSentence(b.Text)
}

// sameWords compares two titles by their letters and digits alone.
func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return fold(a) == fold(b)
}
