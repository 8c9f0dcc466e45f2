package verify

import (
	"slices"
	"testing"
)

func TestAttribution(t *testing.T) {
	const said = "The treaty harms farmers, said Anna Berg."
	try(t, Attribution, []ruleCase{
		{said, "Anna Berg said the treaty harms farmers.", false},
		{said, "The treaty harms farmers.", true},
		{said, "According to Anna Berg, the treaty harms farmers.", false},
		{"Anna Berg said that the treaty harms farmers.", "The treaty harms farmers.", true},
		{"Anna Berg said that the treaty harms farmers.", "The treaty harms farmers, Anna Berg says.", false},
		{"According to the police, the driver was asleep.", "The driver was asleep.", true},
		{"According to the police, the driver was asleep.", "The police say the driver was asleep.", false},
		{`"The treaty harms farmers," Anna Berg said.`, "The treaty harms farmers.", true},
		{"Spain accuses Portugal of stealing fish.", "Portugal is stealing fish.", true},
		{"Spain, however, says it is not stealing fish and that it has paid.", "Spain is not stealing fish.", true},
		{"Spain, however, says it is not stealing fish and that it has paid.", "Spain says it is not stealing fish.", false},
		{"Anna Berg called the vote a mistake.", "The vote was a mistake.", true},
		{"Anna Berg called the vote a mistake.", "Anna Berg called the vote a mistake.", false},
		{"Anna Berg called for a vote.", "Anna Berg called for a vote.", false},
		{`"The pump is older than the log suggested," said Vera Holt, the head of the mill.`, "Vera Holt is the head of the mill.", false},
		{`"The pump is older than the log suggested," said Vera Holt, the head of the mill.`, "The pump is older than the log suggested.", true},
		{"The driver was reportedly asleep.", "The driver was asleep.", true},
		{"The treaty harms farmers.", "Anna Berg said the treaty harms farmers.", true},
		{"The treaty harms farmers.", "According to the article, the treaty harms farmers.", false},
		{"Anna Berg met Jon Dahl, who said the treaty harms farmers.", "Jon Dahl said the treaty harms farmers.", false},
		{"Jon Dahl said the treaty harms farmers. Anna Berg opened the bridge.", "Anna Berg said the treaty harms farmers.", true},
	})
}

func TestReasonWords(t *testing.T) {
	for _, c := range []struct{ text, claim, want string }{
		{"Vera Holt has also said that the pump leaks.", "The pump leaks.", `only-words-of "Vera Holt"`},
		{"But Vera Holt repeatedly warned that the pump leaks.", "The pump leaks.", `only-words-of "Vera Holt"`},
		{"According to reports, the pump leaks.", "The pump leaks.", "only-reports"},
		{"Jon Dahl accused the mayor of having hidden a letter.", "The mayor has hidden a letter.", `other-mood "hidden" "<accusation>" "<fact>"`},
	} {
		v := judge(t, c.text, c.claim)
		if !slices.ContainsFunc(v.Reasons, func(r Reason) bool { return r.String() == c.want }) {
			t.Errorf("%s\n\tof %s\n\treasons %q, want %q", c.claim, c.text, v.Reasons, c.want)
		}
	}
}
