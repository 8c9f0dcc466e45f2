package timex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/internal/golden"
	"talksbot/knowledge/english"
)

// TestFixtures finds the dates of whole texts. Each archive has the day of publication, the text, and
// a line for each expression.
func TestFixtures(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		text := string(files[1].Data)
		all := find(text, moment(t, strings.TrimSpace(string(files[0].Data))))
		checkExpressions(t, text, all)
		return append(files[:2], golden.Made(files[2].Name, describe(text, all)))
	})
}

func find(text string, published Moment) []Expression { return Find(english.Read(text), published) }

func moment(t *testing.T, s string) Moment {
	t.Helper()
	m, err := ParseMoment(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// describe writes a line for each expression: its type, value, days, marks and words.
func describe(text string, all []Expression) string {
	var b strings.Builder
	for _, e := range all {
		days := "-"
		switch {
		case e.FromISO() == e.ToISO() && !e.From.IsZero():
			days = e.FromISO()
		case !e.From.IsZero():
			days = e.FromISO() + ".." + e.ToISO()
		}
		marks := e.Mod
		for _, m := range []struct {
			on   bool
			name string
		}{{e.Relative, "relative"}, {e.Vague, "vague"}, {e.Opens, "opens"}} {
			if m.on {
				marks += " " + m.name
			}
		}
		words := strings.Join(strings.Fields(text[e.Start:e.End]), " ")
		fmt.Fprintf(&b, "%-8s %-22s %s [%s] %s\n", e.Type, e.Value, days, strings.TrimSpace(marks), words)
	}
	return b.String()
}

// found is every expression of a text with its value: "Monday=2021-12-27 January 10=2022-01-10".
func found(t *testing.T, text, published string) string {
	t.Helper()
	var all []string
	for _, e := range find(text, moment(t, published)) {
		all = append(all, text[e.Start:e.End]+"="+e.Value)
	}
	return strings.Join(all, " ")
}
