package transcript

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

// A label is a block's beginning that may say who speaks.
type label struct {
	name  english.Span // of the text, without brackets behind it
	end   int          // of the label with its colon
	words int          // where the words begin
	form
	asks bool
}

// A form is what a label is told by.
type form struct {
	key    string   // the label as it is compared: lower case, without dots
	parts  []string // its words, in lower case
	caps   bool     // it is in capitals
	titled bool     // a title stands before a name
	role   role
	aside  bool // brackets stand behind the name: an outlet, a party
	alone  bool // it is a line of its own
	stop   bool // a full stop stands for the colon
}

// A role is what a label says of who has no name.
type role int

const (
	named   role = iota
	asker        // "QUESTION"
	replier      // "A."
	unnamed      // "THE PRESIDENT", "SPEAKER 2"
)

const (
	name    = `(?:(?:THE|The|UNIDENTIFIED|Unidentified) )?\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|di|van|von|der|den|del|al|el|bin|la|le|of|for|and|the|\d{1,2})){0,6}`
	ahead   = `^(?:[>*_•\s]|[-–—] |&gt;)*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]? )?[>*_\s]*`
	outlet  = `(?: ?[(\[](?:[^()\[\]]{0,50}\p{L}[^()\[\]]{0,50}|[\d:. –-]{0,12}\d:\d{2}[\d:. –-]{0,12})[)\]]){0,2}` // a party or a time; no score
	behind  = `(?:[*_]*:[*_]*|[*_]+:)(?:\s+|$)`
	courtly = `(?:(?:Mr|Ms|Mrs|Miss|Dr|MR|MS|MRS|DR)\.? \p{Lu}[\p{Lu}'’-]+|(?:Mr|Ms|Mrs|Dr)\.? \p{Lu}[\p{L}'’-]+|(?:The|THE) \p{Lu}{4,}(?: \p{Lu}{4,})?)`
)

var (
	// colon is a label with a colon.
	colon = regexp.MustCompile(ahead + `(` + name + `)(` + outlet + `)` + behind)
	// letter is the Q or A of an interview, with a stop, a dash or only space behind it.
	letter = regexp.MustCompile(ahead + `([QA])(?:[*_]*(?:\.|\)|:| ?[–—-])[*_]* ?|[*_]* {2,}|[*_]+ |\t)(?:[*_]*)`)
	// court is how the records of parliaments and courts write it: "Mr. KERN. I rise to".
	court = regexp.MustCompile(ahead + `(` + courtly + `)\. (?:[–—-]+ ?)?`)
	// line is a label on a line of its own, in capitals.
	line = regexp.MustCompile(`^[*_]*(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,4})(?: \([^()]{1,30}\))?[*_]*$`)
)

// longestLabel is the longest label there is, in bytes.
const longestLabel = 100

// labelOf returns the label that the block begins with, if it may be one.
func labelOf(b furniture.Block) (label, bool) {
	head := b.Text[:min(len(b.Text), longestLabel)]
	bare := strings.TrimLeft(head, " \t>*_•[(-–—0123456789:&gt;])")
	if len(bare) < 2 {
		return label{}, false
	}
	if m := letter.FindStringSubmatchIndex(head); (bare[0] == 'Q' || bare[0] == 'A') && m != nil && m[1] < len(b.Text) && opens(b.Text[m[1]:]) {
		return newLabel(b, m), true
	}
	if m := colon.FindStringSubmatchIndex(head); strings.Contains(head, ":") && m != nil {
		l := newLabel(b, m)
		l.aside = m[5] > m[4]
		return l, l.words == b.End || opens(b.Text[m[1]:])
	}
	if m := court.FindStringSubmatchIndex(head); strings.IndexByte("MDT", bare[0]) >= 0 && m != nil && m[1] < len(b.Text) && opens(b.Text[m[1]:]) {
		l := newLabel(b, m)
		l.stop = true
		return l, l.caps || b.Text[m[2]] == 'T'
	}
	if m := line.FindStringSubmatchIndex(head); len(head) == len(b.Text) && m != nil && m[1] == len(b.Text) {
		l := newLabel(b, m)
		l.alone = true
		return l, true
	}
	return label{}, false
}

func newLabel(b furniture.Block, m []int) label {
	written := b.Text[m[2]:m[3]]
	l := label{name: english.Span{Start: b.Start + m[2], End: b.Start + m[3]}, end: b.Start + len(strings.TrimRight(b.Text[:m[1]], " \t\n")), words: b.Start + m[1]}
	l.form = formOf(written)
	l.alone = l.words == b.End
	return l
}

// opens reports whether a text can be the beginning of what somebody says.
func opens(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " \"“‘'«*_([…."))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.HasPrefix(text, "…") || strings.HasPrefix(text, "...") || strings.HasPrefix(text, "—")
}

var (
	titles    = english.Lowered("titles")
	askers    = english.Class("labels of askers")
	answerers = english.Class("labels of answerers")
	nobodies  = english.Class("labels of nobody in particular")
)

// formOf reads a label.
func formOf(written string) form {
	f := form{caps: isCaps(written)}
	for w := range strings.FieldsSeq(written) {
		f.parts = append(f.parts, strings.ToLower(strings.ReplaceAll(w, ".", "")))
	}
	f.key = strings.Join(f.parts, " ")
	f.role = roleOf(f.parts)
	first := 0
	for first < len(f.parts) && (titles.Has(f.parts[first]) || first+1 < len(f.parts) && titles.Has(f.parts[first+1])) {
		first++
	}
	f.titled = first > 0 && first < len(f.parts) && f.role == named
	return f
}

func roleOf(parts []string) role {
	words := parts
	if len(words) > 1 && strings.Trim(words[len(words)-1], "0123456789") == "" {
		words = words[:len(words)-1]
	}
	last := words[len(words)-1]
	general := true
	for _, w := range words {
		general = general && (w == "the" || nobodies.Has(w) || askers.Has(w) || answerers.Has(w))
	}
	switch {
	case general && askers.Has(last) && (len(words) == 1 || words[0] != "the"):
		return asker
	case len(words) == 1 && answerers.Has(last):
		return replier
	case general && nobodies.Has(last) && (len(words) > 1 || len(parts) > 1 || last == "speaker" || last == "narrator" || last == "operator" || last == "witness"):
		return unnamed
	}
	return named
}

// isCaps reports whether the letters of a label are capitals, but for those of "Mr.".
func isCaps(text string) bool {
	upper := 0
	for w := range strings.FieldsSeq(text) {
		if w = strings.Trim(w, "."); titles.Has(strings.ToLower(w)) && len(w) < 4 || w == "The" {
			continue
		}
		for i, r := range w {
			if unicode.IsLower(r) && !(i == 1 && strings.HasPrefix(w, "Mc")) {
				return false
			}
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return upper > 0
}
