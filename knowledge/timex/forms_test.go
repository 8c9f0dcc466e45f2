package timex

import "testing"

// TestForms: ways of writing a date that stand in no table of a month and a day.
func TestForms(t *testing.T) {
	foundAll(t, []struct{ text, want string }{
		{"The rally is on the weekend of 5-6 March.", "the weekend of 5-6 March=2022-W09-WE"},
		{"The rally is on the weekend of March 5.", "the weekend of March 5=2022-W09-WE"},
		{"Exports rose in Quarter 2 2017.", "Quarter 2 2017=2017-Q2"},
		{"Exports rose in the 2019 first quarter.", "the 2019 first quarter=2019-Q1"},
		{"In the third quarter of 2020 sales fell. In the quarter it lost a million, up from the year-earlier period.",
			"the third quarter of 2020=2020-Q3 the quarter=2020-Q3 the year-earlier period=2019-Q3"},
		{"It will close by year-end.", "year-end=2021"},
		{"Hearings are on May 5th, 6th and 9th.", "May 5th=2022-05-05 6th=2022-05-06 9th=2022-05-09"},
		{"The choir sings Friday week.", "Friday week=2022-01-07"},
		{"The choir sings Friday fortnight.", "Friday fortnight=2022-01-14"},
		{"The choir sings a week on Thursday.", "a week on Thursday=2022-01-06"},
		{"The choir sings a week tomorrow.", "a week tomorrow=2022-01-05"},
		{"He is free on 2/4, 2/11 or 2/18.", "2/4=2022-02-04 2/11=2022-02-11 2/18=2022-02-18"},
		{"It struck 1 week and 2 days ago.", "1 week and 2 days ago=2021-12-19"},
		{"She came a year and two months later.", "a year and two months later=P1Y2M"},
		{"Security changed after 9/11.", "9/11=2001-09-11"},
		{"The score was 9/11 of the total.", ""},
		{"The rink is open from October to March.", "October=2022-10 March=2023-03"},
		{"The mill ran from May to December.", "May=2021-05 December=2021-12"},
		{"It is open 7 days a week, 365 days a year.", "7 days=P7D a week=P1W 365 days=P365D a year=P1Y"},
		{"He worked there from at least 2002 to 2005.", "2002=2002 2005=2005"},
		{"The choir sang the Monday week of the tour.", "Monday=2021-12-27"},
	})
}

// TestInterval: a date that only ends a time has the days of that time.
func TestInterval(t *testing.T) {
	for _, test := range []struct {
		text     string
		bound    Bound
		from, to string
	}{
		{"It was built after 2010.", After, "2011-01-01", ""},
		{"It was built before 2010.", Before, "", "2009-12-31"},
		{"It was built later than March 2010.", After, "2010-04-01", ""},
		{"It must be built no later than March 3, 2022.", Before, "", "2022-03-03"},
		{"It has been shut since March 2010.", Since, "2010-03-01", ""},
		{"It is shut until March 2022.", Until, "2022-03-01", "2022-03-31"},
		{"It must be built before the end of 2022.", Before, "", "2022-12-31"},
		{"It was built after the start of 2010.", After, "2010-01-01", ""},
		{"It was built in 2010.", "", "2010-01-01", "2010-12-31"},
		{"It was sold after Monday's vote.", "", "2021-12-27", "2021-12-27"},
		{"It was sold after the 2010 election.", "", "2010-01-01", "2010-12-31"},
	} {
		all := find(test.text, moment(t, "2021-12-28"))
		if len(all) != 1 {
			t.Errorf("%q: found %d", test.text, len(all))
			continue
		}
		from, to := all[0].Interval()
		if all[0].Bound != test.bound || from.String() != test.from || to.String() != test.to {
			t.Errorf("%q: %q from %s to %s; want %q from %s to %s", test.text, all[0].Bound, from, to, test.bound, test.from, test.to)
		}
	}
}
