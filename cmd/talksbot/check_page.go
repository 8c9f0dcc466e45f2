package main

import (
	"fmt"
	"strings"

	"talksbot/ask"
	"talksbot/ask/verify"
)

// rulings are how a ruling is written at the head of a finding.
var rulings = map[verify.Ruling]string{
	verify.Supported:    "Supported.",
	verify.Contradicted: "Contradicted.",
	verify.Reported:     "Reported.",
	verify.Absent:       "Not in the articles.",
}

// examination writes what the articles say to each claim of a text.
func (p page) examination(e ask.Examination) string {
	if len(e.Claims) == 0 {
		return printable(e.Message)
	}
	var b strings.Builder
	for i, c := range e.Claims {
		if i > 0 {
			b.WriteByte('\n')
		}
		if len(e.Claims) > 1 {
			fmt.Fprintf(&b, "“%s”\n", printable(c.Claim))
		}
		b.WriteString(p.finding(c))
	}
	if e.Left > 0 {
		fmt.Fprintf(&b, "\n%s\n", p.faint(fmt.Sprintf("Only the first %d claims were checked; %d more were not.", len(e.Claims), e.Left)))
	}
	return b.String()
}

// finding writes a ruling, why, and the sentences it rests on or, where there are none,
// what comes closest.
func (p page) finding(c ask.Checked) string {
	var b strings.Builder
	b.WriteString(p.bold(rulings[c.Ruling]))
	for _, r := range c.Reasons {
		b.WriteString(" " + sentenceCase(printable(r.String())) + ".")
	}
	switch {
	case c.Ruling == verify.Supported:
		b.WriteString(" It stands in these words:\n" + p.quoted(c.Cites))
	case c.Ruling != verify.Absent:
		b.WriteString(" It says:\n" + p.quoted(c.Cites))
	case len(c.Cites) > 0:
		b.WriteString("\n\n" + p.closest(c.Cites))
	default:
		b.WriteString("\n")
	}
	return b.String()
}
