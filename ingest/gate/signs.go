package gate

import (
	"encoding/json"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// signs are what a page shows of what it is, beside the text of an article.
type signs struct {
	words     int  // that it shows, scripts and the like left out
	isArticle bool // it says of itself that it is one
	paid      bool // it says that not everybody may read all of it
	refresh   bool // it loads itself again
	asks      bool // it has a form or a button
	noscript  bool // it has words for whoever runs no scripts
	consentAt bool // its address says that it asks for consent

	challengeNames, consentNames, paywallNames bool // elements are called so

	challengeWords, consentWords, paywallWords int // how many of the words shown are such
}

// Classes of words and names, read when they are first needed.
var (
	challengeWords = class("words of a challenge")
	consentWords   = class("words of consent")
	paywallWords   = class("words of a paywall")
	challengeNames = class("names of a challenge")
	consentNames   = class("names of consent")
	paywallNames   = class("names of a paywall")
	toReader       = class("words to a reader")
)

func class(name string) func() english.Set {
	return sync.OnceValue(func() english.Set { return english.Class(name) })
}

// look reads the signs of a page.
func look(source, found string) signs {
	var s signs
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return s
	}
	for _, part := range parts(found) {
		s.consentAt = s.consentAt || part == "consent" || part == "gdpr"
	}
	s.walk(doc)
	return s
}

func (s *signs) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		s.read(n.Data)
		return
	case html.ElementNode:
		if !s.element(n) {
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c)
	}
}

// element looks at one, and reports whether what is in it is shown.
func (s *signs) element(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script:
		if strings.Contains(attribute(n, "type"), "ld+json") && n.FirstChild != nil {
			s.linked(n.FirstChild.Data)
		}
		s.names(attribute(n, "src"))
		return false
	case atom.Noscript:
		s.noscript = true
	case atom.Style, atom.Template, atom.Svg:
		return false
	case atom.Meta:
		s.meta(n)
	case atom.Form, atom.Button, atom.Input:
		s.asks = true
	case atom.Iframe:
		s.names(attribute(n, "src"))
	}
	s.challengeNames = s.challengeNames || attribute(n, "data-sitekey") != ""
	if n.DataAtom != atom.Html && n.DataAtom != atom.Body && n.DataAtom != atom.Link {
		s.names(attribute(n, "class"))
		s.names(attribute(n, "id"))
	}
	return true
}

// names notes what elements are called.
func (s *signs) names(value string) {
	for _, part := range parts(value) {
		s.challengeNames = s.challengeNames || challengeNames().Has(part)
		s.consentNames = s.consentNames || consentNames().Has(part)
		s.paywallNames = s.paywallNames || paywallNames().Has(part)
	}
}

// parts cuts a name at whatever is no letter, and where capitals begin.
func parts(name string) []string {
	var b strings.Builder
	small := false
	for _, r := range name {
		if small && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) })
}

// read counts words that are shown.
func (s *signs) read(text string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		s.words++
		if challengeWords().Has(w) {
			s.challengeWords++
		}
		if consentWords().Has(w) {
			s.consentWords++
		}
		if paywallWords().Has(w) {
			s.paywallWords++
		}
	}
}

// meta reads what a page states of itself.
func (s *signs) meta(n *html.Node) {
	name, value := strings.ToLower(attribute(n, "property")+attribute(n, "name")), strings.ToLower(attribute(n, "content"))
	switch {
	case name == "og:type":
		s.isArticle = s.isArticle || value == "article"
	case name == "article:content_tier":
		s.paid = s.paid || value == "locked" || value == "metered"
	case strings.EqualFold(attribute(n, "http-equiv"), "refresh"):
		s.refresh = true
	}
}

// linked reads what a page's JSON-LD states.
func (s *signs) linked(source string) {
	var value any
	if json.Unmarshal([]byte(strings.TrimSpace(source)), &value) != nil {
		return
	}
	s.value(value, 0)
}

func (s *signs) value(value any, depth int) {
	if depth > 8 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			s.value(one, depth+1)
		}
	case map[string]any:
		kind, _ := v["@type"].(string)
		s.isArticle = s.isArticle || strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting")
		switch free := v["isAccessibleForFree"].(type) {
		case bool:
			s.paid = s.paid || !free
		case string:
			s.paid = s.paid || strings.EqualFold(free, "false")
		}
		for _, one := range v {
			s.value(one, depth+1)
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// fewWords is how many words a page has at most that only asks something.
const fewWords = 250

// isChallenge reports whether a page asks whether a person reads it: it speaks of that, to its reader, and has what is
// needed to ask.
func (s signs) isChallenge(a *article.Article) bool {
	return !s.isArticle && s.words <= fewWords && s.challengeWords >= 2 && 20*s.challengeWords >= s.words &&
		share(a, toReader()) >= 1./3 && (s.challengeNames || s.refresh || s.noscript)
}

// isConsent reports whether a page asks to agree to something first.
func (s signs) isConsent(a *article.Article) bool {
	return s.consentWords >= 5 && 12*s.consentWords >= s.words &&
		share(a, toReader()) >= 1./2 && share(a, consentWords()) >= 1./2 && count(s.consentAt, s.consentNames, s.asks) >= 2
}

// isPaid reports whether a page shows only the beginning of an article to whoever does not pay.
func (s signs) isPaid(a *article.Article) bool {
	return count(s.paid, s.paywallNames, s.paywallWords >= 4 && 30*s.paywallWords >= s.words, breaksOff(a)) >= 2
}

// share returns how many of the sentences of a text have words of a class, from 0 to 1; 1 where there are none.
func share(a *article.Article, words english.Set) float64 {
	if a == nil || len(a.Sentences) == 0 {
		return 1
	}
	n := 0
	for _, s := range a.Sentences {
		if words.HasAny(a.WordsIn(s).Tokens) {
			n++
		}
	}
	return float64(n) / float64(len(a.Sentences))
}

func count(signs ...bool) (n int) {
	for _, is := range signs {
		if is {
			n++
		}
	}
	return n
}
