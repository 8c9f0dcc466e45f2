package quotation

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/internal/golden"
	"talksbot/knowledge/english"
)

// show writes quotations one a line: kind, name (role) where resolved, speaker and cue as written, contents.
func show(text string, qs []Quotation) string {
	at := func(s english.Span) string { return text[s.Start:s.End] }
	var b strings.Builder
	for _, q := range qs {
		who := q.Name
		if q.Role != "" {
			who += " (" + q.Role + ")"
		}
		if w := at(q.Speaker); w != q.Name {
			who += " < " + w
		}
		var parts []string
		for _, s := range q.Spans {
			parts = append(parts, strings.Join(strings.Fields(at(s)), " "))
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", q.Kind, who, at(q.Cue), strings.Join(parts, " … "))
	}
	return b.String()
}

// TestFixtures reads each testdata/*.txtar: file "text" is what Find reads, file "quotes" what it finds.
func TestFixtures(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		text := string(files[0].Data)
		found := Find(english.Read(text), Options{})
		if why := broken(text, found); why != "" {
			t.Error(why)
		}
		return append(files[:1], golden.Made("quotes", show(text, found)))
	})
}
