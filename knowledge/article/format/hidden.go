package format

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talksbot/knowledge/english"
)

// hide takes out of a page what its reader does not see: comments, scripts, and elements that
// are hidden by an attribute, a style, a class that hides, or a rule of the page's style sheet.
func hide(doc *html.Node) {
	sheet := hiddenBySheet(doc)
	var gone []*html.Node
	var look func(*html.Node)
	look = func(n *html.Node) {
		if isHidden(n, sheet) {
			gone = append(gone, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			look(c)
		}
	}
	look(doc)
	for _, n := range gone {
		n.Parent.RemoveChild(n)
	}
}

func isHidden(n *html.Node, sheet map[string]bool) bool {
	if n.Type == html.CommentNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas,
		atom.Audio, atom.Video, atom.Textarea, atom.Select, atom.Button, atom.Input, atom.Datalist, atom.Del, atom.S, atom.Strike, atom.Noframes:
		return true // what is struck out is not said any more
	case atom.Dialog:
		return !hasAttribute(n, "open")
	case atom.Sup:
		return isMark(n)
	case atom.Html, atom.Body, atom.Head:
		return false // hidden until a script shows them
	}
	return hasAttribute(n, "hidden") || attribute(n, "aria-hidden") == "true" || hiddenStyle.MatchString(attribute(n, "style")) ||
		hasHiddenClass(n, sheet) || sheet["#"+attribute(n, "id")]
}

// hiddenStyle is a style that takes an element out of sight.
var hiddenStyle = regexp.MustCompile(`(?i)(^|[;\s])(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0*(\.0+)?\s*(;|!|$)|font-size\s*:\s*0[a-z%]*\s*(;|!|$)|` +
	`(left|top|text-indent)\s*:\s*-\d{3,})`)

var hiddenClasses = sync.OnceValue(func() english.Set { return english.Class("hiding classes") })

func hasHiddenClass(n *html.Node, sheet map[string]bool) bool {
	classes := attribute(n, "class")
	if classes == "" {
		return false
	}
	for class := range strings.FieldsSeq(classes) {
		if hiddenClasses().Has(strings.ToLower(class)) || sheet["."+class] {
			return true
		}
	}
	return false
}

// isMark reports whether a raised element is the mark of a footnote: a link or a number in
// brackets that says nothing.
func isMark(n *html.Node) bool {
	words := strings.TrimSpace(textOf(n))
	link := find(n, func(c *html.Node) bool { return c.DataAtom == atom.A && strings.HasPrefix(attribute(c, "href"), "#") })
	return link != nil && len(words) <= 6 || strings.HasPrefix(words, "[") && strings.HasSuffix(words, "]")
}

var (
	sheetComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	sheetRule    = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	displayNone  = regexp.MustCompile(`(?i)(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)`)
	oneName      = regexp.MustCompile(`^[.#][\w-]+$`)
)

// hiddenBySheet returns the classes (".name") and ids ("#name") that the page's style sheets
// hide on every screen.
func hiddenBySheet(doc *html.Node) map[string]bool {
	hidden := map[string]bool{}
	find(doc, func(n *html.Node) bool {
		if n.DataAtom == atom.Style && !hasAttribute(n, "media") {
			addHidden(hidden, textOf(n))
		}
		return false
	})
	return hidden
}

func addHidden(hidden map[string]bool, sheet string) {
	if !displayNone.MatchString(sheet) && !strings.Contains(sheet, "none") {
		return
	}
	sheet = sheetComment.ReplaceAllString(sheet, "")
	depth, start := 0, 0
	for i := 0; i < len(sheet); i++ {
		switch sheet[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth <= 0 {
				addRule(hidden, sheet[start:i+1])
				depth, start = 0, i+1
			}
		}
	}
}

// addRule adds what a rule hides that stands under no condition.
func addRule(hidden map[string]bool, rule string) {
	m := sheetRule.FindStringSubmatch(rule)
	if m == nil || strings.Contains(rule, "@") || !displayNone.MatchString(m[2]) {
		return
	}
	for name := range strings.SplitSeq(m[1], ",") {
		if name = strings.TrimSpace(name); oneName.MatchString(name) {
			hidden[name] = true
		}
	}
}
