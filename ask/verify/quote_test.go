package verify

import "testing"

func TestQuote(t *testing.T) {
	const said = `"We will not sign a treaty that harms our farmers," the minister said.`
	try(t, Quote, []ruleCase{
		{said, `The minister said they "will not sign a treaty that harms our farmers".`, false},
		{said, `The minister said they “will not sign a treaty that harms our farmers”.`, false},
		{said, `The minister said they "will never sign a treaty that harms our farmers".`, true},
		{said, `The minister said they "will not sign a treaty".`, true},
		{said, `The minister said "we will win".`, true},
		{said, `"We will not sign ... our farmers," the minister said.`, false},
		{"The minister called it a bad treaty.", `The minister called it a "bad treaty".`, false},
		{"The minister called it a bad treaty.", `The minister called it a "terrible treaty".`, true},
	})
}
