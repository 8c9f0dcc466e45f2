package timex

import "testing"

// published is a Tuesday.
const published = "2021-12-28"

// found describes the one expression of a text: "Monday=2021-12-27".
func found(t *testing.T, text, when string) string {
	t.Helper()
	m, err := ParseMoment(when)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for i, e := range Find(text, m) {
		if i > 0 {
			all += " "
		}
		all += text[e.Start:e.End] + "=" + e.Value
	}
	return all
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ text, published, want string }{
		{"He said on Monday that talks would follow.", published, "Monday=2021-12-27"},
		{"Addressing a meeting in Moscow on Tuesday, he pledged nothing.", published, "Tuesday=2021-12-28"},
		{"They will hold talks on January 10.", published, "January 10=2022-01-10"},
		{"They decided to convene a meeting on January 12.", published, "January 12=2022-01-12"},
		{"They will hold talks on January 10.", "", "January 10=XXXX-01-10"},
		{"They met yesterday.", published, "yesterday=2021-12-27"},
		{"They may march on.", published, ""},
	} {
		if got := found(t, test.text, test.published); got != test.want {
			t.Errorf("%q published %q:\ngot  %s\nwant %s", test.text, test.published, got, test.want)
		}
	}
}
