package furniture

import "testing"

func TestLead(t *testing.T) {
	for _, c := range []struct{ lead, rest string }{
		{"OSBY, March 3 (Wire) — ", "The bridge opened."},
		{"RENNA LAKE CITY — ", "A court fined the mill."},
		{"RENNA (AGN) — ", "The harbour opened."},
		{"ST. PAUL, Minn. (AP) — ", "Snow fell."},
		{"SPRINGFIELD, Ill., Jan. 9 -- ", "The senate met."},
		{"PORT-AU-PRINCE, Haiti — ", "Rain fell."},
		{"NORTH HOLM/OSBY, May 2 (Reuters) - ", "Shares fell."},
		{"UNITED NATIONS, Jan 12 (Xinhua) -- ", "The council met."},
		{"MOSCOW, January 10. /TASS/. ", "The minister spoke."},
		{"(Reuters) - ", "A mill burned."},
		{"(CNN)", "A mill burned."},
		{"(CNN) — ", "A mill burned."},
		{"March 5, 2024 (EIRNS)—", "The board met."},
		{"Geneva, Jan 5 (IANS) ", "The board met."},
		{"Geneva, 5 January 2024 – ", "The board met."},
		{"5 March 2024, Geneva – ", "The board met."},
		{"RENNA, March 3, 2024 /PRNewswire/ -- ", "Norvex opened a plant."},
		{"RENNA--(BUSINESS WIRE)--", "Norvex opened a plant."},
		{"NEW DELHI: ", "The court ruled."},
		{"Kyiv, Ukraine — ", "The council met."},
		{"Paris — ", "“Nobody came,” said Lee."},
		{"**OSBY, March 3** — ", "The bridge opened."},
		{"SAN FRANCISCO—", "The mill burned."},
		{"ABOARD THE FERRY ULLA — ", "Ten sailors slept."},
		{"", "NATO — which was founded in 1949 — has 32 members."},
		{"", "The mayor — A lawyer by trade — left."},
		{"", "Venus — The second planet — is hot."},
		{"", "Lee (Osby) won the race."},
		{"", "The council (CNN reported it first) met on Monday."},
		{"", "Ann Lee - Mayor of Osby - left."},
		{"", "MS KERN: Good afternoon."},
		{"", "QUESTION: Will the fare go up?"},
		{"", "A/B tests are common."},
		{"", "Nine-year-old Ann won."},
		{"", "March 5 was a cold day."},
		{"", "Final score: Osby 3-2 Renna."},
		{"", "The Post (Osby) — A newspaper — closed."},
	} {
		if got := Lead(c.lead + c.rest); got != len(c.lead) {
			t.Errorf("Lead(%q) = %q", c.lead+c.rest, (c.lead + c.rest)[:got])
		}
	}
}
