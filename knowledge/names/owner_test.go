package names

import (
	"testing"

	"talksbot/knowledge/english"
)

func TestOwnerBeforeHolder(t *testing.T) {
	n := taughtNames(t)
	tests := []struct{ text, office, holder string }{
		{"Talks were opened by President of Dornia Zoran Velk.", "president of Dornia", "Zoran Velk"},
		{"She met the mayor of Fort Velin Maria Sorel.", "mayor of Fort Velin", "Maria Sorel"},
		{"He called Prime Minister of the Republic of Arlen Emil Marr.", "prime minister of Arlen", "Emil Marr"},
		{"The mayor of San Diego Peter Gloss spoke.", "mayor of San Diego", "Peter Gloss"},
		{"Governor of North Marra Jean Paul Brot left.", "governor of North Marra", "Jean Paul Brot"},
		{"The president of the James Harlan Foundation Mary Cole spoke.", "president of James Harlan Foundation", "Mary Cole"},
		{"Mayor of New York Eric Adams spoke.", "mayor of New York", "Eric Adams"},
		{"President of Finland Sauli Niin spoke.", "president of Finland", "Sauli Niin"},
		{"Minister of Health of Finland Peter Quist spoke.", "health minister of Finland", "Peter Quist"},
		{"South Dakota Gov. Kristi Noem signed it.", "governor of South Dakota", "Kristi Noem"},
		// Nobody is named.
		{"The president of the James Harlan Foundation spoke.", "", ""},
		{"The mayor of Palm Reef Gardens spoke.", "", ""},
		{"The mayor of Old Fort Velin spoke.", "", ""},
		{"She met the director of the Velin Steel Works.", "", ""},
		{"The head of Peter Quist Motors spoke.", "", ""},
		{"The ferry's crew elected a president of the", "", ""},
		{"He was named mayor of", "", ""},
	}
	for _, tt := range tests {
		office, holder := "", ""
		for _, f := range n.Findings(english.Read(tt.text)) {
			if f.Kind == Person && f.Office.Of != "" {
				office, holder = f.Office.String(), f.Name
			}
		}
		if office != tt.office || holder != tt.holder {
			t.Errorf("%s: got %q, %q, want %q, %q", tt.text, office, holder, tt.office, tt.holder)
		}
	}
}

// What an office is of is a name too.
func TestOwnerIsFound(t *testing.T) {
	n := taughtNames(t)
	for _, text := range []string{"President of Dornia Zoran Velk spoke.", "The Dornian premier met President of Finland Sauli Niin."} {
		found := false
		for _, m := range n.Find(text) {
			found = found || m.Kind == Place
		}
		if !found {
			t.Errorf("%s: no place", text)
		}
	}
}
