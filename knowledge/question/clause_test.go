package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/timex"
)

func TestClause(t *testing.T) {
	n := shippedNames(t)
	tests := []struct{ question, subject, verb, object string }{
		{"Who beat Norway?", "", "beat", "Norway"},
		{"Who did the mayor accuse?", "mayor", "accuse", ""},
		{"Did NATO ask Russia for guarantees?", "NATO", "ask", "Russia"},
		{"Did the bank ask Russia for a loan?", "bank", "ask", "Russia"},
		{"When was the treaty signed by France?", "France", "signed", "treaty"},
		{"Who will lead the delegation?", "", "lead", "delegation"},
		{"Who was sent off?", "", "sent", ""},
		{"Is Ukraine a member of NATO?", "", "", ""},
		{"Who is Sergei Lavrov?", "", "", ""},
		{"What did the old city council of Graz decide?", "old city council of Graz", "decide", ""},
		{"Who took down the websites?", "", "took", "websites"},
		{"When was the convention on rights written?", "", "written", "convention on rights"},
		{"When was the study on sequenced genomes published in Chad?", "", "published", "study on sequenced genomes"},
		{"Which firm built the tunnel?", "", "built", "tunnel"},
		{"Which team has won the cup?", "", "won", "cup"},
		{"How many boats did Norway sell to Chad?", "Norway", "sell", ""},
		{"How many members of the council voted against it?", "members of the council", "voted", ""},
		{"How long did the meeting of the NATO-Russia Council last?", "meeting of the NATO-Russia Council", "last", ""},
		{"How much did the bridge cost?", "bridge", "cost", ""},
		{"How far did France and Spain sail?", "France and Spain", "sail", ""},
		{"Where was Sergei Lavrov born?", "", "born", "Sergei Lavrov"},
	}
	for _, tt := range tests {
		c := Analyze(tt.question, n, timex.Moment{}).Clause
		got := []string{tt.question[c.Subject.Start:c.Subject.End], tt.question[c.Verb.Start:c.Verb.End], tt.question[c.Object.Start:c.Object.End]}
		if diff := cmp.Diff([]string{tt.subject, tt.verb, tt.object}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.question, diff)
		}
	}
}
