package pdf

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// A setter sets text on pages, in a print whose letters are all half as wide as they are high.
type setter struct {
	width  float64 // of a column
	indent float64 // of a paragraph's first line
	apart  float64 // between paragraphs
	hyphen bool    // words are broken at the end of a line
	pages  []page
	left   float64
	base   float64
}

// Where pages begin and end, in points.
const (
	pageWidth, pageHeight = 600, 800
	pageTop, pageBottom   = 700, 120
)

func (s *setter) turn() {
	s.pages = append(s.pages, page{width: pageWidth, height: pageHeight})
	s.left, s.base = 50, pageTop
}

// put sets words on a line of their own.
func (s *setter) put(words string, x, base, size float64, bold bool) {
	p := &s.pages[len(s.pages)-1]
	for _, r := range words {
		c := char{text: string(r), left: x, right: x + 0.45*size, top: base + size, bottom: base, size: size, bold: bold}
		if r == ' ' || r == '\x02' {
			c.right, c.top, c.size = c.left, c.bottom, 1
		}
		p.chars = append(p.chars, c)
		x += 0.5 * size
	}
	if !strings.HasSuffix(words, "\x02") {
		p.chars = append(p.chars, char{text: "\r", size: 1}, char{text: "\n", size: 1})
	}
}

// paragraph sets a paragraph in lines, over as many columns and pages as it takes.
func (s *setter) paragraph(text string, size float64, bold bool) {
	words := strings.Fields(text)
	for first := true; len(words) > 0; first = false {
		if len(s.pages) == 0 || s.base < pageBottom {
			if s.left += s.width + 20; len(s.pages) == 0 || s.left+s.width > pageWidth {
				s.turn()
			}
			s.base = pageTop
		}
		x := s.left
		if first {
			x += s.indent
		}
		room := int((s.left + s.width - x) / (0.5 * size))
		line := words[0]
		words = words[1:]
		for len(words) > 0 && len([]rune(line))+1+len([]rune(words[0])) <= room {
			line += " " + words[0]
			words = words[1:]
		}
		if left := room - len([]rune(line)) - 1; s.hyphen && len(words) > 0 && left > 4 && len(words[0]) > left+3 && isLetters(words[0]) {
			line += " " + words[0][:left-1] + "\x02"
			words[0] = words[0][left-1:]
		}
		s.put(line, x, s.base, size, bold)
		s.base -= 1.3 * size
	}
	s.base -= s.apart
}

func isLetters(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) < 0
}

var valley = []string{
	"The council of Osby will close the swimming baths in Mill Street next month, and the people of the valley will have to travel forty kilometres to the nearest pool.",
	"Repairs would cost nine million crowns, said the mayor, Ina Voss, who has led the council since 2019.",
	"“We have no choice,” she said. “It is the roof or the school.”",
	"The baths were built in 1931 by the firm of Lorenz & Holm and renewed in 1988. They are the oldest indoor baths in the country, and a petition against the closure has been signed by four thousand of the eleven thousand inhabitants, among them two former mayors and the whole of the swimming club, whose understanding with the council ended in the autumn.",
	"The vote is on Monday.",
}

func texts(all []Paragraph) []string {
	var texts []string
	for _, p := range all {
		texts = append(texts, p.Text)
	}
	return texts
}

// TestParagraphs sets paragraphs in many ways, with page numbers and running heads, and reads them again.
func TestParagraphs(t *testing.T) {
	for name, s := range map[string]setter{
		"indented":                {width: 500, indent: 15},
		"apart":                   {width: 500, apart: 8},
		"indented, hyphens":       {width: 240, indent: 15, hyphen: true},
		"columns, apart":          {width: 240, apart: 8},
		"columns, apart, hyphens": {width: 160, apart: 8, hyphen: true},
	} {
		var want []string
		for range 8 {
			for _, p := range valley {
				s.paragraph(p, 10, false)
				want = append(want, p)
			}
		}
		for i := range s.pages {
			page := s.pages[i:]
			on := setter{pages: page[:1]}
			on.put("THE VALLEY", 50, 770, 10, false)
			on.put(strings.Repeat("1", i+1), 290, 40, 10, false)
		}
		if len(s.pages) < 2 {
			t.Fatalf("%s: %d pages", name, len(s.pages))
		}
		if diff := cmp.Diff(want, texts(paragraphs(s.pages))); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// TestUnseen holds that nothing is text that who looks at the page does not see, and no mark of a
// footnote.
func TestUnseen(t *testing.T) {
	s := setter{width: 500}
	s.turn()
	s.put("Seen by all.", 50, 600, 10, false)
	s.put("Beside the page.", 700, 580, 10, false)
	s.put("Too small.", 50, 560, 1, false)
	p := &s.pages[0]
	from := len(p.chars)
	s.put("Askew.", 50, 540, 10, false)
	for i := from; i < len(p.chars); i++ {
		p.chars[i].turned = true
	}
	mark := char{text: "3", left: 112, right: 114, bottom: 605, top: 609, size: 6}
	p.chars = append(p.chars[:12], append([]char{mark}, p.chars[12:]...)...)
	if diff := cmp.Diff([]string{"Seen by all."}, texts(paragraphs(s.pages))); diff != "" {
		t.Error(diff)
	}
}

// TestHeadings holds that larger print and bold lines are headings, and that a heading of two lines is one.
func TestHeadings(t *testing.T) {
	s := setter{width: 300, apart: 8}
	s.paragraph("Osby closes the oldest baths in the country for good", 18, true)
	for _, p := range valley[:2] {
		s.paragraph(p, 10, false)
	}
	s.paragraph("What happens next", 10, true)
	s.paragraph(valley[3], 10, false)
	var headings []string
	for _, p := range paragraphs(s.pages) {
		if p.Heading {
			headings = append(headings, p.Text)
		}
	}
	if diff := cmp.Diff([]string{"Osby closes the oldest baths in the country for good", "What happens next"}, headings); diff != "" {
		t.Error(diff)
	}
}

// TestJoin holds how words come together again that are broken over two lines.
func TestJoin(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"the gov\x02", "ernment fell", "the government fell"},
		{"a well\x02", "known firm", "a well-known firm"},
		{"the Anglo\x02", "Irish treaty", "the Anglo-Irish treaty"},
		{"a 55\x02", "kilometre road", "a 55-kilometre road"},
		{"the under-", "standing reached", "the understanding reached"},
		{"one of two -", "the other", "one of two - the other"},
		{"the apps—", "the good ones", "the apps—the good ones"},
		{"the apps", "—or some", "the apps—or some"},
		{"the apps —", "or some", "the apps — or some"},
		{"and/", "or", "and/or"},
		{"a state-of-the\x02", "art ship", "a state-of-the-art ship"},
		{"plain", "words", "plain words"},
	} {
		first, broken := strings.CutSuffix(c.first, "\x02")
		if got := (spelling{}).joined(first, c.second, broken); got != c.want {
			t.Errorf("%q and %q make %q, not %q", c.first, c.second, got, c.want)
		}
	}
}

// FuzzParagraphs holds that the letters of the paragraphs are letters of the page, in its order, and
// that no paragraph is empty.
func FuzzParagraphs(f *testing.F) {
	f.Add("The ferry is late.\r\nIt will be in Osby-\r\nhaven on Monday.\r\n", uint16(7))
	f.Add("1\r\n\x02\r\nA b\x02c\r\n", uint16(900))
	f.Fuzz(func(t *testing.T, text string, seed uint16) {
		p := page{width: pageWidth, height: pageHeight}
		x, y, size := 50.0, 700.0, 10.0
		for i, r := range text {
			switch n := (int(seed) + i*7919) % 97; {
			case r == '\n':
				x, y = 50+float64(n%3)*200, y-float64(n)/4
			case n == 96:
				size = float64(1 + i%30)
			}
			p.chars = append(p.chars, char{text: string(r), left: x, right: x + size/2, bottom: y, top: y + size, size: size, bold: seed%2 == 1})
			x += size / 2
		}
		rest := letters(text)
		for _, read := range paragraphs([]page{p, p}) {
			if strings.TrimSpace(read.Text) == "" {
				t.Fatal("an empty paragraph")
			}
		}
		once := ""
		for _, read := range paragraphs([]page{p}) {
			once += letters(read.Text)
		}
		for _, r := range once {
			at := strings.IndexRune(rest, r)
			if at < 0 {
				t.Fatalf("%q is not in %q in this order", once, letters(text))
			}
			rest = rest[at+len(string(r)):]
		}
	})
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
}
