package verify

import "testing"

func TestModality(t *testing.T) {
	try(t, Modality, []ruleCase{
		{"Norway may join the treaty.", "Norway may join the treaty.", false},
		{"Norway may join the treaty.", "Norway will join the treaty.", true},
		{"Norway may join the treaty.", "Norway joined the treaty.", true},
		{"Norway will join the treaty.", "Norway joined the treaty.", true},
		{"Norway will join the treaty.", "Norway joins the treaty.", false},
		{"Norway joined the treaty.", "Norway will join the treaty.", true},
		{"Norway wants to join the treaty.", "Norway wants to join the treaty.", false},
		{"Norway wants to join the treaty.", "Norway joined the treaty.", true},
		{"Norway wants to join the treaty.", "Norway will join the treaty.", true},
		{"Norway decided to join the treaty.", "Norway will join the treaty.", false},
		{"Norway should join the treaty.", "Norway joins the treaty.", true},
		{"Norway considered leaving the treaty.", "Norway left the treaty.", true},
		{"Spain asked Norway to join the treaty.", "Norway joined the treaty.", true},
		{"Police arrested a suspected spy.", "Police arrested a spy.", true},
		{"Police arrested a suspected spy.", "Police arrested a suspected spy.", false},
		{"Former banker Rui Tavares was arrested.", "Banker Rui Tavares was arrested.", true},
		{"The council met in May.", "The council met in May.", false},
		{"The ferry sails unless the crew refuses the contract.", "The crew refuses the contract.", true},
		{"The ferry sails unless the crew refuses the contract.", "The ferry sails unless the crew refuses the contract.", false},
		{"If the dam breaks, the valley will flood.", "The dam breaks.", true},
		{"The town keeps pumps in case the dam breaks.", "The dam breaks.", true},
		{"The army stays until the rebels disarm.", "The rebels disarm.", true},
		{"The army stays until Thursday.", "The army stays until Thursday.", false},
		{"Wardens patrol as if thieves ruled the wood.", "Wardens patrol as if thieves ruled the wood.", false},
	})
}
