package library

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// linked matches addresses in what people write, from where their scheme begins.
var linked = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"]+`)

// linksIn returns the links of a text, in order and each once.
func linksIn(text string) []string {
	var links []string
	for _, found := range linked.FindAllString(text, -1) {
		if link := trimmed(found); !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	return links
}

// typedLinks returns what was typed to be added, word by word, each as a link where it can be one without its scheme.
func typedLinks(typed string) []string {
	var links []string
	for word := range strings.FieldsFuncSeq(typed, func(r rune) bool { return strings.ContainsRune(" \t\n\r<>,;", r) }) {
		link := trimmed(word)
		if strings.Contains(link, ".") && !strings.Contains(link, "://") {
			link = "https://" + link
		}
		if !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	return links
}

// isLink reports whether something can be the address of a page.
func isLink(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(u.Hostname(), ".")
}

// trimmed returns a link without what ends the sentence, or the mark, in which it stands.
func trimmed(link string) string {
	for {
		cut := strings.TrimRight(link, ".,;:!?'*_~|`”’»")
		for _, pair := range []string{"()", "[]"} {
			if strings.HasSuffix(cut, pair[1:]) && strings.Count(cut, pair[1:]) > strings.Count(cut, pair[:1]) {
				cut = cut[:len(cut)-1]
			}
		}
		if cut == link {
			return cut
		}
		link = cut
	}
}
