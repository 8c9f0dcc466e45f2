package format

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageFacts returns what a page states of its article: in JSON-LD, in meta elements, and in
// elements that are marked up for it.
func pageFacts(doc *html.Node) []Fact {
	var facts []Fact
	titled := false
	find(doc, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return false
		}
		facts = append(facts, elementFacts(n)...)
		if titled = titled || n.DataAtom == atom.H1; titled && isDated(n) {
			facts = append(facts, stated(Seen, "seendate", textOf(n))...)
		}
		return false
	})
	return facts
}

// longestDate is the longest text of an element that is there to show a day, in bytes.
const longestDate = 100

// isDated reports whether an element below the title says of itself that it shows a day.
func isDated(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Span, atom.P, atom.Small, atom.Li, atom.Em, atom.B, atom.Strong, atom.A:
	default:
		return false
	}
	names := attribute(n, "class") + " " + attribute(n, "id")
	if names == " " || !dateClass.MatchString(names) {
		return false
	}
	text := strings.TrimSpace(textOf(n))
	return len(text) <= longestDate && strings.ContainsAny(text, "0123456789")
}

// dateClass is a class or an id of an element that shows a day.
var dateClass = regexp.MustCompile(`(?i)(^|[\s_-])(date|dateline|time|timestamp|published|pubdate|posted|byline)([\s_-]|$)|(Date|Time|Published)([A-Z\s_-]|$)`)

func elementFacts(n *html.Node) []Fact {
	switch n.DataAtom {
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(attribute(n, "type")), "application/ld+json") {
			return linkedData(textOf(n))
		}
	case atom.Meta:
		for _, key := range []string{"property", "name"} {
			if name := attribute(n, key); name != "" {
				return stated(Tags, name, attribute(n, "content"))
			}
		}
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			return stated(Tags, "canonical", attribute(n, "href"))
		}
	case atom.Title:
		if n.Parent != nil && n.Parent.DataAtom == atom.Head {
			return stated(Tags, "pagetitle", textOf(n))
		}
	case atom.H1:
		return stated(Seen, "h1", textOf(n))
	case atom.Time:
		return timeFacts(n)
	}
	if name := attribute(n, "itemprop"); strings.HasPrefix(name, "date") {
		if value := attribute(n, "content"); value != "" {
			return stated(Seen, name, value)
		}
		return stated(Seen, name, textOf(n))
	}
	return nil
}

// timeFacts returns when a <time> says the article was published or changed. One that does not
// say which is the publication, if nothing else is.
func timeFacts(n *html.Node) []Fact {
	name := attribute(n, "itemprop")
	if name == "" {
		name = "time"
		if words := strings.ToLower(attribute(n, "class") + attribute(n.Parent, "class")); strings.Contains(words, "updat") || strings.Contains(words, "modif") {
			name = "updated"
		}
	}
	value := attribute(n, "datetime")
	if value == "" {
		value = textOf(n)
	}
	return stated(Seen, name, value)
}

func stated(from Origin, name, value string) []Fact {
	value = strings.Join(strings.Fields(Clean(Unescape(value))), " ")
	if value == "" {
		return nil
	}
	return []Fact{{name, value, from}}
}

// linkedData returns what the first article in a page's JSON-LD states.
func linkedData(source string) []Fact {
	source = strings.TrimSpace(source)
	source = strings.TrimSuffix(strings.TrimPrefix(source, "<![CDATA["), "]]>")
	var value any
	if err := json.Unmarshal([]byte(withoutControls(source)), &value); err != nil {
		return nil
	}
	article := findObject(value, 0, isArticle)
	if article == nil {
		article = findObject(value, 0, func(o map[string]any) bool { return o["datePublished"] != nil })
	}
	var facts []Fact
	for _, name := range slices.Sorted(maps.Keys(article)) {
		facts = append(facts, stated(Structured, name, written(article[name]))...)
	}
	return facts
}

// withoutControls makes a space of the line ends that JSON does not allow within texts, and which
// pages have there.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// deepest is how deep JSON-LD is looked through.
const deepest = 8

// findObject returns the first object that is wanted, in the order of names.
func findObject(value any, depth int, wanted func(map[string]any) bool) map[string]any {
	if depth > deepest {
		return nil
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			if found := findObject(one, depth+1, wanted); found != nil {
				return found
			}
		}
	case map[string]any:
		if wanted(v) {
			return v
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if found := findObject(v[name], depth+1, wanted); found != nil {
				return found
			}
		}
	}
	return nil
}

func isArticle(object map[string]any) bool {
	kind := written(object["@type"])
	for _, ending := range []string{"Article", "Posting", "Report", "Review"} {
		if strings.Contains(kind, ending) {
			return true
		}
	}
	return kind == "" && object["headline"] != nil && object["datePublished"] != nil
}
