package format

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talksbot/knowledge/english"
)

// Page returns the article of a web page, without what stands around it, and what the page
// states of it.
func Page(source string) (Document, error) {
	doc, err := parsePage(positioned(source))
	if err != nil {
		return Document{}, err
	}
	facts := pageFacts(doc)
	hide(doc)
	d := blocksOf(mainPart(doc))
	d.Facts = facts
	return d, nil
}

// Fragment returns what a piece of HTML shows, all of it.
func Fragment(source string) (Document, error) {
	doc, err := parsePage(positioned(source))
	if err != nil {
		return Document{}, err
	}
	hide(doc)
	return blocksOf(doc), nil
}

// position is the attribute by which an element remembers where in the source it begins.
const position = "data-talksbot-at"

// parsePage parses HTML.
func parsePage(source string) (doc *html.Node, err error) {
	doc, err = html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, errors.New("not a page that can be read: its elements stand more than 512 deep in one another")
	}
	if body := find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body }); body != nil {
		return doc, nil
	}
	return nil, errors.New("not a page that can be read: it has no body")
}

// positioned returns the source with its positions written into the start tags of blocks.
func positioned(source string) string {
	var b bytes.Buffer
	b.Grow(len(source) + len(source)/4)
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(0)
	at := 0
	for {
		kind := z.Next()
		raw := z.Raw()
		if kind == html.StartTagToken {
			if name := tagName(raw); isMarked[name] {
				fmt.Fprintf(&b, "%s %s=\"%d\"%s", raw[:1+len(name)], position, at, raw[1+len(name):])
				at += len(raw)
				continue
			}
		}
		b.Write(raw)
		at += len(raw)
		if kind == html.ErrorToken {
			b.WriteString(source[min(at, len(source)):])
			return b.String()
		}
	}
}

// isMarked are the elements that get a position.
var isMarked = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true, "tr": true,
	"div": true, "figcaption": true, "blockquote": true, "pre": true, "dt": true, "dd": true, "section": true, "article": true}

func tagName(raw []byte) string {
	i := 1
	for i < len(raw) && (raw[i]|0x20 >= 'a' && raw[i]|0x20 <= 'z' || raw[i] >= '0' && raw[i] <= '9') {
		i++
	}
	return strings.ToLower(string(raw[1:i]))
}

// little is how many bytes of text a page has, without its navigation, that is all article: a
// page somebody saved or wrote by hand. Of such a page readability leaves too much out.
const little = 1500

// least is how many bytes of text readability finds at least where it has found an article.
const least = 140

// mainPart returns the node below which the article stands.
func mainPart(doc *html.Node) *html.Node {
	body := find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	article, err := readability.FromDocument(doc, nil)
	found := 0
	if err == nil && article.Node != nil {
		found = len(textOf(article.Node))
	}
	if found > little {
		return article.Node
	}
	prune(body)
	if whole := len(textOf(body)); found == 0 || whole < little || found < least {
		return body
	}
	return article.Node
}

// around are classes and ids of what stands around an article.
var around = sync.OnceValue(func() english.Set { return english.Class("classes around an article") })

// prune takes navigation and the like out of a page, but nothing that holds most of its text.
func prune(body *html.Node) {
	whole := len(textOf(body))
	var gone []*html.Node
	var look func(*html.Node)
	look = func(n *html.Node) {
		if isAround(n) && 2*len(textOf(n)) < whole {
			gone = append(gone, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			look(c)
		}
	}
	look(body)
	for _, n := range gone {
		n.Parent.RemoveChild(n)
	}
}

// isAround reports whether an element says of itself that it stands around the article.
func isAround(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form:
		return true
	case atom.Body, atom.Main, atom.Article:
		return false
	}
	for name := range strings.FieldsSeq(attribute(n, "class") + " " + attribute(n, "id")) {
		if around().Has(strings.ToLower(name)) {
			return true
		}
	}
	return attribute(n, "role") == "navigation"
}
