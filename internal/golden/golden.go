// Package golden compares what a test makes of texts in testdata with what stands there beside them.
// Only tests import it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what is expected in testdata")

// Update reports whether tests are to write what they make in the place of what is expected.
func Update() bool { return *update }

// Run reads each archive that the pattern names, and has remake say, as a test of its own, which files
// it should hold: those that are given, and those that are made of them. Other files than these are an
// error or, with -update, replaced. No archive at all is an error.
func Run(t *testing.T, pattern string, remake func(t *testing.T, files []txtar.File) []txtar.File) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives %s: %v", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := string(txtar.Format(archive))
			archive.Files = remake(t, archive.Files)
			got := string(txtar.Format(archive))
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got); go test -update if that is meant:\n%s", path, diff)
			}
		})
	}
}

// Made returns a file that a test has made.
func Made(name, data string) txtar.File { return txtar.File{Name: name, Data: []byte(data)} }
