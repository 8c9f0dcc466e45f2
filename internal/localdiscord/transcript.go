package localdiscord

import (
	"fmt"
	"strings"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// Transcript is all a channel shows, ephemeral messages of everybody included, in order, as text to read.
func (s *Server) Transcript(c Channel) string {
	return s.transcript(c, func(string) bool { return true })
}

// Transcript is what p sees in a channel.
func (p *Person) Transcript(c Channel) string {
	return p.s.transcript(c, func(user string) bool { return user == p.User.ID })
}

// transcript leaves out what is only for those who do not read it.
func (s *Server) transcript(c Channel, reads func(user string) bool) string {
	defer s.enter()()
	t := transcript{world: s.World}
	for _, e := range s.World.Here(c.ID).Entries {
		if i := e.Interaction; i != nil {
			fmt.Fprintf(&t, "%s %s\n", i.By.Username, t.readable(i.What))
			if s.World.IsOverdue(i) && reads(i.By.ID) {
				t.WriteString("    (The application did not respond)\n")
			}
		} else if m := s.World.Message(e.Message); m != nil && (m.OnlyFor == "" || reads(m.OnlyFor)) {
			t.message(m)
		}
	}
	return t.String()
}

// A transcript is what was written of a channel so far.
type transcript struct {
	strings.Builder
	world *world.World
}

// readable is text with mentions as names.
func (t *transcript) readable(text string) string { return rules.Readable(text, t.world.Name) }

func (t *transcript) message(m *Message) {
	t.WriteString(m.Author.Username)
	if m.Author.Bot {
		t.WriteString(" [bot]")
	}
	if to := m.Referenced; to != nil {
		t.WriteString(" to " + to.Author.Username)
	}
	if m.EditedTimestamp != nil {
		t.WriteString(" (edited)")
	}
	if m.IsEphemeral() {
		t.WriteString(" (only " + t.world.Name(m.OnlyFor) + " sees this)")
	}
	t.WriteString(":\n")
	if m.IsLoading() {
		t.WriteString("    (is thinking...)\n")
	}
	t.lines("    ", t.readable(m.Content))
	for _, a := range m.Attachments {
		fmt.Fprintf(t, "    <file %s, %d bytes>\n", a.Filename, a.Size)
	}
	t.layout(m.Components)
	if m.Reacted != "" {
		t.WriteString("    (" + m.Reacted + ")\n")
	}
}

// layout writes rows of buttons and menus, and what else a message is laid out in: a box is not shown, a line across
// it is.
func (t *transcript) layout(components []rules.Component) {
	for _, c := range components {
		switch c.Type {
		case rules.ActionRow:
			t.row(c)
		case rules.TextDisplay:
			t.lines("    ", t.readable(c.Content))
		case rules.Separator:
			t.WriteString("    ----\n")
		default:
			t.layout(c.Components)
		}
	}
}

func (t *transcript) row(row rules.Component) {
	t.WriteString("   ")
	for _, c := range row.Components {
		fmt.Fprintf(t, " [%s]", face(c))
	}
	t.WriteString("\n")
}

// face is what a person reads on a button or menu.
func face(c rules.Component) string {
	label := c.Label
	if c.Emoji != nil {
		label = strings.TrimSpace(c.Emoji.Name + " " + label)
	}
	switch {
	case c.IsSelect():
		var labels []string
		for _, o := range c.Options {
			labels = append(labels, o.Label)
		}
		label = c.Placeholder + " v " + strings.Join(labels, " / ")
	case c.Style == rules.LinkStyle:
		label += " -> " + c.URL
	}
	if c.Disabled {
		label += " (off)"
	}
	return label
}

// lines writes the lines of text, each after a prefix.
func (t *transcript) lines(prefix, text string) {
	if text == "" {
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		t.WriteString(strings.TrimRight(prefix+line, " ") + "\n")
	}
}
