package verify

import "testing"

// The texts of these tables are published on Tuesday, 15 March 2022.
func TestDate(t *testing.T) {
	const meeting = "The council will meet in Oslo on March 24."
	try(t, Date, []ruleCase{
		{meeting, "The council will meet in Oslo on March 24.", false},
		{meeting, "The council will meet in Oslo on 24 March 2022.", false},
		{meeting, "The council will meet in Oslo in March.", false},
		{meeting, "The council will meet in Oslo in 2022.", false},
		{meeting, "The council will meet in Oslo on March 25.", true},
		{meeting, "The council will meet in Oslo on April 24.", true},
		{meeting, "The council will meet in Oslo on March 24, 2023.", true},
		{"The council will meet in Oslo in March.", "The council will meet in Oslo on March 24.", true},
		{"The council will meet in Oslo soon.", "The council will meet in Oslo on March 24.", true},
		{"The minister resigned on Monday.", "The minister resigned on 14 March 2022.", false},
		{"The minister resigned on Monday.", "The minister resigned on Sunday.", true},
		{"The minister resigned on Monday.", "The minister resigned yesterday.", false},
		{"The minister resigned on March 7. His deputy resigned on March 9.", "His deputy resigned on March 7.", true},
		{"The minister resigned on March 7. His deputy resigned on March 9.", "His deputy resigned on March 9.", false},
		{"The bridge was opened in 1932.", "The bridge was opened in 1932.", false},
		{"The bridge was opened in 1932.", "The bridge was opened in 1923.", true},
	})
}

func TestPeriod(t *testing.T) {
	const (
		storm = "The lake froze over for the first time since 1963."
		pier  = "The pier was closed until the end of May 2021."
	)
	try(t, Date, []ruleCase{
		{storm, "The lake froze over in 1963.", true},
		{storm, "The lake froze over for the first time since 1963.", false},
		{pier, "The pier was closed in May 2021.", true},
		{pier, "The pier was closed until May 2021.", false},
		{"The bridge was opened in 1932.", "The bridge was opened before 1932.", true},
		{"The mill has been idle since Monday's fire.", "The fire was on Monday.", false},
		{"The mill burned before dawn on Monday.", "The mill burned on Monday.", false},
	})
}
