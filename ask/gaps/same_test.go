package gaps

import (
	"os"
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/encoder"
)

// nothing returns a library without articles, with an encoder where this build has one.
func nothing(t *testing.T, meaning bool) *knowledge.Library {
	t.Helper()
	l, err := knowledge.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if meaning {
		e, err := encoder.New()
		if err != nil {
			t.Skip(err)
		}
		return l.Encoded(e)
	}
	return l
}

// Pairs of questions that mean the same, and of such as do not, are told apart: hardly any of the latter are taken for
// the same.
func TestPairs(t *testing.T) {
	r, l := new(Reader), nothing(t, true)
	for name, bar := range map[string]struct{ found, wrong int }{"pairs": {8, 0}, "unseen": {15, 1}} {
		data, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		found, same, wrong, others := 0, 0, 0, 0
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			a, b, _ := strings.Cut(strings.TrimSpace(line[1:]), " | ")
			groups, err := r.Groups(t.Context(), l, []Gap{{ID: 1, Question: a}, {ID: 2, Question: b}})
			if err != nil {
				t.Fatal(err)
			}
			together := len(groups) == 1
			switch isSame := line[0] == '='; {
			case isSame && together:
				found++
			case together:
				wrong++
				t.Logf("taken for the same: %s", line[2:])
			}
			if line[0] == '=' {
				same++
			} else {
				others++
			}
		}
		t.Logf("%s: of %d that mean the same %d are found; of %d others %d are taken for the same", name, same, found, others, wrong)
		if found < bar.found || wrong > bar.wrong {
			t.Errorf("%s: %d are found, want %d at least; %d are taken for the same, want %d at most", name, found, bar.found, wrong, bar.wrong)
		}
	}
}
