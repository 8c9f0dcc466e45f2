package format

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Markdown returns the article of a Markdown file, with what its front matter states. It is
// made a page and read as one is, so that HTML within it is HTML.
func Markdown(source string) (Document, error) {
	facts, body, err := frontMatter(source)
	if err != nil {
		return Document{}, err
	}
	if tooDeep.MatchString(body) {
		return Document{}, errors.New("not Markdown that can be read: quotes or lists a hundred deep")
	}
	w := walker{kind: Paragraph, mend: withoutMarks}
	at := len(source) - len(body)
	for _, part := range tractable(withoutTemplates(body)) {
		if err := w.markdown(part, at); err != nil {
			return Document{}, err
		}
		at += len(part)
	}
	d := w.document()
	d.Facts = facts
	return d, nil
}

// markdown reads a stretch of Markdown that begins at a byte of the source.
func (w *walker) markdown(source string, at int) error {
	var page bytes.Buffer
	if err := converter().Convert([]byte(source), &page); err != nil {
		return fmt.Errorf("not Markdown that can be read: %w", err)
	}
	doc, err := parsePage(page.String())
	if err != nil {
		return err
	}
	hide(doc)
	w.offset, w.at = at, 0
	w.read(doc)
	return nil
}

// The most that a paragraph may have and still be read at once: reading one takes time with the
// square of these.
const (
	mostLines = 2000
	mostBytes = 64 << 10
	mostLinks = 200
)

// tractable cuts Markdown where its paragraphs are longer than any person writes them, and takes
// the links out of those that consist of them. Nearly all comes back in one piece.
func tractable(source string) []string {
	var parts []string
	start, from, lines, links := 0, 0, 0, 0 // of the part, of the paragraph
	var cleared []byte                      // the source, once links are taken out of it
	for at := 0; at < len(source); {
		end := at + 1 + strings.IndexByte(source[at:], '\n')
		if end == at {
			end = len(source)
		}
		line := source[at:end]
		links += strings.Count(line, "[")
		lines++
		if links > mostLinks {
			if cleared == nil {
				cleared = []byte(source)
			}
			clearLinks(cleared[from:end])
		}
		switch {
		case strings.TrimSpace(line) == "":
			from, lines, links = end, 0, 0
		case lines >= mostLines || end-from >= mostBytes:
			parts = append(parts, source[start:end])
			start, from, lines, links = end, end, 0, 0
		}
		at = end
	}
	parts = append(parts, source[start:])
	if cleared != nil {
		at := 0
		for i, p := range parts {
			parts[i] = string(cleared[at : at+len(p)])
			at += len(p)
		}
	}
	return parts
}

func clearLinks(text []byte) {
	for i, c := range text {
		if c == '[' {
			text[i] = '('
		}
	}
}

// marks are marks of emphasis that were opened or closed alone, and so stayed.
var marks = regexp.MustCompile("\\*{2,}|~~|`+|(^|\\s)[*_]+(\\pL)|(\\pL|[.,;!?])[*_]+(\\s|$)|==([^=\\s][^=]*)==")

func withoutMarks(words string) string {
	if !strings.ContainsAny(words, "*_~=`") {
		return words
	}
	return marks.ReplaceAllString(words, "$1$2$3$4$5")
}

// tooDeep is a line that begins so many quotes and lists within one another that no person wrote
// it, and that reading it takes for ever.
var tooDeep = regexp.MustCompile(`(?m)^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){100}`)

var converter = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.NewFootnote(extension.WithFootnoteBacklinkHTML(" ")), extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute(), parser.WithASTTransformers(util.Prioritized(marker{}, 1000))),
		goldmark.WithRendererOptions(html.WithUnsafe(), html.WithHardWraps()),
	)
})

// A marker writes into every block where in the source it begins.
type marker struct{}

func (marker) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if at := beginning(n); entering && n.Kind() != ast.KindDocument && at >= 0 {
			n.SetAttributeString(position, []byte(strconv.Itoa(at)))
		}
		return ast.WalkContinue, nil
	})
}

// beginning returns where in the source the lines of a block begin, or those of its first block
// that has any; -1 for what is no block.
func beginning(n ast.Node) int {
	for ; n != nil && n.Type() == ast.TypeBlock; n = n.FirstChild() {
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return lines.At(0).Start
		}
	}
	return -1
}

// templates are what programs that make pages fill in, and marks of theirs: shortcodes,
// variables, attribute lists, comments, the fences of directives.
var templates = regexp.MustCompile(`\{\{[^}]*\}\}|\{%[^}]*%\}|\{#[^#}]*#\}|(?m:^%%.*%%\s*$)|(?m:^[ \t]*:::.*$)|\{:?\s?[.#][^{}\n]*\}|` +
	`(?m:^[ \t]*\[(/\w+|\w+\s+\w+=[^\]\n]*|(?i:toc|more))\][ \t]*$)|\[/?(caption|gallery|embed|video|audio|playlist)\b[^\]\n]*\]|!\[\[[^\]\n]*\]\]|` +
	`(?m:^(import|export) .*\bfrom ['"].*$)|(?m:^[ \t]*>[ \t]*\[![\w-]+\][+-]?)`)

// wikiLink is a link among notes: its label is text, where it has none its target.
var wikiLink = regexp.MustCompile(`\[\[(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]`)

// withoutTemplates returns Markdown with blanks in place of what is filled in, as long as it was.
func withoutTemplates(source string) string {
	if !strings.ContainsAny(source, "{[%:") && !strings.Contains(source, "import") && !strings.Contains(source, "export") {
		return source
	}
	source = templates.ReplaceAllStringFunc(source, blank)
	return wikiLink.ReplaceAllStringFunc(source, func(link string) string {
		label := wikiLink.FindStringSubmatch(link)[1]
		return label + strings.Repeat(" ", len(link)-len(label))
	})
}

// blank returns blanks as long as s, its line ends kept.
func blank(s string) string {
	if strings.HasPrefix(strings.TrimLeft(s, " \t"), ">") {
		return strings.Replace(blankAll(s), " ", ">", 1)
	}
	return blankAll(s)
}

func blankAll(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, s)
}
