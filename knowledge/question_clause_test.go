package knowledge

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClause(t *testing.T) {
	l := fixtureLibrary(t, "")
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
		{"What did the old city council of Graz decide?", "", "", ""},
	}
	for _, tt := range tests {
		c := l.Analyze(tt.question).Clause
		got := []string{tt.question[c.Subject.Start:c.Subject.End], tt.question[c.Verb.Start:c.Verb.End], tt.question[c.Object.Start:c.Object.End]}
		if diff := cmp.Diff([]string{tt.subject, tt.verb, tt.object}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.question, diff)
		}
	}
}

// TestNearMisses holds that a sentence about somebody else, the other way round, or about a
// place that is a topic does not pass for an answer, and that the answer beside it does.
func TestNearMisses(t *testing.T) {
	tests := []struct {
		question string
		text     string
		answered bool
	}{
		{"Did Dahn ask the bank for a loan?", "Governor Ilse Dahn asked the bank for a loan.", true},
		{"Did the bank ask Dahn for a loan?", "Governor Ilse Dahn asked the bank for a loan.", false},
		{"Did Dahn accept the loan?", "Governor Ilse Dahn asked the bank for a loan.", false},
		{"When did Anton Rysz leave the council?", "Clerk Anton Rysz left the council on 3 May.", true},
		{"When did Bertil Moor leave the council?", "Clerk Anton Rysz left the council on 3 May. Bertil Moor is a farmer.", false},
		{"Where are the talks held?", "The company will hold talks in Marvik on 20 May.", true},
		{"Where are the talks held?", "The company will hold talks on the situation in Marvik on 20 May.", false},
		{"How many sheep did Moor lose in 2016?", "Farmer Anton Moor lost 30 sheep in 2016.", true},
		{"How many sheep did Moor lose in 2015?", "Farmer Anton Moor lost 30 sheep in 2016.", false},
	}
	for _, tt := range tests {
		l, err := New([]*Article{NewArticle(Article{ID: "a", Text: tt.text})})
		if err != nil {
			t.Fatal(err)
		}
		found := l.Search(Query{Text: tt.question})
		if answered := len(found) > 0 && found[0].Score >= Answers; answered != tt.answered {
			t.Errorf("%s answered %v by %q", tt.question, answered, texts(found))
		}
	}
}
