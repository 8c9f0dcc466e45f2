package picture

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/text/unicode/norm"
)

// faces are the sizes of type a picture uses. They are not for two drawings at once.
type faces struct {
	title, day, body, small face
}

// A face is a font at a size, and the height of a line of it.
type face struct {
	font.Face
	leading float64
}

var fonts = sync.OnceValues(func() (pair [2]*opentype.Font, err error) {
	if pair[0], err = opentype.Parse(goregular.TTF); err == nil {
		pair[1], err = opentype.Parse(gobold.TTF)
	}
	return pair, err
})

func newFaces() (*faces, error) {
	pair, err := fonts()
	if err != nil {
		return nil, err
	}
	f := &faces{}
	for _, want := range []struct {
		face          *face
		font          *opentype.Font
		size, leading float64
	}{
		{&f.title, pair[1], 36, 46},
		{&f.day, pair[1], 27, 36},
		{&f.body, pair[0], 27, 35},
		{&f.small, pair[0], 22, 29},
	} {
		made, err := opentype.NewFace(want.font, &opentype.FaceOptions{Size: want.size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return nil, err
		}
		*want.face = face{made, want.leading}
	}
	return f, nil
}

func (f face) width(s string) float64 { return float64(font.MeasureString(f, s)) / 64 }

// A run is some words of a line, all of one kind.
type run struct {
	text   string
	marked bool // shown in another colour
	joined bool // no space stands between it and the run before
}

// A line is runs side by side.
type line []run

func (l line) String() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.text)
	}
	return b.String()
}

// printable returns text on one line as the font can show it: without what has no shape
// (controls, marks that change the direction of what follows), and with a box for each letter
// the font does not have.
func (f face) printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.M) {
			return -1
		}
		if _, ok := f.GlyphAdvance(r); !ok {
			return missing
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, string(missing))))
	return strings.Join(strings.Fields(s), " ")
}

const missing = '□'

// spoken returns parts of one text as runs, the second of them marked. Where no space stands
// between two, they stay together.
func (f face) spoken(before, marked, after string) []run {
	runs := []run{{text: f.printable(before)}, {text: f.printable(marked), marked: true}, {text: f.printable(after)}}
	runs[1].joined = before != "" && !endsInSpace(before)
	runs[2].joined = after != "" && !unicode.IsSpace([]rune(after)[0])
	return runs
}

func endsInSpace(s string) bool { return strings.TrimRightFunc(s, unicode.IsSpace) != s }

// set breaks runs of words into lines no wider than width, at most so many; what is left over
// ends in an ellipsis.
func (f face) set(runs []run, width float64, most int) []line {
	var lines []line
	current := line{}
	for _, w := range f.words(runs, width) {
		gap := " "
		if len(current) == 0 || w.joined {
			gap = ""
		}
		if len(current) > 0 && f.width(current.String()+gap+w.text) > width {
			if len(lines)+1 == most {
				return append(lines, f.ellipsis(current, width))
			}
			rest := f.joinedTo(current, w, width)
			lines, current, gap = append(lines, current[:len(current)-len(rest)]), rest, ""
		}
		w.text = gap + w.text
		current = append(current, w)
	}
	if len(current) > 0 {
		lines = append(lines, current)
	}
	return lines
}

// joinedTo returns the runs at the end of a line that go with a word to the next one, since no
// space stands between them: "Monday" of "Monday's". None go where they leave nothing behind, or
// do not fit there.
func (f face) joinedTo(l line, w run, width float64) line {
	at := len(l)
	for joined := w.joined; joined && at > 0; joined = l[at].joined {
		at--
	}
	rest := slices.Clone(l[at:])
	if at == 0 || len(rest) == 0 || f.width(strings.TrimSpace(rest.String())+w.text) > width {
		return line{}
	}
	rest[0].text = strings.TrimSpace(rest[0].text)
	return rest
}

// words returns the words of the runs; one that is wider than a line is broken.
func (f face) words(runs []run, width float64) []run {
	var words []run
	for _, r := range runs {
		joined := r.joined
		for w := range strings.FieldsSeq(r.text) {
			for f.width(w) > width {
				head := f.cut(w, width)
				words = append(words, run{head, r.marked, joined})
				w, joined = w[len(head):], true
			}
			words = append(words, run{w, r.marked, joined})
			joined = false
		}
	}
	return words
}

// cut returns as much of the beginning of s as fits, at least a character.
func (f face) cut(s string, width float64) string {
	end := 0
	for i, r := range s {
		next := i + len(string(r))
		if end > 0 && f.width(s[:next]) > width {
			break
		}
		end = next
	}
	return s[:end]
}

// ellipsis returns the line with an ellipsis at its end, which still fits.
func (f face) ellipsis(l line, width float64) line {
	for len(l) > 1 && f.width(l.String()+"…") > width {
		l = l[:len(l)-1]
	}
	l = append(line{}, l...)
	last := &l[len(l)-1]
	if f.width(l.String()+"…") > width {
		last.text = f.cut(last.text, width-f.width("…"))
	}
	last.text = strings.TrimRight(last.text, " ,;:.–—") + "…"
	return l
}
