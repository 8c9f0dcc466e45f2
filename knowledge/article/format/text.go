package format

import "strings"

// Text returns the article of a text file, each of whose lines may be anything. It may begin with
// a front matter, or with lines of fields ("Title: …", "Date: …") down to the first other line.
func Text(source string) (Document, error) {
	facts, body, err := frontMatter(source)
	if err != nil || facts == nil {
		facts, body = fields(source)
	}
	d, err := prose(body, Line)
	if err != nil {
		return Document{}, err
	}
	for i := range d.Blocks {
		d.Blocks[i].At += len(source) - len(body)
	}
	d.Facts = append(facts, d.Facts...)
	return d, nil
}

// fewestFields is how many fields a text begins with at least that begins with fields: one line
// with a colon may be a title.
const fewestFields = 2

// fields returns the fields that a text begins with, and the rest of it.
func fields(source string) ([]Fact, string) {
	var facts []Fact
	rest := source
	for {
		line, after, _ := strings.Cut(rest, "\n")
		name, value, ok := strings.Cut(line, ":")
		if name = strings.TrimSpace(name); !ok || len(name) > 20 || !isFieldName(name) || strings.TrimSpace(value) == "" {
			break
		}
		facts = append(facts, stated(Fields, name, value)...)
		rest = after
	}
	if len(facts) < fewestFields || strings.TrimSpace(rest) == "" {
		return nil, source
	}
	return facts, rest
}

// isFieldName reports whether a name is one under which something is stated of an article.
func isFieldName(name string) bool {
	for _, what := range []string{"title", "outlet", "author", "address", "published", "modified"} {
		if Rank(what, name) >= 0 {
			return true
		}
	}
	return false
}
