package format

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
)

// Feed returns the items of a feed that was saved as a file: RSS, Atom or JSON Feed.
func Feed(source string) ([]Document, error) {
	feed, err := gofeed.NewParser().ParseString(prolog.ReplaceAllString(withoutInvalid(source), ""))
	if err != nil {
		return nil, &Error{1, fmt.Errorf("not a feed that can be read: %w", err)}
	}
	if len(feed.Items) == 0 {
		return nil, &Error{1, errors.New("a feed without items")}
	}
	lines := itemLines(source, len(feed.Items))
	seen := map[string]bool{}
	var all []Document
	for i, item := range feed.Items {
		d, err := ofItem(item)
		if err != nil {
			return nil, &Error{lines[i], err}
		}
		d.Line, d.Record = lines[i], true
		d.Facts = itemFacts(feed, item, seen[item.GUID])
		seen[item.GUID] = true
		all = append(all, d)
	}
	return all, nil
}

// prolog is where XML says how it was encoded, before it was decoded.
var prolog = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// withoutInvalid returns text without the control characters that XML does not allow.
func withoutInvalid(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text)
}

// ofItem returns the text of an item: its content, or else its summary.
func ofItem(item *gofeed.Item) (Document, error) {
	text := item.Content
	if strings.TrimSpace(text) == "" {
		text = item.Description
	}
	return prose(text, Paragraph)
}

func itemFacts(feed *gofeed.Feed, item *gofeed.Item, again bool) []Fact {
	var facts []Fact
	state := func(name, value string) { facts = append(facts, stated(Fields, name, value)...) }
	if !again {
		state("guid", item.GUID)
	}
	state("title", withoutTags(item.Title))
	state("link", item.Link)
	state("published", item.Published)
	state("updated", item.Updated)
	state("feedtitle", feed.Title)
	for _, author := range item.Authors {
		state("author", author.Name)
	}
	if dc := item.DublinCoreExt; dc != nil && len(dc.Publisher) > 0 {
		state("publisher", dc.Publisher[0])
	}
	return facts
}

var anyTag = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)

func withoutTags(title string) string { return anyTag.ReplaceAllString(title, "") }

var itemStart = regexp.MustCompile(`<(?:\w+:)?(?:item|entry)[\s>]|"(?:id|guid)"\s*:`)

// itemLines returns the lines on which the items of a feed begin, as far as that can be told.
func itemLines(source string, n int) []int {
	lines := make([]int, n)
	found := itemStart.FindAllStringIndex(source, -1)
	line, at := 1, 0
	for i := range lines {
		lines[i] = 1
		if len(found) == n {
			line += strings.Count(source[at:found[i][0]], "\n")
			at = found[i][0]
			lines[i] = line
		}
	}
	return lines
}
