package quotation

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge/english"
)

var update = flag.Bool("update", false, "rewrite the expected quotations in testdata")

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
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures in testdata: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text := string(a.Files[0].Data)
			qs := Find(english.Read(text), Options{})
			if why := broken(text, qs); why != "" {
				t.Error(why)
			}
			got := show(text, qs)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "quotes", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 {
				t.Fatal("no expected quotations: run with -update and read what it writes")
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("quotations differ (-want +got):\n%s", diff)
			}
		})
	}
}
