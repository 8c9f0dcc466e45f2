package markdown

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf16"

	"talksbot/page"
)

// anywhere are the characters that can start a format, a mention or a link anywhere in a line.
// A backslash before them makes Discord show them as they are.
const anywhere = "\\*_~`|<@["

// atStart are the characters that mean something at the start of a line only: headings,
// quotes, lists, small print.
const atStart = "#>-+(" // a bracket of ours could stand before

// linkMakers are what Discord turns into a link or a preview by itself, up to the slash that
// is escaped to prevent it.
var linkMakers = []string{":/", ".gg/", "invite/"}

// escape returns text from outside (a person, an article, a model) as Discord shows it
// unchanged on one line: nothing in it formats, links, mentions or hides. See [page.Clean]
// for what is left out.
func escape(text string) string {
	text = page.Clean(text)
	first := len(text) - len(strings.TrimLeft(text, " "))
	number := first + len(text[first:]) - len(strings.TrimLeft(text[first:], "0123456789"))
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for i, r := range text {
		if strings.ContainsRune(anywhere, r) ||
			i == first && strings.ContainsRune(atStart, r) ||
			i == number && number > first && endsNumber(text[i:]) ||
			r == '(' && strings.HasSuffix(text[:i], "]") || // a bracket of ours could stand before
			r == '/' && makesLink(text[:i]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// endsNumber reports whether text, after a number at the start of a line, makes that a list.
func endsNumber(text string) bool {
	return (text[0] == '.' || text[0] == ')') && (len(text) == 1 || text[1] == ' ')
}

// makesLink reports whether a slash after the text would complete what Discord links by itself.
func makesLink(before string) bool {
	tail := strings.ToLower(before[max(0, len(before)-8):]) + "/"
	return slices.ContainsFunc(linkMakers, func(m string) bool { return strings.HasSuffix(tail, m) })
}

// wrapped returns escaped text between marks that format it. White space at its ends, beside which
// Discord would show the marks, stays outside.
func wrapped(mark, escaped string) string {
	text := strings.TrimSpace(escaped)
	if text == "" {
		return escaped
	}
	at := strings.Index(escaped, text)
	return escaped[:at] + mark + text + mark + escaped[at+len(text):]
}

// maxAddress is the longest address that is made a link, in bytes.
const maxAddress = 500

// link returns words of outside text as a link without a preview; where the address is not
// one of the web, is endless or names a user, which is how one host is made to look like
// another, or the words hold brackets that would end the link, only the words.
func link(words, address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(words, "[]\\") {
		return escape(words)
	}
	safe := coded(u.String())
	if len(safe) > maxAddress {
		return escape(words)
	}
	return "[" + escape(words) + "](<" + safe + ">)"
}

// coded returns an address with every byte as a code that is not of an address or that
// Discord could take for its own: url leaves a query as it came, mentions and line ends
// included.
func coded(address string) string {
	const plain = "-._~:/?#[]!$&'*+,;=%"
	var b strings.Builder
	for _, c := range []byte(address) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

// Length is the length of a message as Discord counts it: in UTF-16 code units.
func Length(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}
