package grammar

import (
	"fmt"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

var relationNames = [...]string{"agent", "patient", "tied", "modifier", "owner", "same", "under", "linked"}

// tiesOf returns the ties of a text as they are written in tests: "agent(sold, firm)". A guess has a
// question mark.
func tiesOf(text string) string {
	a := article.New(article.Article{ID: "a", Text: text})
	s := Read(Source{Text: english.Read(text), Dates: article.Passage{Article: a}.Dates()}, names.Learn([]*article.Article{a}))
	var list []string
	for _, t := range s.Ties {
		rel := relationNames[t.Relation]
		if t.Word != "" {
			rel += " " + t.Word
		}
		if t.Meant {
			rel += "?"
		}
		list = append(list, fmt.Sprintf("%s(%s, %s)", rel, s.Norm(t.Heads[0]), s.Norm(t.Dep)))
	}
	return strings.Join(list, " ")
}

func TestTies(t *testing.T) {
	tests := []struct{ text, has, lacks string }{
		{"The firm hired 40 workers after it dismissed 90.", "agent(hired, firm) patient(hired, workers) modifier(workers, 40) linked after(hired, dismissed) agent(dismissed, it) patient(dismissed, 90)", "patient(hired, 90)"},
		{"The ferry, which the yard built, was sold by the council.", "patient(built, ferry) agent(built, yard) patient(sold, ferry) agent(sold, council)", "agent(sold, yard)"},
		{"Police said picket lines at three gates were peaceful.", "agent(said, police) under(said, were) same(lines, peaceful) tied at(lines, gates)", "patient(said, lines)"},
		{"Veltra asked Onix to sell the plant.", "agent(asked, veltra) patient(asked, onix) under(asked, sell) agent?(sell, onix) patient(sell, plant)", "agent?(sell, veltra)"},
		{"Osby beat Renna to reach the final.", "agent(beat, osby) agent?(reach, osby) patient(reach, final)", "agent?(reach, renna)"},
		{"Shares in the bank fell 6 percent, while shares in the mill rose.", "tied in(shares, bank) agent(fell, shares) tied in(shares, mill) agent(rose, shares)", ""},
		{"The drug, made by a rival, cut the number of attacks.", "patient(made, drug) agent(made, rival) agent(cut, drug) patient(cut, number)", "agent(cut, rival)"},
		{"A woman, dressed as a judge, has left the hall.", "agent(left, woman) patient(left, hall)", ""},
		{"The mayor called the plan a gift and left.", "agent(called, mayor) same?(plan, gift) agent(left, mayor)", "agent(left, gift)"},
		{"The union, the largest in the port, opposes the sale.", "same(union, largest) agent(opposes, union) patient(opposes, sale)", ""},
		{"Two people, a farmer in his seventies and a volunteer, are missing.", "modifier(people, two) agent(missing, farmer) agent(missing, volunteer)", "tied in(farmer, volunteer)"},
		{"Children under 12 were vaccinated.", "tied under(children, 12) patient(vaccinated, children)", ""},
		{"About 300 people left.", "modifier(people, 300) agent(left, people)", "tied about"},
		{"If convicted, he could face a fine.", "patient?(convicted, he) agent(face, he) linked if(face, convicted)", ""},
		{"There are no plans to close the mill, but wages will fall.", "agent(fall, wages)", "same(wages, plans)"},
		{"It is Norland that has closed its border.", "agent(closed, norland) patient(closed, border)", "under(is, closed)"},
		{"It was the Kessel mill that had sold the land.", "agent(sold, mill) patient(sold, land)", ""},
		{"Kern told Norland that it had closed its border.", "agent(closed, it)", "agent(closed, norland)"},
		{"Storm Ada hit Lunde on Sunday and killed four people, police said.", "agent(hit, ada) patient(hit, lunde) agent(killed, ada)", "same(hit, lunde)"},
		{"The pilot said “the engine failed” and landed in a field.", "under(said, failed) agent(failed, engine) agent(landed, pilot)", "agent(landed, engine)"},
		{"The pilot said “the engine failed and burned” on Sunday.", "agent(failed, engine) agent(burned, engine)", "agent(burned, pilot)"},
		{"Osby beat Renna on Sunday and won the cup.", "agent(beat, osby) patient(beat, renna) agent(won, osby)", "agent(won, renna)"},
		{"The Osby coach Ana Kern hit 40 balls and left.", "agent(hit, kern) agent(left, kern)", "agent(hit, osby)"},
		{"One of the port's oldest cranes, a gift from Malmo, has collapsed.", "same(cranes, gift) agent(collapsed, cranes)", "agent(collapsed, gift)"},
		{"One of the club's most praised guards, ada holt, has left.", "modifier(guards, praised) same(guards, holt) agent(left, guards)", "agent(guards"},
		{"The court's chief clerks, two brothers from Bral, face trial.", "same(clerks, brothers) agent(face, clerks)", "agent(face, bral)"},
		{"A poll found 61 percent for the tunnel and 30 percent against.", "tied for(61, tunnel) tied against(30, tunnel)", "tied against(61"},
		{"The hall, where wages are lower, is open.", "tied in(wages, hall)", ""},
	}
	for _, tt := range tests {
		got := tiesOf(tt.text)
		for _, want := range strings.SplitAfter(tt.has, ")") {
			if want = strings.TrimSpace(want); want != "" && !strings.Contains(got, want) {
				t.Errorf("%s\n\tlacks %s\n\thas %s", tt.text, want, got)
			}
		}
		if tt.lacks != "" && strings.Contains(got, tt.lacks) {
			t.Errorf("%s\n\thas %s", tt.text, got)
		}
	}
}

// Every tie is between two tokens of the text, and none ties a word to itself.
func FuzzTies(f *testing.F) {
	for _, text := range []string{"The firm hired 40 workers after it dismissed 90.", "“No,” said Ana Reyes (left), who, if asked, would have to go and", "of of to to be the a and, and, which which", "The skipper, whom the owner accused of"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		s := Read(Source{Text: english.Read(text)}, nil)
		for _, tie := range s.Ties {
			if tie.Dep < 0 || tie.Dep >= len(s.Tokens) || len(tie.Heads) == 0 || len(tie.Heads) > 2*most {
				t.Fatalf("%q: %v", text, tie)
			}
			for _, h := range tie.Heads {
				if h < 0 || h >= len(s.Tokens) || h == tie.Dep {
					t.Fatalf("%q: %v", text, tie)
				}
			}
		}
	})
}
