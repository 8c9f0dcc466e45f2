package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Modal is the form a bot opens.
type Modal struct {
	CustomID   string      `json:"custom_id" limit:"100,required"`
	Title      string      `json:"title" limit:"45,required"`
	Components []Component `json:"components" limit:"5"`
}

const textInput = 4

func readModal(raw []byte) (*Modal, error) {
	m := &Modal{}
	if err := Decode(raw, m); err != nil {
		return nil, err
	}
	var c checker
	c.limits("data", m)
	c.want(len(m.Components) > 0, "data.components")
	ids := map[string]bool{}
	for i, in := range m.Components {
		c.formField(fmt.Sprintf("data.components.%d", i), in, ids)
	}
	return m, c.err()
}

// formField checks one field of a form: a label of at most 45 characters and what stands under it.
func (c *checker) formField(path string, in Component, ids map[string]bool) {
	if in.Type != label {
		return // a text, or a row of the old kind
	}
	c.want(strings.TrimSpace(in.Label) != "", path+".label")
	c.text(path+".label", in.Label, 45)
	if in.Component == nil || strings.TrimSpace(in.Component.CustomID) == "" {
		c.want(false, path+".component.custom_id")
		return
	}
	c.unique(ids, in.Component.CustomID, path+".component.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
	if in.Component.Type == textInput && (in.Component.Style < 1 || in.Component.Style > 2) {
		c.add(path+".component.style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2}. (got %d)", in.Component.Style)
	}
}

// Filled is what an event says of the form with values by custom id. It is an error where Discord's client would not
// send them.
func (m *Modal) Filled(values map[string]string) ([]any, error) {
	filled := []any{}
	for _, in := range m.Components {
		within := in.Components
		if in.Component != nil {
			within = []Component{*in.Component}
		}
		inputs := []any{}
		for _, c := range within {
			value := values[c.CustomID]
			n := utf8.RuneCountInString(value)
			if n > or(c.MaxLength, 4000) || n < or(c.MinLength, 0) || value == "" && or(c.Required, true) {
				return nil, fmt.Errorf("%q takes no text of %d characters", c.CustomID, n)
			}
			inputs = append(inputs, map[string]any{"type": c.Type, "custom_id": c.CustomID, "value": value})
		}
		if in.Type == label && len(inputs) == 1 {
			filled = append(filled, map[string]any{"type": in.Type, "component": inputs[0]})
			continue
		}
		filled = append(filled, map[string]any{"type": in.Type, "components": inputs})
	}
	return filled, nil
}
