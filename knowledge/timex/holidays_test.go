package timex

import "testing"

// TestHolidays checks calendars against published days.
func TestHolidays(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Easter 2018", "2018-04-01"},
		{"Easter 2000", "2000-04-23"},
		{"Easter 1818", "1818-03-22"},
		{"Orthodox Easter 2021", "2021-05-02"},
		{"Orthodox Easter 2010", "2010-04-04"},
		{"Ash Wednesday 2022", "2022-03-02"},
		{"Thanksgiving 2021", "2021-11-25"},
		{"Memorial Day 2021", "2021-05-31"},
		{"Election Day 2020", "2020-11-03"},
		{"Yom Kippur 2021", "2021-09-16"},
		{"Passover 2024", "2024-04-23/2024-04-30"},
		{"Hanukkah 2021", "2021-11-29/2021-12-06"},
		{"Eid al-Fitr 2022", "2022-05-02"},
		{"Ramadan 2021", "2021-04-13/2021-05-12"},
		{"Chinese New Year 2000", "2000-02-05"},
		{"Chinese New Year 2020", "2020-01-25"},
		{"Lunar New Year 2022", "2022-02-01"},
		{"Chinese New Year 2023", "2023-01-22"},
		{"Diwali 2021", "2021-11-04"},
		{"Holi 2022", "2022-03-18"},
		{"Raksha Bandhan 2021", "2021-08-22"},
	} {
		if got := found(t, test.text, "2021-12-28"); got != test.text+"="+test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
}
