package rules

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// An Option is one value a person gives to a slash command.
type Option struct {
	Name  string
	Value any // string, bool, int or float64
}

// Fill is what an event says of the options given to a command, or to the one below it that path names. It is an
// error where Discord's client would not let a person send them. The focused option, if one is named, is being typed.
func Fill(options []CommandOption, path []string, given []Option, focused string) ([]any, error) {
	if len(path) > 0 {
		at := slices.IndexFunc(options, func(o CommandOption) bool { return o.nests() && o.Name == path[0] })
		if at < 0 {
			return nil, fmt.Errorf("there is no %q below it", path[0])
		}
		below, err := Fill(options[at].Options, path[1:], given, focused)
		if err != nil {
			return nil, err
		}
		return []any{map[string]any{"type": options[at].Type, "name": path[0], "options": below}}, nil
	}
	out := []any{}
	for _, g := range given {
		at := slices.IndexFunc(options, func(o CommandOption) bool { return o.Name == g.Name })
		if at < 0 {
			return nil, fmt.Errorf("it has no option %q", g.Name)
		}
		value := map[string]any{"type": options[at].Type, "name": g.Name, "value": g.Value}
		if g.Name == focused {
			if !options[at].Autocomplete {
				return nil, fmt.Errorf("option %q has no autocompletion", g.Name)
			}
			value["focused"] = true
		} else if err := options[at].accepts(g.Value); err != nil {
			return nil, err
		}
		out = append(out, value)
	}
	for _, o := range options {
		if o.nests() {
			return nil, fmt.Errorf("name the command below %q too", o.Name)
		}
		missing := !slices.ContainsFunc(given, func(g Option) bool { return g.Name == o.Name })
		if o.Required && missing && focused == "" {
			return nil, fmt.Errorf("option %q is required", o.Name)
		}
	}
	return out, nil
}

// accepts is why Discord's client would not send v, or nil.
func (o CommandOption) accepts(v any) error {
	var number float64
	fits := false
	switch v := v.(type) {
	case string:
		fits = o.Type == StringOption || o.Type >= UserOption && o.Type != NumberOption
		if n := utf8.RuneCountInString(v); o.Type == StringOption && (n < or(o.MinLength, 0) || n > or(o.MaxLength, 6000)) {
			return fmt.Errorf("option %q: %d characters are too few or too many", o.Name, n)
		}
	case bool:
		fits = o.Type == BooleanOption
	case int:
		number, fits = float64(v), o.Type == IntegerOption || o.Type == NumberOption
	case float64:
		number, fits = v, o.Type == NumberOption
	}
	switch {
	case !fits:
		return fmt.Errorf("option %q does not take %T", o.Name, v)
	case o.MinValue != nil && number < *o.MinValue || or(o.MaxValue, 0) != 0 && number > *o.MaxValue:
		return fmt.Errorf("option %q: %v is out of range", o.Name, v)
	case len(o.Choices) > 0 && !slices.ContainsFunc(o.Choices, func(c Choice) bool { return fmt.Sprint(c.Value) == fmt.Sprint(v) }):
		return fmt.Errorf("option %q does not offer %v", o.Name, v)
	}
	return nil
}
