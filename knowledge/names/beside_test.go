package names

import (
	"testing"

	"talksbot/knowledge/english"
)

func TestBeside(t *testing.T) {
	n := new(Names).With(nil, nil)
	for text, want := range map[string]string{
		"Chairwoman Ina Voss said repairs would take until May.":          "Chairwoman",
		"The mayor, Olaf Brandt, blamed the builders.":                    "mayor",
		"Deputy Foreign Minister Anna Pahl left on Monday.":               "Deputy Foreign Minister",
		"Anna Pahl, the head of the harbour board, resigned.":             "head of the harbour board",
		"Anna Pahl, a professor at the University of Lunde, disagreed.":   "professor at the University of Lunde",
		"Anna Pahl is the director of the museum and a painter.":          "director of the museum",
		"The vote will defeat likely Liberal candidate Anna Pahl.":        "Liberal candidate",
		"He said wealthy party chairman Anna Pahl was wrong.":             "party chairman",
		"Voters trust his wife Anna Pahl.":                                "",
		"Anna Pahl, under fire over her taxes, is at ease.":               "",
		"They hired Anna Pahl, a seasoned operative who had won before.":  "seasoned operative",
		"Anna Pahl, who served as ambassador to Lunde until May, agreed.": "ambassador to Lunde until May",
		"Anna Pahl, a mayor's wife, sings.":                               "mayor's wife",
		"Anna Pahl was more careful than her fellow delegates.":           "",
		"Anna Pahl, the owner of a brewery, lost her papers.":             "owner of a brewery",
		"Anna Pahl, a year later, resigned.":                              "",
		"Anna Pahl, the union and the council agreed.":                    "",
		"Anna Pahl, the owner of a brewery and head of the board, left.":  "owner of a brewery",
		"They met Anna Pahl, the union leader.":                           "union leader",
		"The opposition leader Anna Pahl voted against it.":               "opposition leader",
		"Anna Pahl said the minister had left.":                           "",
		"Mrs Anna Pahl bought a boat.":                                    "",
		"Anna Pahl, who met the minister on Friday, was pleased.":         "",
		"On Friday, Anna Pahl met the minister, the union said.":          "",
		"The council thanked its former president, Anna Pahl, on Friday.": "former president",
	} {
		read := english.Read(text)
		got := ""
		for _, m := range n.FindIn(read) {
			if s := Beside(read, m); m.Kind != Place && s.Start < s.End {
				got = s.Of(text)
			}
		}
		if got != want {
			t.Errorf("%q beside the name in %q, want %q", got, text, want)
		}
	}
}
