package search

import (
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A doubtTest is a sentence of which the encoder is in two minds.
type doubtTest struct {
	question, sentence string
	read               string // what the encoder takes for the answer
	doubted            bool
}

// TestDoubted holds what is no answer to a question, though the encoder gives it nearly even odds.
func TestDoubted(t *testing.T) {
	for _, tt := range []doubtTest{
		// Nothing but names is the question's.
		{"When did Malta join the league?", "Malta plays Spain on Monday.", "Monday", true},
		{"When did Malta join the league?", "Malta joined the league on Monday.", "Monday", false},
		{"Is Malta a member of the league?", "Malta and Spain have quarrelled over fish.", "", true},
		{"Is Malta a member of the league?", "Malta is a member of the league.", "", false},
		{"Does Malta want war?", "Malta says it will sell its ferries.", "", true},
		{"Did Ona Berg meet Karl Ode?", "Ona Berg and Karl Ode have each bought a boat.", "", true},
		{"Did Ona Berg meet Karl Ode?", "Ona Berg met Karl Ode at the fair.", "", false},
		{"Can Ona Berg play on Sunday?", "Ona Berg is suspended.", "", false},
		{"Is Malta in Europe?", "Malta lies south of Europe.", "", false},
		// The place is that of something else.
		{"Where will the ministers meet?", "The ministers will meet in May over the crisis in Malta.", "Malta", true},
		{"Where will the ministers meet?", "The ministers will meet in Malta in May.", "Malta", false},
		{"Where is the crisis?", "The ministers will meet in May over the crisis in Malta.", "Malta", false},
		{"Where will the ministers meet?", "The ministers will meet at the old fort over the crisis in Malta.", "the old fort", false},
	} {
		l := newLibrary(article.New(article.Article{ID: "a", Text: tt.sentence}))
		c := newRanker(l.index.named(l.names), l.analyze(tt.question)).comparisonOf(0)
		at := strings.Index(tt.sentence, tt.read)
		if got := doubted(c, -0.5) || placesTopic(c, english.Span{Start: at, End: at + len(tt.read)}); got != tt.doubted {
			t.Errorf("%s %s: doubted %t, want %t", tt.question, tt.sentence, got, tt.doubted)
		}
	}
}

// TestExtends holds that how long something goes on is not told by when it begins.
func TestExtends(t *testing.T) {
	checkGate(t, certainOtherMeasure, []nearTest{
		{"How long will the fair last?", "The fair will open right after the New Year holidays.", true},
		{"How long will the fair last?", "The fair will last until Sunday.", false},
		{"How long will the fair last?", "The fair is to last three days.", false},
		{"How long did the strike last?", "The strike lasted for weeks.", false},
		{"How long did the strike last?", "The strike lasted throughout the summer.", false},
		{"How long did the strike last?", "The strike began on Monday.", true},
		{"How long will the bridge stay closed?", "The bridge will stay closed indefinitely.", false},
	})
}
