package verify

import "testing"

func TestNegation(t *testing.T) {
	try(t, Negation, []ruleCase{
		{"The minister did not sign the treaty.", "The minister did not sign the treaty.", false},
		{"The minister did not sign the treaty.", "The minister signed the treaty.", true},
		{"The minister signed the treaty.", "The minister did not sign the treaty.", true},
		{"The minister signed the treaty.", "The minister never signed the treaty.", true},
		{"The minister refused to sign the treaty.", "The minister did not sign the treaty.", false},
		{"The minister refused to sign the treaty.", "The minister signed the treaty.", true},
		{"The minister left without signing the treaty.", "The minister left, signing the treaty.", true},
		{"No ministers signed the treaty.", "Ministers signed the treaty.", true},
		{"The minister denied that he had signed.", "The minister denied that he had not signed.", true},
		{"The minister signed not only the treaty but also the letter.", "The minister signed the treaty.", false},
		{"The treaty isn't valid.", "The treaty is not valid.", false},
		{"The treaty isn't valid.", "The treaty is valid.", true},
		{"The minister did not come, but his deputy signed the treaty.", "His deputy signed the treaty.", false},
	})
}

func TestContrast(t *testing.T) {
	const (
		ferry = "The line runs ferries to Denmark but not yet to Latvia."
		gas   = "Hungary bought gas from Norway rather than from Qatar."
		vote  = "All members except Malta backed the ban on Tuesday."
		day   = "The fair opens on Friday, not on Sunday."
	)
	try(t, Negation, []ruleCase{
		{ferry, ferry, false},
		{ferry, "The line runs ferries to Denmark.", false},
		{ferry, "The line runs ferries to Latvia.", true},
		{ferry, "The line runs ferries to Denmark, not to Latvia.", false},
		{ferry, "The line runs ferries to Latvia but not to Denmark.", true},
		{gas, "Hungary bought gas from Norway.", false},
		{gas, "Hungary bought gas from Qatar.", true},
		{"Hungary bought gas instead of coal.", "Hungary bought coal.", true},
		{"Hungary bought gas instead of coal.", "Hungary bought gas.", false},
		{vote, "Malta backed the ban on Tuesday.", true},
		{day, "The fair opens on Friday.", false},
		{day, "The fair opens on Sunday.", true},
		{"Sweden voted without Finland.", "Finland voted.", true},
	})
}
