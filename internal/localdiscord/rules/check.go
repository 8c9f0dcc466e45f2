package rules

import (
	"fmt"
	"net/url"
	"slices"
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

// atMost checks a length. Discord counts characters as Unicode code points, not bytes and not UTF-16 units: a
// maintainer says so in discord/discord-api-docs issue 1315. Text is trimmed before it is counted.
func (c *checker) atMost(path, text string, limit int) {
	c.count(path, utf8.RuneCountInString(strings.TrimSpace(text)), limit)
}

func (c *checker) required(path, text string, limit int) {
	c.want(strings.TrimSpace(text) != "", path)
	c.atMost(path, text, limit)
}

func (c *checker) count(path string, n, limit int) {
	if n > limit {
		c.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length. (got %d)", limit, n)
	}
}

func (c *checker) link(path, link string, limit int) {
	if link == "" {
		return
	}
	c.atMost(path, link, limit)
	u, err := url.Parse(link)
	if err != nil || !slices.Contains([]string{"http", "https", "discord", "attachment"}, u.Scheme) || u.Host == "" {
		c.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL. (got %q)", link)
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
