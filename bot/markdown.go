package bot

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// anywhere are the characters that can start a format, a mention or a link anywhere in a line.
// A backslash before them makes Discord show them as they are.
const anywhere = "\\*_~`|<@["

// atStart are the characters that mean something at the start of a line only: headings,
// quotes, lists, small print.
const atStart = "#>-+"

// linkMakers are what Discord turns into a link or a preview by itself, up to the slash that
// is escaped to prevent it.
var linkMakers = []string{":/", ".gg/", "invite/"}

// maxMarks is how many combining marks in a row one letter may carry.
const maxMarks = 4

// escape returns text from outside (a person, an article, a model) as Discord shows it
// unchanged on one line: nothing in it formats, links, mentions or hides. White space becomes
// single spaces; control characters, and those that reverse the direction of the text around
// them, are left out.
func escape(text string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	var (
		start  = true // nothing but white space so far
		space  bool   // white space not yet written
		digits int    // of the number the line starts with, while that lasts
		marks  int    // combining marks in a row
	)
	for i, r := range text {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if hidden(r) || marks > maxMarks {
			continue
		}
		if space {
			b.WriteByte(' ')
			space, digits = false, 0
		}
		if needsEscape(r, start, digits, text[:i], text[i+utf8.RuneLen(r):]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if isDigit := '0' <= r && r <= '9'; isDigit && (start || digits > 0) {
			digits++
		} else {
			digits = 0
		}
		start = false
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// needsEscape says whether a character between the texts before and after it would mean
// something: at the start of the line, or after a number of so many digits that starts it.
func needsEscape(r rune, start bool, digits int, before, after string) bool {
	switch {
	case strings.ContainsRune(anywhere, r):
		return true
	case start:
		return r == '(' || strings.ContainsRune(atStart, r) // "(" could follow a bracket of ours
	case r == '.' || r == ')':
		return digits > 0 && (after == "" || strings.ContainsAny(after[:1], " \t\n\r"))
	case r == '(':
		return strings.HasSuffix(before, "]") // a bracket of ours could stand before
	case r == '/':
		return makesLink(before)
	}
	return false
}

// makesLink says whether a slash after the text would complete what Discord links by itself.
func makesLink(before string) bool {
	tail := strings.ToLower(before[max(0, len(before)-8):])
	for _, m := range linkMakers {
		if strings.HasSuffix(tail+"/", m) {
			return true
		}
	}
	return false
}

// hidden says whether a character is left out: controls, and marks that override direction.
func hidden(r rune) bool {
	return unicode.Is(unicode.Cc, r) || r == utf8.RuneError || r == '\u200b' || r == '\ufeff' ||
		0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

// unescape undoes escape: it returns text of ours as a person reads it.
func unescape(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte("\\*_~`|<@[#>-+()./", text[i+1]) >= 0 {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// bold returns escaped text in bold. White space at its ends, beside which Discord would show
// the asterisks, stays outside.
func bold(escaped string) string {
	text := strings.TrimSpace(escaped)
	if text == "" {
		return escaped
	}
	at := strings.Index(escaped, text)
	return escaped[:at] + "**" + text + "**" + escaped[at+len(text):]
}

// link returns words of outside text as a link without a preview; where the address is not
// one of the web, or the words hold brackets that would end the link, only the words.
func link(words, address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(words, "[]\\") {
		return escape(words)
	}
	safe := strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\\", "%5C").Replace(u.String())
	return "[" + escape(words) + "](<" + safe + ">)"
}

// length is the length of a message as Discord counts it: in code points.
func length(text string) int { return utf8.RuneCountInString(text) }

// shorten returns text in at most n characters: whole sentences where one ends in the
// second half, else whole words and an ellipsis.
func shorten(text string, n int) string {
	if length(text) <= n {
		return text
	}
	seen, sentence, word, hard := 0, 0, 0, 0
	for i, r := range text {
		if seen++; seen > n {
			break
		}
		if unicode.IsSpace(r) {
			word = i
			if endsSentence(text[:i]) {
				sentence = i
			}
		}
		if seen < n { // leave room for the ellipsis
			hard = i + utf8.RuneLen(r)
		}
	}
	switch {
	case sentence > hard/2:
		return text[:sentence]
	case word > hard/2:
		return text[:word] + "…"
	}
	return text[:hard] + "…"
}

// endsSentence says whether text ends as a sentence does, closing quotation marks aside.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "”’\"')")
	last := text[strings.LastIndexAny(text, " \n\t")+1:]
	return strings.HasSuffix(last, "!") || strings.HasSuffix(last, "?") ||
		strings.HasSuffix(last, ".") && len(last) > 4 // not an initial or "Gen."
}
