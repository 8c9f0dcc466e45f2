package verify

import "testing"

// TestWording holds the judge to true claims in other words, and to false ones beside them.
func TestWording(t *testing.T) {
	for _, c := range []struct {
		text, claim string
		want        bool
	}{
		{"Orsted bought the quay for $3.4 billion.", "Orsted bought the quay for 3.4 billion dollars.", true},
		{"Orsted bought the quay for $3.4 billion.", "Orsted bought the quay for 3.4 billion euros.", false},
		{"Orsted bought the quay for €3.4 billion.", "Orsted bought the quay for 3.4 billion euros.", true},
		{"Orsted bought the quay for €3.4 billion.", "Orsted bought the quay for 3.4 billion dollars.", false},
		{"Voters will choose between two lists in a referendum on 9 June.", "The referendum takes place on 9 June.", true},
		{"Voters will choose between two lists in a referendum on 9 June.", "The referendum takes place on 8 June.", false},
		{"Mia Ek, a 44-year-old nurse, runs the clinic.", "Mia Ek is a nurse.", true},
	} {
		if v := judge(t, c.text, c.claim); v.Supported != c.want {
			t.Errorf("%s\n\tof %s\n\tsupported %v, want %v; %.2f %q", c.claim, c.text, v.Supported, c.want, v.Score, v.Reasons)
		}
	}
}

func TestSources(t *testing.T) {
	lib := library(t, newArticle(t, "The harbour council meets on May 3 in the old customs house."))
	f := Judge{}.Rule(t.Context(), lib, "The harbour council meets on May 3 in Lisbon.", "")
	if len(f.Reasons) == 0 || f.Reasons[0].String() != `no-name "<articles>" "Lisbon"` {
		t.Errorf("reasons of Rule %q, want of the articles", f.Reasons)
	}
	v := Judge{Names: lib.Names()}.Judge(t.Context(), "The harbour council meets on May 3 in Lisbon.", everySentence(lib.Articles()[0]))
	if len(v.Reasons) == 0 || v.Reasons[0].String() != `no-name "<cited>" "Lisbon"` {
		t.Errorf("reasons of Judge %q, want of the cited sentences", v.Reasons)
	}
}
