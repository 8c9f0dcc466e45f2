package furniture

import (
	"strings"
	"unicode"
)

// Of returns what a block is by its form alone: Body where nothing tells.
func Of(text string) Kind {
	if k := formOf(text); k != Body || len(text) > longestLine {
		return k
	}
	return partedForm(text)
}

func formOf(text string) Kind {
	l := read(text)
	switch {
	case l.isRule():
		return Menu
	case l.isCaption():
		return Caption
	case l.words == nil:
		return Body
	}
	if k := l.byPhrase(); k != Body {
		return k
	}
	switch {
	case l.isStamp():
		return Dateline
	case l.isByline(), l.isCredit():
		return Byline
	case l.isAddress():
		return Menu
	}
	return Body
}

// parts are the marks by which a page sets apart what stands in one line.
const parts = "|•·»›→"

// partedForm returns the kind of a line in parts that are furniture by themselves: "By Ann Lee |
// 3 March 2024 | 2 min read". Among several entries of a menu one may be a word of any sort.
func partedForm(text string) Kind {
	if !strings.ContainsAny(text, parts) {
		return Body
	}
	first, all, other := Body, 0, 0
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(parts, r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		all++
		k := formOf(part)
		if k == Body {
			other++
		}
		if first == Body {
			first = k
		}
	}
	if other > 0 && (first != Menu || 2*other >= all) {
		return Body
	}
	return first
}

// isRule reports whether the line has neither letters nor digits: "***".
func (l line) isRule() bool {
	return len(l.text) <= longestLine && strings.IndexFunc(l.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// isAddress reports whether the line is a web or e-mail address and nothing else.
func (l line) isAddress() bool {
	return len(l.words) == 1 && (strings.Contains(l.words[0], "://") || strings.HasPrefix(l.words[0], "www.") || strings.Contains(l.words[0], "@") && strings.Contains(l.words[0], "."))
}
