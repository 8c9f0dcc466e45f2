package verify

import "testing"

func TestRole(t *testing.T) {
	const lent = "Greece gave Cyprus four planes."
	try(t, Role, []ruleCase{
		{lent, "Greece gave Cyprus four planes.", false},
		{lent, "Cyprus gave Greece four planes.", true},
		{"Spain accused Portugal of fishing in its waters.", "Portugal accused Spain of fishing in its waters.", true},
		{"Spain accused Portugal of fishing in its waters.", "Portugal was accused by Spain of fishing in its waters.", false},
		{"Spain accused Portugal of fishing in its waters.", "Spain was accused by Portugal of fishing in its waters.", true},
		{"Portugal was accused by Spain of theft.", "Spain accused Portugal of theft.", false},
		{"Portugal was accused by Spain of theft.", "Portugal accused Spain of theft.", true},
		{"Anna Berg met Jon Dahl in Oslo.", "Jon Dahl met Anna Berg in Oslo.", false},
		{"Spain asked France and its allies to help.", "France asked Spain to help.", true},
		{"Spain asked France and its allies to help.", "France asked its allies to help.", true},
		{"On Monday, Spain asked France to help.", "Spain asked France to help on Monday.", false},
		{"Spain will hold talks on the crisis in France.", "Spain will hold talks with France.", true},
		{"Spain sent a letter to France.", "Spain sent a letter from France.", true},
		{"The president dismissed the minister after parliament had met.", "The minister was dismissed by parliament.", true},
		{"The president dismissed the minister after parliament had met.", "The minister was dismissed by the president.", false},
		{"The dog bit the farmer.", "The farmer bit the dog.", true},
		{"The treaty was signed, said Anna Berg.", "Anna Berg said the treaty was signed.", false},
	})
}
