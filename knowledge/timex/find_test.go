package timex

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

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// TestFixtures finds the dates of whole texts. Each archive has the day of publication, the text, and
// a line for each expression.
func TestFixtures(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			published, text, want := string(archive.Files[0].Data), string(archive.Files[1].Data), &archive.Files[2]
			m := moment(t, strings.TrimSpace(published))
			all := find(text, m)
			checkExpressions(t, text, all)
			got := describe(text, all)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
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
