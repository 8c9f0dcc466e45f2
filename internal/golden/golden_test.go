package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestRun holds that an archive is compared with what is made of it, and rewritten with -update, its
// comment kept.
func TestRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txtar")
	write := func(made string) {
		if err := os.WriteFile(path, []byte("Why.\n-- text --\none two\n-- words --\n"+made), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	remake := func(t *testing.T, files []txtar.File) []txtar.File {
		words := strings.Join(strings.Fields(string(files[0].Data)), "\n")
		return append(files[:1], Made("words", words+"\n"))
	}
	write("one\ntwo\n")
	Run(t, path, remake)
	write("one\n")
	*update = true
	Run(t, path, remake)
	*update = false
	Run(t, path, remake)
}
