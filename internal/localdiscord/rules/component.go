package rules

import (
	"fmt"
	"slices"
	"strings"
)

// Component types and button styles.
const (
	ActionRow    = 1
	Button       = 2
	StringSelect = 3

	LinkStyle    = 5
	premiumStyle = 6
)

// A Component is a row, a button, a select menu, a text input, or a piece of a message's layout.
type Component struct {
	Type        int            `json:"type"`
	ID          int            `json:"id,omitempty"`
	CustomID    string         `json:"custom_id,omitempty" limit:"100"`
	Label       string         `json:"label,omitempty" limit:"80"`
	Style       int            `json:"style,omitempty"`
	URL         string         `json:"url,omitempty" limit:"512,link"`
	SKU         string         `json:"sku_id,omitempty"`
	Emoji       *Emoji         `json:"emoji,omitempty"`
	Disabled    bool           `json:"disabled,omitempty"`
	Placeholder string         `json:"placeholder,omitempty" limit:"150"`
	MinValues   *int           `json:"min_values,omitempty"`
	MaxValues   *int           `json:"max_values,omitempty"`
	Options     []SelectOption `json:"options,omitempty" limit:"25"`
	Content     string         `json:"content,omitempty"`
	Value       string         `json:"value,omitempty"`
	Required    *bool          `json:"required,omitempty"`
	MinLength   *int           `json:"min_length,omitempty"`
	MaxLength   *int           `json:"max_length,omitempty"`
	Components  []Component    `json:"components,omitempty"`
	Accessory   *Component     `json:"accessory,omitempty"`
	Component   *Component     `json:"component,omitempty"` // of a label, in modals
	Accent      *int           `json:"accent_color,omitempty"`
	Divider     *bool          `json:"divider,omitempty"`
	Spacing     int            `json:"spacing,omitempty"`
}

// A SelectOption is one line of a select menu.
type SelectOption struct {
	Label       string `json:"label" limit:"100,required"`
	Value       string `json:"value" limit:"100,required"`
	Description string `json:"description,omitempty" limit:"100"`
	Emoji       *Emoji `json:"emoji,omitempty"`
	Default     bool   `json:"default,omitempty"`
}

// IsSelect reports whether c is a select menu.
func (c Component) IsSelect() bool { return c.Type == StringSelect || c.Type >= 5 && c.Type <= 8 }

// bounds are how few and how many values a menu takes.
func (c Component) bounds() (least, most int) { return or(c.MinValues, 1), or(c.MaxValues, 1) }

// Pick is the values that a person picks in a menu, each named by itself or by its label.
func (c Component) Pick(names []string) ([]string, error) {
	if least, most := c.bounds(); len(names) < least || len(names) > most {
		return nil, fmt.Errorf("menu %q takes %d to %d values, not %d", c.CustomID, least, most, len(names))
	}
	picked := []string{}
	for _, name := range names {
		i := slices.IndexFunc(c.Options, func(o SelectOption) bool { return o.Value == name || o.Label == name })
		if i < 0 && c.Type == StringSelect {
			return nil, fmt.Errorf("menu %q offers no %q", c.CustomID, name)
		}
		if i >= 0 {
			name = c.Options[i].Value
		}
		picked = append(picked, name)
	}
	return picked, nil
}

// complete is components with what Discord adds: ids, counted up, and the bounds of menus.
func complete(components []Component, last *int) []Component {
	out := slices.Clone(components)
	for i := range out {
		c := &out[i]
		*last++
		if c.ID == 0 {
			c.ID = *last
		}
		if c.IsSelect() {
			least, most := c.bounds()
			c.MinValues, c.MaxValues = &least, &most
		}
		c.Components = complete(c.Components, last)
	}
	return out
}

// rows checks what no limit of a single field says.
func (c *checker) rows(rows []Component) {
	ids := map[string]bool{}
	for i, row := range rows {
		path := fmt.Sprintf("components.%d", i)
		if row.Type != ActionRow {
			c.add(path+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).")
			continue
		}
		c.row(path+".components", row.Components, ids)
	}
}

func (c *checker) row(path string, parts []Component, ids map[string]bool) {
	if len(parts) == 0 || len(parts) > 5 {
		c.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
	}
	for i, part := range parts {
		at := fmt.Sprintf("%s.%d", path, i)
		switch {
		case part.Type == Button:
			c.button(at, part)
		case part.IsSelect():
			c.menu(at, part)
			if len(parts) > 1 {
				c.add(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select menu takes a whole row")
			}
		default:
			c.add(at+".type", "UNION_TYPE_CHOICES", "a message row holds buttons or a select menu, not type %d", part.Type)
		}
		c.unique(ids, part.CustomID, at+".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
	}
}

func (c *checker) button(path string, b Component) {
	switch {
	case b.Style < 1 || b.Style > premiumStyle:
		c.add(path+".style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}. (got %d)", b.Style)
	case b.Style == LinkStyle && b.CustomID != "":
		c.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified")
	case b.Style == LinkStyle && b.URL == "":
		c.add(path+".url", "BASE_TYPE_REQUIRED", "A url is required")
	case b.Style < LinkStyle && b.URL != "":
		c.add(path, "BUTTON_COMPONENT_INVALID_URL", "A url cannot be specified for a button of this style")
	case b.Style < LinkStyle && b.CustomID == "":
		c.add(path+".custom_id", "COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
	}
	if b.Style != premiumStyle && b.Label == "" && b.Emoji == nil {
		c.add(path+".label", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji")
	}
}

func (c *checker) menu(path string, m Component) {
	c.want(strings.TrimSpace(m.CustomID) != "", path+".custom_id")
	c.want(m.Type != StringSelect || len(m.Options) > 0, path+".options")
	seen := map[string]bool{}
	for i, o := range m.Options {
		c.unique(seen, o.Value, fmt.Sprintf("%s.options.%d.value", path, i), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
	}
	if least, most := m.bounds(); least > most || least < 0 || most < 1 || most > 25 {
		c.add(path+".max_values", "BASE_TYPE_BAD_INT", "min_values %d and max_values %d do not fit", least, most)
	}
}
