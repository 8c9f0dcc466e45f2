package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Record returns the article of one JSON object, its text and its facts under whatever names
// people use for them.
func Record(data []byte) (Document, error) {
	var fields map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err := decoder.Decode(&fields)
	wrong, ok := errors.AsType[*json.UnmarshalTypeError](err)
	switch {
	case ok:
		return Document{}, fmt.Errorf("a JSON object is expected here, not %s", WithArticle(wrong.Value))
	case err != nil:
		return Document{}, fmt.Errorf("not JSON: %w", err)
	case fields == nil:
		return Document{}, errors.New("a JSON object is expected here, not null")
	case decoder.More():
		return Document{}, errors.New("not JSON: there is more after the object")
	}
	return fromFields(fields)
}

// fromFields returns the article of a record's fields.
func fromFields(fields map[string]any) (Document, error) {
	d, name, err := recordText(fields)
	if err != nil {
		return Document{}, err
	}
	d.Facts, d.Record = recordFacts(fields, name), true
	return d, nil
}

// recordText returns the text of a record and the name of the field that has it.
func recordText(fields map[string]any) (Document, string, error) {
	if name := best("markdown", fields); name != "" && written(fields[name]) != "" {
		d, err := Markdown(written(fields[name]))
		return d, name, err
	}
	name := textName(fields)
	if name == "" {
		return Document{}, "", fmt.Errorf(`"text"%s is missing`, ofArticle(fields))
	}
	text, isText := fields[name].(string)
	if !isText {
		if text = written(fields[name]); text == "" || isList(fields[name]) {
			return Document{}, "", fmt.Errorf("%q must be a text in quotation marks, not %s", name, kindOf(fields[name]))
		}
	}
	d, err := prose(text, Paragraph)
	return d, name, err
}

// textName returns the name of the field that has the article's text: of those that hold
// anything the one that fits best, else the summary, else an empty one.
func textName(fields map[string]any) string {
	full := maps.Clone(fields)
	maps.DeleteFunc(full, func(_ string, v any) bool { return v == nil || v == "" })
	for _, stated := range []string{"text", "lead"} {
		if name := best(stated, full); name != "" {
			return name
		}
	}
	name := best("text", fields)
	if name != "" && fields[name] == nil {
		return ""
	}
	return name
}

func ofArticle(fields map[string]any) string {
	if id := written(fields[best("id", fields)]); id != "" {
		return fmt.Sprintf(" of article %q", id)
	}
	return ""
}

// recordFacts returns what the other fields state, in the order of their names.
func recordFacts(fields map[string]any, text string) []Fact {
	var facts []Fact
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if value := written(fields[name]); name != text && value != "" {
			facts = append(facts, Fact{name, Clean(Unescape(value)), Fields})
		}
	}
	return facts
}

// written returns a value of JSON as one would write it: of a list its first, of an object what
// it is called by.
func written(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return fmt.Sprint(v)
	case []any:
		var all []string
		for _, one := range v {
			if words := written(one); words != "" {
				all = append(all, words)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		for _, name := range []string{"name", "title", "rendered", "@value", "#text", "_", "$date", "url", "@id"} {
			if words := written(v[name]); words != "" {
				return words
			}
		}
	}
	return ""
}

func isList(value any) bool { _, ok := value.([]any); return ok }

// kindOf names what a value of JSON is.
func kindOf(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case []any:
		return "an array"
	case map[string]any:
		return "an object"
	case bool:
		return "a bool"
	case json.Number:
		return "a number"
	}
	return "a text"
}

// WithArticle returns a noun with "a" or "an" before it, without what follows its first word.
func WithArticle(noun string) string {
	noun, _, _ = strings.Cut(noun, " ")
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

// tagged is text with the tags of HTML in it.
var tagged = regexp.MustCompile(`(?i)</(p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|script|style|table|blockquote|html|body|article|section|figure)\s*>|<(br|p|hr|img)(\s[^<>]*)?/?>|<!--`)

// wholePage is how a web page begins.
var wholePage = regexp.MustCompile(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(!doctype html|html|head|body)\b`)

// prose returns the document of a text that is plain, or HTML in spite of what it is called.
func prose(text string, kind Kind) (Document, error) {
	switch {
	case wholePage.MatchString(text[:min(len(text), 1000)]):
		return Page(text)
	case tagged.MatchString(text):
		return Fragment(text)
	}
	plain := Unescape(text)
	if plain != text && tagged.MatchString(plain) {
		return Fragment(plain) // HTML that was escaped once more
	}
	return Plain(plain, kind), nil
}
