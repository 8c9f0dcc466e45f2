package verify

import "testing"

func TestComparative(t *testing.T) {
	try(t, Comparative, []ruleCase{
		{"Chile sells more copper than Peru.", "Chile sells more copper than Peru.", false},
		{"Chile sells more copper than Peru.", "Chile sells less copper than Peru.", true},
		{"Chile sells copper.", "Chile sells more copper.", true},
		{"Prices increased in the north.", "Prices decreased in the north.", true},
		{"Prices increased in the north.", "Prices increased in the south.", true},
		{"The vote was held before the strike.", "The vote was held after the strike.", true},
		{"More than 40 people came.", "More than 40 people came.", false},
		{"The court convicted the banker.", "The court acquitted the banker.", true},
	})
}
