package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talksbot/internal/golden"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestLayout reads each archive in testdata/layout: the article under the name its form
// is told by, and "parts", what it is taken for.
func TestLayout(t *testing.T) {
	golden.Run(t, "testdata/layout/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		source := files[0]
		return []txtar.File{source, golden.Made("parts", describe(t, source.Name, source.Data))}
	})
}

// describe loads one file and writes what was understood of it.
func describe(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	articles, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, a := range articles {
		published := a.Published.Day.String()
		if a.Published.HasClock {
			published += " " + a.Published.Clock.String()
		}
		fmt.Fprintf(&b, "id %s\ntitle %s\noutlet %s\nurl %s\npublished %s\n", a.ID, a.Title, a.Outlet, a.URL, published)
		for _, p := range a.Parts {
			if p.Kind == Body {
				for _, s := range a.Sentences {
					if p.Start <= s.Start && s.End <= p.End {
						fmt.Fprintf(&b, "body     %s\n", flat(a.Text[s.Start:s.End]))
					}
				}
				continue
			}
			fmt.Fprintf(&b, "%-8s %s\n", p.Kind, flat(a.Text[p.Start:p.End]))
		}
	}
	return b.String()
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
