package knowledge

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"talksbot/internal/golden"
	"talksbot/knowledge/binding"
)

// TestDerivation fails where other things are derived from the same articles than before, or are written
// otherwise, and programs that have stored the old ones are not told.
func TestDerivation(t *testing.T) {
	var w binding.Writer
	Bind(fixtures(t)...).bind(&w)
	got := fmt.Sprintf("%d %x", derivation, sha256.Sum256(w.Bytes()))
	const kept = "testdata/derivation.txt"
	if golden.Update() {
		if err := os.WriteFile(kept, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.TrimSpace(string(want)) {
		t.Errorf(`what is derived from articles, or how it is written, has changed: %s, and it was %s
Raise the number in derivation.go by one, unless only word lists have changed, which are noticed by themselves; then
	go test ./knowledge -run TestDerivation -update
What is stored is derived again by whoever starts the new program.`, got, want)
	}
}
