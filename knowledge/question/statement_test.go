package question

import (
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// TestStatement holds which claim a yes/no question asks about, and which questions ask about none.
func TestStatement(t *testing.T) {
	for _, tt := range [][2]string{
		{"Was the old pier of Port Ellis closed on Sunday?", "The old pier of Port Ellis was closed on Sunday."},
		{"Is the pier safe?", "The pier is safe."},
		{"Is the new coach from Norway?", "The new coach is from Norway."},
		{"Is Ona Berg mayor of Riga?", "Ona Berg is mayor of Riga."},
		{"Is there a vaccine?", "There is a vaccine."},
		{"Are the two sailors still missing?", "The two sailors are still missing."},
		{"Has the price of bread gone up?", "The price of bread has gone up."},
		{"Have the rebels taken the capital?", "The rebels have taken the capital."},
		{"Will the new bridge open in May?", "The new bridge will open in May."},
		{"Must schools close on Monday?", "Schools must close on Monday."},
		{"Did all ministers attend?", "All ministers attended."},
		{"Did police arrest six people?", "Police arrested six people."},
		{"Did oil prices fall on Tuesday?", "Oil prices fell on Tuesday."},
		{"Did workers at the plant walk out?", "Workers at the plant walked out."},
		{"Does the company have 4,000 workers?", "The company has 4,000 workers."},
		{"Does Rye's company own the pier?", "Rye's company owns the pier."},
		{"Are trains to the coast running again?", "Trains to the coast are running again."},
		{"Is the road to the mill closed?", "The road to the mill is closed."},
		{"Is the mayor to blame?", "The mayor is to blame."},
		{"Does the law ban smoking in parks?", "The law bans smoking in parks."},
		{"Was the appeal rejected by the court?", "The appeal was rejected by the court."},
		{"Is it true that the pier is closed?", "The pier is closed."},
		{"The pier is closed, right?", "The pier is closed."},
		{"Ona Berg met the mayor, didn't she?", "Ona Berg met the mayor."},

		{"Is it red or blue?", ""},                     // a choice
		{"Did the fire start in May or in June?", ""},  // a choice
		{"Didn't the mayor resign?", ""},               // yes would be misread
		{"Has the mayor not resigned?", ""},            // so here
		{"The mayor didn't resign, did she?", ""},      // and here
		{"Did the mayor resign yesterday?", ""},        // seen from today
		{"Will the mayor resign next week?", ""},       // seen from today
		{"Did he resign?", ""},                         // who
		{"Did anyone die?", ""},                        // whoever
		{"Was the mine open when the flood came?", ""}, // two clauses
		{"Did the man who stole the van escape?", ""},  // two clauses
		{"Did the mayor resign? And the sheriff?", ""}, // two questions
		{"Could the strike end soon?", ""},             // does the strike end, or the end strike
		{"Who closed the pier?", ""},                   // no yes/no question
		{"When did the mayor resign, in May?", ""},     // no yes/no question
		{"The mayor resigned.", ""},                    // no question
		{"Is it true?", ""},
		{"Did?", ""},
	} {
		if got := Analyze(tt[0], &names.Names{}, timex.Moment{}).Statement(); got != tt[1] {
			t.Errorf("%s: %q, want %q", tt[0], got, tt[1])
		}
	}
}

// FuzzStatement holds that a claim is made of the words of its question, but for one verb that has another form.
func FuzzStatement(f *testing.F) {
	for _, s := range []string{"Did the mayor resign in May?", "Is oil expensive?", "They won, right?", "Is it true that x is y?", "Does \xff have"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Analyze(text, &names.Names{}, timex.Moment{})
		claim := q.Statement()
		if claim == "" {
			return
		}
		own := 0
		for _, w := range english.Read(strings.TrimSuffix(claim, ".")).Tokens {
			if !slices.ContainsFunc(q.Words.Tokens, func(o english.Token) bool { return strings.EqualFold(o.Norm, w.Norm) }) {
				own++
			}
		}
		if own > 1 || strings.HasSuffix(claim, "?.") {
			t.Errorf("%q claims %q", text, claim)
		}
	})
}
