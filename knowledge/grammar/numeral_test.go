package grammar

import (
	"testing"

	"talksbot/knowledge/english"
)

func TestNumbersRead(t *testing.T) {
	for _, c := range []struct {
		text  string
		value float64
		unit  string
		hedge Hedge
	}{
		{"about 1,000 soldiers", 1000, "troop", About},
		{"a thousand ships", 1000, "ship", Exactly},
		{"nearly 3.5 million euros", 3.5e6, "$", Nearly},
		{"$5 billion", 5e9, "$", Exactly},
		{"forty-two percent", 42, "%", Exactly},
		{"200 ships or more", 200, "ship", Exactly},
		{"200 or more ships", 200, "", AtLeast},
		{"no fewer than two dozen ships", 24, "ship", AtLeast},
		{"160, 000 pupils", 160000, "student", Exactly},
	} {
		s := Read(Source{Text: english.Read(c.text)}, nil)
		if len(s.Numbers) != 1 {
			t.Errorf("%q: %d numbers, want 1", c.text, len(s.Numbers))
			continue
		}
		n := s.Numbers[0]
		if n.Value != c.value || n.Unit != c.unit || n.Hedge != c.hedge {
			t.Errorf("%q: got %v %q %v, want %v %q %v", c.text, n.Value, n.Unit, n.Hedge, c.value, c.unit, c.hedge)
		}
	}
}
