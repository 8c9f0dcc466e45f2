package ask

import "strings"

// Render returns the claim's text with its marks: words escaped for where they are shown,
// those that answer made bold, and notes in brackets after the words they explain. A nil
// escape or bold leaves words as they are.
func (c Claim) Render(escape, bold func(string) string) string {
	same := func(s string) string { return s }
	if escape == nil {
		escape = same
	}
	if bold == nil {
		bold = same
	}
	var b strings.Builder
	at := 0
	for _, m := range c.Marks {
		b.WriteString(escape(c.Text[at:m.Start]))
		words := escape(c.Text[m.Start:m.End])
		if m.Bold {
			words = bold(words)
		}
		b.WriteString(words)
		switch {
		case m.Quoted:
			b.WriteString(" [said by " + escape(m.Note) + "]")
		case m.Note != "":
			b.WriteString(" [" + escape(m.Note) + "]")
		case !m.Days.IsZero():
			b.WriteString(" [" + m.Days.Plain() + "]")
		}
		at = m.End
	}
	b.WriteString(escape(c.Text[at:]))
	return b.String()
}
