package rules

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A checker collects problems.
type checker struct{ problems []Problem }

// err is the refusal of what was found, nil if nothing was.
func (c *checker) err() error {
	if len(c.problems) == 0 {
		return nil
	}
	return Invalid(c.problems...)
}

func (c *checker) add(path, code, format string, args ...any) {
	c.problems = append(c.problems, Problem{path, code, fmt.Sprintf(format, args...)})
}

// want adds that a required field is missing, unless it is there.
func (c *checker) want(there bool, path string) {
	if !there {
		c.add(path, "BASE_TYPE_REQUIRED", "This field is required")
	}
}

// unique adds a problem where a value that is not empty comes again.
func (c *checker) unique(seen map[string]bool, value, path, code, message string) {
	if value != "" && seen[value] {
		c.add(path, code, "%s", message)
	}
	seen[value] = true
}

// or is the value of an optional field.
func or[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// list is items, as [] rather than null.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// limits checks what the tags of v's fields say, all the way down. limit:"256" is how many characters a text may have,
// or how many items a list. With limit:"256,required" a text may not be blank, with limit:"256,link" it is an address.
func (c *checker) limits(path string, v any) { c.walk(path, reflect.ValueOf(v)) }

func (c *checker) walk(path string, v reflect.Value) {
	switch v = bare(v); v.Kind() {
	case reflect.Slice:
		if k := v.Type().Elem().Kind(); k != reflect.Struct && k != reflect.Pointer {
			return
		}
		for i := range v.Len() {
			c.walk(below(path, strconv.Itoa(i)), v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				c.field(path, f, bare(v.Field(i)))
			}
		}
	}
}

// bare is what v points at or holds.
func bare(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

func below(path, step string) string { return strings.TrimPrefix(path+"."+step, ".") }

func (c *checker) field(path string, f reflect.StructField, v reflect.Value) {
	if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.Anonymous {
		path = below(path, name)
	}
	rule := strings.Split(f.Tag.Get("limit"), ",")
	limit, err := strconv.Atoi(rule[0])
	switch {
	case err != nil:
	case v.Kind() == reflect.String:
		c.want(!slices.Contains(rule, "required") || strings.TrimSpace(v.String()) != "", path)
		c.text(path, v.String(), limit)
		if slices.Contains(rule, "link") {
			c.link(path, v.String())
		}
	case v.Kind() == reflect.Slice:
		c.count(path, v.Len(), limit)
	}
	c.walk(path, v)
}

// text checks a length. Discord counts characters as Unicode code points, not bytes and not UTF-16 units: a maintainer
// says so in discord/discord-api-docs issue 1315. Text is trimmed before it is counted.
func (c *checker) text(path, text string, limit int) {
	c.count(path, utf8.RuneCountInString(strings.TrimSpace(text)), limit)
}

func (c *checker) count(path string, n, limit int) {
	if n > limit {
		c.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length. (got %d)", limit, n)
	}
}

func (c *checker) link(path, link string) {
	u, err := url.Parse(link)
	if link != "" && (err != nil || !slices.Contains([]string{"http", "https", "discord", "attachment"}, u.Scheme) || u.Host == "") {
		c.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL. (got %q)", link)
	}
}
