package format

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// JSON returns the articles of a JSON file: one object, or a list of them, which may stand within
// an object beside what is said of the list. A JSON feed is read as a feed.
func JSON(source string) ([]Document, error) {
	var head struct {
		Version string `json:"version"`
	}
	if json.Unmarshal([]byte(source), &head) == nil && strings.Contains(head.Version, "jsonfeed.org") {
		return Feed(source)
	}
	var value json.RawMessage
	if err := json.Unmarshal([]byte(source), &value); err != nil {
		if all, err := Lines(source); err == nil && len(all) > 1 {
			return all, nil // lines of JSON under another name
		}
		return nil, &Error{jsonLine(source, err), fmt.Errorf("not JSON: %w", err)}
	}
	items, rest, err := listed(source)
	if err != nil {
		return nil, err
	}
	if items == nil {
		d, err := Record([]byte(source))
		if err != nil {
			return nil, err
		}
		d.Line = 1
		return []Document{d}, nil
	}
	var all []Document
	line, at := 1, 0
	for _, item := range items {
		d, err := Record([]byte(source[item.Start:item.End]))
		line += strings.Count(source[at:item.Start], "\n")
		at = item.Start
		if err != nil {
			return nil, &Error{line, err}
		}
		d.Line = line
		d.Facts = append(d.Facts, rest...)
		all = append(all, d)
	}
	return all, nil
}

// jsonLine returns the line of a JSON file that an error is about.
func jsonLine(source string, err error) int {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return lineOf(source, min(int(e.Offset), len(source)))
	}
	return 1
}

// lists are what the list of articles in an object is called.
var lists = []string{"articles", "items", "results", "data", "documents", "docs", "entries", "posts", "stories", "news", "records", "hits", "response"}

// listed returns where the articles of a JSON file stand that is a list of them, or an object with
// one, and what such an object states beside; nil where it is neither.
func listed(source string) ([]Span, []Fact, error) {
	at := len(source) - len(strings.TrimLeft(source, " \t\r\n"))
	if strings.HasPrefix(source[at:], "[") {
		spans, err := elements(source, at)
		return spans, nil, err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(source), &fields); err != nil {
		return nil, nil, &Error{1, fmt.Errorf("a JSON object is expected here, or a list of them: %w", err)}
	}
	if best("text", fields) != "" && !strings.HasPrefix(string(fields[best("text", fields)]), "[") {
		return nil, nil, nil
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(lists, Key(name)) || !holdsObjects(fields[name]) {
			continue
		}
		at := strings.Index(source, string(fields[name]))
		spans, err := elements(source, at)
		return spans, nil, err
	}
	return nil, nil, nil
}

// holdsObjects reports whether a value is a list whose first element is an object.
func holdsObjects(value json.RawMessage) bool {
	inside, ok := strings.CutPrefix(strings.TrimSpace(string(value)), "[")
	return ok && strings.HasPrefix(strings.TrimSpace(inside), "{")
}

// elements returns where the elements stand of the list that begins at a byte of source.
func elements(source string, at int) ([]Span, error) {
	decoder := json.NewDecoder(strings.NewReader(source[at:]))
	if _, err := decoder.Token(); err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	var spans []Span
	for decoder.More() {
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, fmt.Errorf("not JSON: %w", err)
		}
		end := at + int(decoder.InputOffset())
		spans = append(spans, Span{Start: end - len(value), End: end})
	}
	return spans, nil
}
