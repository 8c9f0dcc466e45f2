package format

import (
	"bytes"
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
	var page bytes.Buffer
	if err := converter().Convert([]byte(withoutTemplates(body)), &page); err != nil {
		return Document{}, fmt.Errorf("not Markdown that can be read: %w", err)
	}
	doc, err := parsePage(page.String())
	if err != nil {
		return Document{}, err
	}
	hide(doc)
	w := walker{kind: Paragraph, mend: withoutMarks}
	d := w.read(doc)
	for i := range d.Blocks {
		d.Blocks[i].At += len(source) - len(body)
	}
	d.Facts = facts
	return d, nil
}

// marks are marks of emphasis that were opened or closed alone, and so stayed.
var marks = regexp.MustCompile("\\*{2,}|~~|`+|(^|\\s)[*_]+(\\pL)|(\\pL|[.,;!?])[*_]+(\\s|$)|==([^=\\s][^=]*)==")

func withoutMarks(words string) string {
	if !strings.ContainsAny(words, "*_~=`") {
		return words
	}
	return marks.ReplaceAllString(words, "$1$2$3$4$5")
}

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
