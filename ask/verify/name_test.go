package verify

import "testing"

func TestName(t *testing.T) {
	try(t, Name, []ruleCase{
		{"Anna Berg met the French president in Oslo.", "Berg met the French president in Oslo.", false},
		{"Anna Berg met the French president in Oslo.", "Anna Berg met the German president in Oslo.", true},
		{"Anna Berg met the French president in Oslo.", "Anna Berg met the French president in Bergen.", true},
		{"Anna Berg met the French president in Oslo.", "Maria Berg met the French president in Oslo.", true},
		{"The World Health Organization (WHO) sent doctors.", "The WHO sent doctors.", false},
		{"The United States sent doctors.", "The US sent doctors.", false},
		{"The United States sent doctors.", "China sent doctors.", true},
		{"Anna Berg is the mayor. She opened the bridge.", "Anna Berg opened the bridge.", false},
		{"The council met.", "Recently the council met.", false},
		{"The council met.", "According to reports the council met.", false},
	})
}
