package format

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"
)

// A fence is how a front matter begins and ends, and what it is written in.
var fences = []struct {
	open, shut string
	language   string
	read       func(data []byte, into any) error
}{
	{"---", "---", "YAML", readYAML},
	{"+++", "+++", "TOML", toml.Unmarshal},
	{";;;", ";;;", "JSON", json.Unmarshal},
}

// frontMatter returns what the front matter of a Markdown file states, and the rest of the file.
func frontMatter(source string) ([]Fact, string, error) {
	if strings.HasPrefix(source, "{") {
		return jsonFront(source)
	}
	first, rest, _ := strings.Cut(source, "\n")
	for _, f := range fences {
		if strings.TrimRight(first, " \t\r") != f.open {
			continue
		}
		if f.open == "---" && !isField(rest) {
			return nil, source, nil // a rule above the text
		}
		block, body, found := cutFence(rest, f.shut)
		if !found {
			return nil, "", &Error{1, fmt.Errorf("the front matter that begins with %q on line 1 has no closing %q", f.open, f.shut)}
		}
		var values map[string]any
		if err := f.read([]byte(block), &values); err != nil {
			return nil, "", &Error{1, fmt.Errorf("the front matter is not %s with title, outlet, url, published: %s", f.language, firstLine(err.Error()))}
		}
		return frontFacts(values), body, nil
	}
	return nil, source, nil
}

// isField reports whether a text begins with a field of YAML, a comment, or the end of the block.
func isField(text string) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	name, _, ok := strings.Cut(line, ":")
	return ok && !strings.Contains(name, " ") || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "---")
}

// cutFence cuts text at the first line that is shut; YAML may also end in "...".
func cutFence(text, shut string) (block, body string, found bool) {
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if l := strings.TrimRight(line, " \t\r\n"); l == shut || shut == "---" && l == "..." {
			return text[:at], text[at+len(line):], true
		}
		at += len(line)
	}
	return "", "", false
}

// jsonFront reads a front matter that is a JSON object on top of the file.
func jsonFront(source string) ([]Fact, string, error) {
	decoder := json.NewDecoder(strings.NewReader(source))
	decoder.UseNumber()
	var values map[string]any
	if err := decoder.Decode(&values); err != nil {
		return nil, source, nil // a text that begins with a brace
	}
	return frontFacts(values), source[decoder.InputOffset():], nil
}

// nested are what programs that make pages call the fields that are the writer's own.
var nested = []string{"params", "extra", "meta", "metadata", "data", "custom"}

// frontFacts returns what the values of a front matter state, in the order of their names.
func frontFacts(values map[string]any) []Fact {
	var facts []Fact
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if inner, ok := values[name].(map[string]any); ok && slices.Contains(nested, name) {
			facts = append(facts, frontFacts(inner)...)
			continue
		}
		if value := strings.TrimSpace(frontValue(values[name])); value != "" {
			facts = append(facts, Fact{name, Clean(value), Fields})
		}
	}
	return facts
}

// frontValue writes a value of YAML or TOML, whose dates have types of their own.
func frontValue(value any) string {
	switch v := value.(type) {
	case time.Time:
		if v.Hour() == 0 && v.Minute() == 0 && v.Second() == 0 && v.Location() == time.UTC {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case fmt.Stringer:
		return v.String()
	case int, int64, uint64, float64:
		return fmt.Sprint(v)
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, frontValue(one))
		}
		return strings.Join(all, ", ")
	}
	return written(value)
}

// bareColon is a field of YAML whose value has a colon and no quotation marks, as people write
// titles.
var bareColon = regexp.MustCompile(`(?m)^([\w-]+: +)([^"'\[{|>&*!#%@\s].*: .*?)\s*$`)

// readYAML reads YAML, or what people take for it.
func readYAML(data []byte, into any) error {
	err := yaml.Unmarshal(data, into)
	if err == nil {
		return nil
	}
	quoted := bareColon.ReplaceAllFunc(data, func(line []byte) []byte {
		m := bareColon.FindSubmatch(line)
		return append(m[1:2:2][0], strconv.Quote(string(m[2]))...)
	})
	if yaml.Unmarshal(quoted, into) == nil {
		return nil
	}
	return errors.New(firstLine(yaml.FormatError(err, false, false)))
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
