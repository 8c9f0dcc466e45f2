package verify

import "testing"

func TestPairing(t *testing.T) {
	const (
		survey = "A survey by the port found 61 percent in favour of the tunnel and 30 percent against."
		roof   = "The roof will cost 2.8 million euros, of which the parish gives 1.9 million and the county the rest."
		storm  = "The storm killed 12 people and injured 85."
	)
	try(t, Number, []ruleCase{
		{survey, survey, false},
		{survey, "The survey found 61 percent in favour of the tunnel.", false},
		{survey, "The survey found 30 percent against the tunnel.", false},
		{survey, "The survey found 61 percent against the tunnel.", true},
		{survey, "The survey found 30 percent in favour of the tunnel.", true},
		{roof, "The roof will cost 2.8 million euros.", false},
		{roof, "The parish gives 1.9 million euros.", false},
		{roof, "The parish gives 2.8 million euros.", true},
		{roof, "The county gives 1.9 million euros.", true},
		{"The road costs 9 million euros, of which the state bears 4 million and the town the rest.", "The town bears 4 million euros.", true},
		{"The road costs 9 million euros, of which the state bears 4 million and the town the rest.", "The state bears 4 million euros.", false},
		{storm, "The storm injured 85 people.", false},
		{storm, "The storm killed 12 people.", false},
		{storm, "The storm killed 85 people.", true},
	})
}
