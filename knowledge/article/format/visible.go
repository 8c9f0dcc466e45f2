package format

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A walker reads what stands on a page, in reading order, into blocks. What is hidden has been
// taken out before.
type walker struct {
	builder
	words  strings.Builder // of the block that is being read
	kind   Kind
	at     int                       // where the innermost element that is marked begins in the source
	from   int                       // at, where words begin
	offset int                       // added to where elements begin
	mend   func(words string) string // what is done to the words of a block before they stand; nil for nothing
}

// blocksOf returns the document that the nodes below n show.
func blocksOf(n *html.Node) Document {
	w := walker{kind: Paragraph}
	w.read(n)
	return w.document()
}

func (w *walker) read(n *html.Node) {
	w.walk(n)
	w.flush()
}

// put adds a block with the words.
func (w *walker) put(kind Kind, words string, at int) {
	if w.mend != nil {
		words = w.mend(words)
	}
	w.add(kind, words, w.offset+at)
}

func (w *walker) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.say(n.Data)
	case html.ElementNode:
		w.element(n)
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
}

func (w *walker) say(words string) {
	if w.words.Len() == 0 {
		w.from = w.at
	}
	w.words.WriteString(unbroken.Replace(words))
}

// lineBreak stands in words for a <br>, which the source's own line ends are not.
const lineBreak = "\x00"

var unbroken = strings.NewReplacer("\n", " ", "\r", " ", lineBreak, "")

// raised are digits as they stand above the line: 10 to the fifth is not 105.
var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻")

// element reads an element. One that is a block of its own ends what was said before it.
func (w *walker) element(n *html.Node) {
	if at, err := strconv.Atoi(attribute(n, position)); err == nil {
		w.at = at
	}
	switch n.DataAtom {
	case atom.Br, atom.Hr:
		w.words.WriteString(lineBreak)
		return
	case atom.Pre:
		w.preformatted(n)
		return
	case atom.Tr:
		w.row(n)
		return
	case atom.Sup:
		w.say(raised.Replace(textOf(n)))
		return
	case atom.Q:
		w.say("“")
		w.children(n)
		w.say("”")
		return
	}
	kind, isBlock := w.blockKind(n)
	if !isBlock {
		w.children(n)
		return
	}
	w.flush()
	outer := w.kind
	w.kind = kind
	w.children(n)
	w.flush()
	w.kind = outer
}

// blockKind returns the kind of block that n is, and whether it is one.
func (w *walker) blockKind(n *html.Node) (Kind, bool) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading, true
	case atom.Li, atom.Dt, atom.Dd:
		return Item, true
	case atom.Figcaption, atom.Caption:
		return Caption, true
	}
	return w.kind, isBlock(n)
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav, atom.Blockquote,
		atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Td, atom.Th, atom.Tr, atom.Figure, atom.Address,
		atom.Details, atom.Summary, atom.Fieldset, atom.Body, atom.Center, atom.Pre, atom.Form, atom.Hgroup,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Dt, atom.Dd, atom.Figcaption, atom.Caption:
		return true
	}
	return false
}

// preformatted reads text whose lines are kept: a wire story, a poem. Code is no text.
func (w *walker) preformatted(n *html.Node) {
	w.flush()
	if find(n, func(c *html.Node) bool { return c.DataAtom == atom.Code }) != nil {
		return
	}
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(textOf(n), "\r\n", "\n"), "\n\n") {
		w.put(w.kind, paragraph, w.at)
	}
}

// row reads a row of a table: its cells as one block, unless the table is there for the layout
// and its cells hold paragraphs.
func (w *walker) row(n *html.Node) {
	w.flush()
	if find(n, func(c *html.Node) bool { return c != n && isBlock(c) && c.DataAtom != atom.Td && c.DataAtom != atom.Th }) != nil {
		w.children(n)
		w.flush()
		return
	}
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if words := strings.TrimSpace(textOf(c)); words != "" {
			cells = append(cells, words)
		}
	}
	if len(cells) == 1 {
		w.put(w.kind, cells[0], w.at) // a frame around something
		return
	}
	w.put(Row, strings.Join(cells, " | "), w.at)
}

// flush ends the block that is being read. Lines divided by <br> are blocks of their own, unless
// a sentence goes on over the break.
func (w *walker) flush() {
	words := w.words.String()
	w.words.Reset()
	if strings.TrimSpace(words) == "" {
		return
	}
	joined := ""
	for line := range strings.SplitSeq(words, lineBreak) {
		line = strings.TrimSpace(line)
		if joined != "" && !goesOn(joined, line) {
			w.put(w.kind, joined, w.from)
			joined = ""
		}
		joined = strings.TrimSpace(joined + " " + line)
	}
	w.put(w.kind, joined, w.from)
}

// wrapped is how many bytes a line has at least that is broken because it is full.
const wrapped = 60

// goesOn reports whether a line goes on in the next one: it is long and ends no sentence, it ends
// in a comma, or the next begins with a small letter.
func goesOn(line, next string) bool {
	for _, r := range next {
		full := len(line) >= wrapped && !strings.ContainsAny(line[len(line)-3:], ".!?:")
		return full || strings.HasSuffix(line, ",") || unicode.IsLower(r)
	}
	return false
}

// textOf returns the text below n as it stands.
func textOf(n *html.Node) string {
	var b strings.Builder
	var read func(*html.Node)
	read = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.DataAtom == atom.Br {
			b.WriteString("\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			read(c)
		}
	}
	read(n)
	return b.String()
}

// find returns the first node at or below n, in reading order, that is wanted, or nil.
func find(n *html.Node, wanted func(*html.Node) bool) *html.Node {
	if wanted(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, wanted); found != nil {
			return found
		}
	}
	return nil
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
