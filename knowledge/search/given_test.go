package search

import (
	"testing"

	"talksbot/knowledge/article"
)

// TestPlainly holds what is given by the way a sentence is written.
func TestPlainly(t *testing.T) {
	checkGate(t, plainly, []nearTest{
		{"How old is Tone Lie?", "The court sentenced Tone Lie, 41, to a fine.", true},
		{"How old is Tone Lie?", "Tone Lie, a 41-year-old vet, was fined.", true},
		{"How old is Tone Lie?", "The 41-year-old Tone Lie was fined.", true},
		{"How old is Tone Lie?", "Tone Lie met Karl Ode, 41, at the fair.", false},
		{"How old is Tone Lie?", "Tone Lie paid 41 euros.", false},
		{"Who leads Onix?", "Onix president Karl Ode told reporters that the firm would grow.", true},
		{"Who leads Onix?", "Karl Ode, the president of Onix, said sales had grown.", true},
		{"Who led Onix in 1990?", "Karl Ode, the president of Onix, said sales had grown.", false},
		{"Who leads Onix?", "Onix has led the market for years, said the analyst Karl Ode.", false},
		{"Who heads Onix?", "Norbyg president Karl Ode told reporters that Onix would grow.", false},
		{"Who coaches Malta?", "Malta coach Karl Ode praised his side.", true},
		{"Who coaches Malta?", "Malta captain Karl Ode praised his side.", false},
		{"Who coaches Malta?", "Spain coach Karl Ode praised Malta.", false},
		{"Who is the mayor of Riga?", "Ona Berg, the mayor of Riga, opened the fair.", true},
		{"Who is the mayor of Fort Velin?", "The owner met Mayor of Fort Velin Ona Berg on Friday.", true},
		{"Who is the mayor of Fort Velin?", "The owner met Mayor of Fort Marra Ona Berg in Fort Velin.", false},
		{"Who is the mayor of Riga?", "The vet Ona Berg opened the fair in Riga.", false},
	})
}

// TestUnreal holds that what is only wanted or possible has not been done.
func TestUnreal(t *testing.T) {
	checkGate(t, certainUnreal, []nearTest{
		{"When did Malta join the league?", "Spain joined the league in 1990, and Malta has applied to join.", true},
		{"When did Malta join the league?", "Malta joined the league in 1990.", false},
		{"When did Malta join the league?", "Malta applied to join the league in 1988 and joined it in 1990.", false},
		{"Why did the rector resign?", "The rector has refused to resign.", true},
		{"Why did the rector resign?", "The rector, who had threatened to resign, resigned over the cuts.", false},
		{"When was the bridge rebuilt?", "The bridge could be rebuilt in May.", true},
		{"When was the bridge rebuilt?", "The bridge was rebuilt in May.", false},
		{"When will Malta join the league?", "Malta hopes to join the league in May.", false},
	})
}

// TestRolesOfDeath holds that who died may be whom something killed, and that "by" behind a verb in the
// past does not make it passive.
func TestRolesOfDeath(t *testing.T) {
	checkGate(t, certainRolesTurned, []nearTest{
		{"How many miners died?", "The blast killed nine miners.", false},
		{"How many people drowned?", "The flood killed nine people.", false},
		{"When did Tone Lie and Ivar Sand speak by phone?", "Tone Lie and Ivar Sand spoke by phone on Monday.", false},
		{"When did Tone Lie drive by the school?", "Tone Lie drove by the school on Monday.", false},
		{"When did Malta beat Spain?", "Malta was beaten by Spain in May.", true},
	})
}

// TestCountsOther holds which numbers count what is asked for.
func TestCountsOther(t *testing.T) {
	for _, tt := range []nearTest{
		{"How many soldiers are in Malta?", "Malta freed three Spanish prisoners.", true},
		{"How many women were on the plane?", "About 150 Indians were on the plane.", true},
		{"How many people were at the match?", "Malta lost eight of their ten games.", true},
		{"How many people were at the match?", "Tone Lie, 35, scored in a ten-game run.", true},
		{"How many people were at the match?", "About 9,000 fans saw the match.", false},
		{"How many people were on the plane?", "About 150 Indians were on the plane.", false},
		{"How many miners were trapped?", "The blast trapped nine.", false},
		{"How many miners were trapped?", "Nine of the 40 miners were trapped.", false},
		{"How many soldiers are in Malta?", "There are 300 Spanish soldiers in Malta.", false},
	} {
		l := newLibrary(article.New(article.Article{ID: "a", Text: tt.sentence}))
		c := newRanker(l.index.named(l.names), l.analyze(tt.question)).comparisonOf(0)
		if closed := countsOther(c, 0); closed != tt.closed {
			t.Errorf("%s %s: closed %t, want %t", tt.question, tt.sentence, closed, tt.closed)
		}
		if countsOther(c, mostUncounted) {
			t.Errorf("%s %s: closed though the encoder is sure", tt.question, tt.sentence)
		}
	}
}
