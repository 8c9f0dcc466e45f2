package page

import (
	"net/url"
	"strings"

	"talksbot/knowledge/article"
)

const (
	// longestInWhole is the longest passage, in bytes, that its address has whole; a longer one goes by its first
	// and its last words.
	longestInWhole = 80
	endWords       = 4

	// longestAddress is the longest address that may be lengthened so: longer ones are linked to in few places.
	longestAddress = 400
)

// addressOf returns the address of some sentences where their article has one: browsers scroll there and
// mark them (https://wicg.github.io/scroll-to-text-fragment).
func addressOf(at Place) string {
	u, err := url.Parse(at.Article.URL)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return at.Article.URL
	}
	mark := "#"
	if strings.Contains(at.Article.URL, "#") {
		mark = ""
	}
	last := article.Passage{Article: at.Article, Index: at.Last}
	address := at.Article.URL + mark + ":~:text=" + directive(at.Passage().Text(), last.Text())
	if len(address) > longestAddress {
		return at.Article.URL
	}
	return address
}

// directive says which text is meant that begins with one sentence and ends with another, which may be the same.
func directive(first, last string) string {
	begin, end := strings.Fields(first), strings.Fields(last)
	if first == last && (len(first) <= longestInWhole || len(begin) <= 2*endWords) {
		return coded(begin)
	}
	return coded(begin[:min(endWords, len(begin))]) + "," + coded(end[max(0, len(end)-endWords):])
}

// coded returns words as a part of an address. What parts a directive is coded too: a dash, which says that it
// is only the text before or after what is meant, as well as a comma and an ampersand.
func coded(words []string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(strings.Join(words, " ")))
}
