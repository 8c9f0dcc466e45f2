// Package pdf reads the text of PDF documents: PDFium tells which characters stand where on a page, and
// this package which of them make a line, a paragraph, a heading, or what is printed on every page.
package pdf

import (
	"errors"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Document is what a PDF says.
type Document struct {
	Title      string // as its properties state it; "" for none, and for the name of a file
	Paragraphs []Paragraph
}

// A Paragraph is one of a document, or a heading.
type Paragraph struct {
	Text    string
	Size    float64 // of its print, in points
	Page    int     // from 0
	Heading bool
}

// Read returns the text of a document. What stands outside the page, askew, or smaller than can be read
// is left out, and so are page numbers, running heads and feet, and the marks of footnotes. A document
// that is locked, damaged, too long, or made of pictures is an error that says so.
func Read(data []byte) (Document, error) {
	pages, title, err := read(data)
	if err != nil {
		return Document{}, err
	}
	d := Document{Title: titleOf(title), Paragraphs: paragraphs(pages)}
	if len(d.Paragraphs) == 0 {
		return Document{}, errors.New("it has no text, only pictures of it: have it recognised (OCR) first")
	}
	return d, nil
}

// fileName is a title that a program has put there.
var fileName = regexp.MustCompile(`(?i)\.(?:docx?|odt|rtf|indd|qxp|pdf|pages|html?|txt|tex)$|^(?:microsoft|untitled|document\d*$|slide )`)

func titleOf(stated string) string {
	if stated = strings.TrimSpace(stated); fileName.MatchString(stated) || !strings.Contains(stated, " ") {
		return ""
	}
	return stated
}

// paragraphs puts the lines of pages together.
func paragraphs(pages []page) []Paragraph {
	var lines []line
	for i, p := range pages {
		lines = append(lines, p.lines(i)...)
	}
	body := bodySize(lines)
	lines = withoutMargins(pages, lines, body)
	written := spellings(lines)
	var all []Paragraph
	for _, column := range columns(lines) {
		for _, own := range column.paragraphs() {
			p := Paragraph{Text: written.join(own), Size: own[0].size, Page: own[0].page}
			p.Heading = isHeading(own, p.Text, body)
			if n := len(all); n > 0 && goesOn(all[n-1], p) {
				all[n-1].Text = written.joined(all[n-1].Text, p.Text, false)
				continue
			}
			all = append(all, p)
		}
	}
	return all
}

// bodySize returns the size in which most of the text is printed.
func bodySize(lines []line) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, l := range lines {
		size := math.Round(2*l.size) / 2
		if count[size] += len(l.text); count[size] > count[best] {
			best = size
		}
	}
	return best
}

// longestHeading is the longest heading, in bytes.
const longestHeading = 250

// isHeading reports whether lines are a heading: in larger print than the text, or in bold.
func isHeading(lines []line, text string, body float64) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	if len(text) > longestHeading || last == '.' || last == ',' || last == ';' || strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return false
	}
	for _, l := range lines {
		if l.size < 1.15*body && (!l.bold || l.size < 0.95*body || len(text) > longestHeading/2) {
			return false
		}
	}
	return true
}

// goesOn reports whether the second paragraph is the rest of the first, on the next page or in the next
// column.
func goesOn(first, second Paragraph) bool {
	if first.Heading || second.Heading || !isNear(second.Size, first.Size, 0.04) || endsSentence(first.Text) || bullet.MatchString(second.Text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(second.Text)
	return unicode.IsLower(r) || len(first.Text) > fewestOpen
}

// fewestOpen is how long a paragraph is, in bytes, that goes on with a capital.
const fewestOpen = 60
