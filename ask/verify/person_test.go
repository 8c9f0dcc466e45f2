package verify

import "testing"

// Two persons of one surname, the second of whom is not known by an office.
const brandts = "Judge Ida Brandt fined the mill on Monday. Beekeeper Tom Brandt praised the fine. Tom Brandt keeps 90 hives."

func TestPersons(t *testing.T) {
	for _, c := range []struct {
		text, claim string
		want        bool
	}{
		{brandts, "Ida Brandt fined the mill on Monday.", true},
		{brandts, "Tom Brandt fined the mill on Monday.", false},
		{brandts, "Tom Brandt praised the fine.", true},
		{brandts, "Ida Brandt praised the fine.", false},
		{brandts, "Tom Brandt keeps 90 hives.", true},
		{brandts, "Ida Brandt keeps 90 hives.", false},
		{brandts, "Brandt keeps 90 hives.", false}, // which of the two?
		{brandts, "Brandt fined the mill on Monday.", false},
		{"Judge Ida Brandt fined the mill on Monday.", "Brandt fined the mill on Monday.", true},
		{"Judge Ida Brandt fined the mill. Mr Brandt left the court.", "Brandt left the court.", true},
	} {
		if v := judge(t, c.text, c.claim); v.Supported != c.want {
			t.Errorf("%s\n\tof %s\n\tsupported %v, want %v; %.2f %q", c.claim, c.text, v.Supported, c.want, v.Score, v.Reasons)
		}
	}
}
