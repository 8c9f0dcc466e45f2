package rules

import "fmt"

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
