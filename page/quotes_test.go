package page

import "testing"

func TestSentence(t *testing.T) {
	for words, want := range map[string]string{
		"the pier is safe":             "the pier is safe.",
		"Boats chase boats,":           "Boats chase boats.",
		"is it safe?":                  "is it safe?",
		"the plan was “dead,”":         "the plan was “dead.”",
		"the plan was “dead”":          "the plan was “dead”.",
		"it was “late.”":               "it was “late.”",
		"We wait —":                    "We wait.",
		"nobody knows …":               "nobody knows …",
		"the yard in Dover, Del.":      "the yard in Dover, Del.",
		"they'll be 'ready to sail,'":  "they'll be 'ready to sail.'",
		"":                             "",
		"that the ferry (a new one)":   "that the ferry (a new one).",
		"he asked, “Who is it?”":       "he asked, “Who is it?”",
		"that it cost 40 crowns; and,": "that it cost 40 crowns; and.",
	} {
		if got := sentence(words); got != want {
			t.Errorf("sentence(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestCutClause(t *testing.T) {
	for _, c := range []struct {
		words string
		n     int
		want  string
	}{
		{"the pier is safe", 40, "the pier is safe"},
		{"the pier is safe, the harbour master is sure, and it opens in May", 50, "the pier is safe, the harbour master is sure …"},
		{"the pier is safe and the harbour master is sure of it and of much else", 30, "the pier is safe and the …"},
	} {
		if got := cutClause(c.words, c.n); got != c.want {
			t.Errorf("cutClause(%q, %d) = %q, want %q", c.words, c.n, got, c.want)
		}
	}
}
