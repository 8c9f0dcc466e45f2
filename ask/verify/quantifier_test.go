package verify

import "testing"

func TestQuantifier(t *testing.T) {
	try(t, Quantifier, []ruleCase{
		{"Some farmers protested.", "Some farmers protested.", false},
		{"Some farmers protested.", "All farmers protested.", true},
		{"Some farmers protested.", "Farmers protested.", true},
		{"All farmers protested.", "Every farmer protested.", false},
		{"All farmers protested.", "Farmers protested.", false},
		{"All farmers protested.", "Few farmers protested.", true},
		{"Most of the farmers protested.", "All of the farmers protested.", true},
		{"Farmers protested.", "Only farmers protested.", true},
		{"Only farmers protested.", "Also farmers protested.", true},
		{"The most dangerous road was closed.", "The most dangerous road was closed.", false},
	})
}
