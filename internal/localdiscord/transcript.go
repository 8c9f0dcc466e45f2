package localdiscord

import (
	"fmt"
	"strings"
)

// Transcript is all a channel shows, ephemeral messages of everybody included, in order, as text to read.
func (s *Server) Transcript(c Channel) string { return s.transcript(c, nil) }

// Transcript is what p sees in a channel.
func (p *Person) Transcript(c Channel) string { return p.s.transcript(c, p) }

func (s *Server) transcript(c Channel, p *Person) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var b strings.Builder
	for _, e := range s.here(c.ID).entries {
		if i := e.interaction; i != nil {
			fmt.Fprintf(&b, "%s %s\n", i.by.User.Username, s.readable(i.what))
			if i.overdue() && (p == nil || p == i.by) {
				b.WriteString("    (The application did not respond)\n")
			}
			continue
		}
		m := s.messages[e.message]
		if !m.deleted && (p == nil || m.onlyFor == "" || m.onlyFor == p.User.ID) {
			s.show(&b, m)
		}
	}
	return b.String()
}

func (s *Server) show(b *strings.Builder, m *Message) {
	b.WriteString(m.Author.Username)
	if m.Author.Bot {
		b.WriteString(" [bot]")
	}
	if to := m.Referenced; to != nil {
		fmt.Fprintf(b, " to %s", to.Author.Username)
	}
	if m.EditedTimestamp != nil {
		b.WriteString(" (edited)")
	}
	if m.IsEphemeral() {
		b.WriteString(" (only " + s.nameOf(m.onlyFor) + " sees this)")
	}
	b.WriteString(":\n")
	if m.IsLoading() {
		b.WriteString("    (is thinking...)\n")
	}
	indent(b, "    ", s.readable(m.Content))
	for _, e := range m.Embeds {
		s.showEmbed(b, e)
	}
	for _, a := range m.Attachments {
		fmt.Fprintf(b, "    <file %s, %d bytes>\n", a.Filename, a.Size)
	}
	for _, row := range m.Components {
		showRow(b, row)
	}
	for _, r := range m.Reactions {
		fmt.Fprintf(b, "    (%s %d)\n", r.Emoji.Name, r.Count)
	}
}

func (s *Server) showEmbed(b *strings.Builder, e Embed) {
	const bar = "    | "
	if e.Author != nil {
		indent(b, bar, e.Author.Name)
	}
	title := e.Title
	if title != "" && e.URL != "" {
		title += " <" + e.URL + ">"
	}
	indent(b, bar, title)
	indent(b, bar, s.readable(e.Description))
	for _, f := range e.Fields {
		indent(b, bar, f.Name+": "+s.readable(f.Value))
	}
	if e.Image != nil {
		indent(b, bar, "<picture "+e.Image.URL+">")
	}
	if e.Footer != nil {
		indent(b, bar, e.Footer.Text)
	}
}

func showRow(b *strings.Builder, row Component) {
	b.WriteString("   ")
	for _, c := range row.Components {
		label := c.Label
		if c.Emoji != nil {
			label = strings.TrimSpace(c.Emoji.Name + " " + label)
		}
		switch {
		case c.isSelect():
			var labels []string
			for _, o := range c.Options {
				labels = append(labels, o.Label)
			}
			label = c.Placeholder + " v " + strings.Join(labels, " / ")
		case c.Style == LinkStyle:
			label += " -> " + c.URL
		}
		if c.Disabled {
			label += " (off)"
		}
		fmt.Fprintf(b, " [%s]", label)
	}
	b.WriteString("\n")
}

func indent(b *strings.Builder, by, text string) {
	if text == "" {
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(strings.TrimRight(by+line, " ") + "\n")
	}
}

// readable is text with mentions as names. s.mu is held.
func (s *Server) readable(text string) string {
	return userMention.ReplaceAllStringFunc(text, func(found string) string {
		return "@" + s.nameOf(userMention.FindStringSubmatch(found)[1])
	})
}

func (s *Server) nameOf(id string) string {
	if u, ok := s.user(id); ok {
		return u.Username
	}
	return "unknown-user"
}
