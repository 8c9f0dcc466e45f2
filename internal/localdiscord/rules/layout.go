package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Components of the second kind, of which a whole message is laid out.
const (
	Section     = 9
	TextDisplay = 10
	thumbnail   = 11
	gallery     = 12
	file        = 13
	Separator   = 14
	Container   = 17
	label       = 18 // in modals
)

// What Discord allows in a message laid out in components.
const (
	mostComponents = 40
	mostText       = 4000 // of all text displays together
)

// onTop may stand at the top of a message, all but a container also within one.
var onTop = []int{ActionRow, Section, TextDisplay, gallery, file, Separator, Container}

// All calls see with each of components and of those within them, in the order in which they are read.
func All(components []Component, see func(Component)) {
	for _, c := range components {
		see(c)
		All(c.Components, see)
		for _, one := range []*Component{c.Accessory, c.Component} {
			if one != nil {
				All([]Component{*one}, see)
			}
		}
	}
}

// Text is what a person reads of m: its content, or what its text displays say, with air between them.
func (m *Message) Text() string {
	if m.Flags&ComponentsV2 == 0 {
		return m.Content
	}
	var texts []string
	All(m.Components, func(c Component) {
		if c.Type == TextDisplay {
			texts = append(texts, c.Content)
		}
	})
	return strings.Join(texts, "\n\n")
}

// layout checks a message that is laid out in components.
func (c *checker) layout(d *Draft) {
	if d.Content != nil {
		c.add("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")
	}
	c.limits("components", d.Components)
	number, text := 0, 0
	All(d.Components, func(in Component) {
		number++
		if in.Type == TextDisplay {
			text += utf8.RuneCountInString(in.Content)
		}
	})
	c.count("components", number, mostComponents)
	if text > mostText {
		c.add("components", "COMPONENT_MAX_TOTAL_TEXT_SIZE_EXCEEDED", "Text of all components must be %d or fewer in length. (got %d)", mostText, text)
	}
	c.laidOut("components", d.Components, onTop, map[string]bool{})
}

// laidOut checks components, which are of the types that may stand there.
func (c *checker) laidOut(path string, components []Component, may []int, ids map[string]bool) {
	for i, in := range components {
		at := fmt.Sprintf("%s.%d", path, i)
		if !slices.Contains(may, in.Type) {
			c.add(at+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of %v. (got %d)", may, in.Type)
			continue
		}
		switch in.Type {
		case ActionRow:
			c.row(at+".components", in.Components, ids)
		case TextDisplay:
			c.want(strings.TrimSpace(in.Content) != "", at+".content")
		case Section:
			c.section(at, in, ids)
		case Container:
			c.want(len(in.Components) > 0, at+".components")
			c.laidOut(at+".components", in.Components, onTop[:len(onTop)-1], ids)
		}
	}
}

// section checks texts with a button or a picture beside them.
func (c *checker) section(path string, s Component, ids map[string]bool) {
	if n := len(s.Components); n < 1 || n > 3 {
		c.add(path+".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length.")
	}
	c.laidOut(path+".components", s.Components, []int{TextDisplay}, ids)
	switch at := path + ".accessory"; {
	case s.Accessory == nil:
		c.want(false, at)
	case s.Accessory.Type == Button:
		c.row(path, []Component{*s.Accessory}, ids)
	case s.Accessory.Type != thumbnail:
		c.add(at+".type", "UNION_TYPE_CHOICES", "a section has a button or a thumbnail beside it, not type %d", s.Accessory.Type)
	}
}

// Over is why d cannot be written over m, or nil: a message once laid out in components stays so, and one that
// becomes so leaves nothing of another kind behind.
func (d *Draft) Over(m *Message) error {
	const code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
	was, is := m.Flags&ComponentsV2 != 0, d.Flags&ComponentsV2 != 0
	switch {
	case was && !is && !d.IsEmpty():
		return Invalid(Problem{"flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "a message laid out in components stays so"})
	case !was && is && m.Content != "" && !d.has("content"):
		return Invalid(Problem{"content", code, "the content that was there has to be set to null"})
	}
	return nil
}
