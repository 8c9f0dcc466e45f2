package timex

import "testing"

// TestWeekdays: the tense, and what touches the weekday, say which one is meant. The day is a Tuesday.
func TestWeekdays(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"He said on Monday that talks would follow.", "Monday=2021-12-27"},
		{"Addressing a meeting in Moscow on Tuesday, he pledged nothing.", "Tuesday=2021-12-28"},
		{"The ministers will meet on Friday.", "Friday=2021-12-31"},
		{"The council is to meet on Friday, and will vote Saturday.", "Friday=2021-12-31 Saturday=2022-01-01"},
		{"He would be traveling Thursday.", "Thursday=2021-12-30"},
		{"The United States said Friday it would leave.", "Friday=2021-12-24"},
		{"They have until Thursday to answer.", "Thursday=2021-12-30"},
		{"Until Thursday, they had not answered.", "Thursday=2021-12-23"},
		{"They could come as early as Wednesday.", "Wednesday=2021-12-29"},
		{"The meeting planned for Saturday was cancelled.", "Saturday=2021-12-25"},
		{"He scheduled a news conference Thursday to announce it.", "Thursday=2021-12-30"},
		{"Last Tuesday it rained; next Monday it will not.", "Last Tuesday=2021-12-21 next Monday=2022-01-03"},
		{"Wednesday, Thursday or Friday will do.", "Wednesday=2021-12-29 Thursday=2021-12-30 Friday=2021-12-31"},
		{"Wednesday's meeting will decide.", "Wednesday=2021-12-29"},
		{"Russia welcomed Monday's remarks.", "Monday=2021-12-27"},
		{"They spoke ahead of Monday's vote.", "Monday=2022-01-03"},
		{"By Wednesday the first units had left.", "Wednesday=2021-12-22"},
		{"monday", "monday=2022-01-03"},
		{"Monday, January 10, 2022 it is.", "Monday, January 10, 2022=2022-01-10"},
	} {
		if got := found(t, test.text, "2021-12-28"); got != test.want {
			t.Errorf("%q:\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestYears: which year a month and a day without one belong to.
func TestYears(t *testing.T) {
	for _, test := range []struct{ text, published, want string }{
		{"They will hold talks on January 10.", "2021-12-28", "January 10=2022-01-10"},
		{"He has decided to convene a meeting on January 12 to talk.", "2021-12-28", "January 12=2022-01-12"},
		{"They met on December 15.", "2022-01-03", "December 15=2021-12-15"},
		{"The Aug. 7 bombings killed 224 people.", "1998-08-17", "Aug. 7=1998-08-07"},
		{"It was rescued in November.", "2000-04-03", "November=1999-11"},
		{"A summit set for April was moved.", "1999-03-12", "April=1999-04"},
		{"Talks on January 10 and 12, 2022 failed.", "2023-05-01", "January 10=2022-01-10 12, 2022=2022-01-12"},
		{"Talks on January 10, 12 and 13 will fail.", "2021-12-28", "January 10=2022-01-10 12=2022-01-12 13=2022-01-13"},
		{"Christmas will come.", "2021-12-28", "Christmas=2022-12-25"},
		{"The Sept. 11 attacks changed it.", "2013-03-28", "Sept. 11=2001-09-11"},
		{"February 29, 2021", "2021-12-28", ""},
		{"It began on Feb. 30.", "2021-12-28", ""},
	} {
		if got := found(t, test.text, test.published); got != test.want {
			t.Errorf("%q published %s:\ngot  %s\nwant %s", test.text, test.published, got, test.want)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"2022-01-10", "2022-01-10=2022-01-10"},
		{"on 12/28/2021", "12/28/2021=2021-12-28"},
		{"on 28/12/2021", "28/12/2021=2021-12-28"},
		{"on 31-Oct-74", "31-Oct-74=1974-10-31"},
		{"on 10.31.1974", "10.31.1974=1974-10-31"},
		{"due on 2/15", "2/15=2022-02-15"},
		{"from 10/1/2018-10/7/2018", "10/1/2018=2018-10-01 10/7/2018=2018-10-07"},
		{"the 2008-09 crisis", "2008-09=2008/2009"},
		{"in 2008-09 and 2014-10", "2008-09=2008-09 2014-10=2014-10"},
		{"version 1.2.3 and 192.168.10.1", ""},
		{"isbn 978-0-13-468599-1", ""},
	} {
		if got := found(t, test.text, "2021-12-28"); got != test.want {
			t.Errorf("%q:\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestISO: what callers print.
func TestISO(t *testing.T) {
	for _, test := range []struct{ text, from, to string }{
		{"January 10, 2022", "2022-01-10", "2022-01-10"},
		{"in March 2022", "2022-03-01", "2022-03-31"},
		{"at 5 a.m. on February 12, 2013", "2013-02-12T05:00", "2013-02-12T05:00"},
		{"at 9:01:10 AM on 12 February 2013", "2013-02-12T09:01:10", "2013-02-12T09:01:10"},
		{"for three days", "", ""},
		{"at 19:00", "", ""},
	} {
		all := find(test.text, Moment{})
		if len(all) != 1 || all[0].FromISO() != test.from || all[0].ToISO() != test.to {
			t.Errorf("%q: got %+v", test.text, all)
		}
	}
}

// TestZones: a zone is told, and moves no day.
func TestZones(t *testing.T) {
	all := find("The call is at 11 p.m. EST on Jan. 12, 2022.", moment(t, "2021-12-28T18:37:00+03:00"))
	if len(all) != 1 || all[0].FromISO() != "2022-01-12T23:00" || all[0].Zone == nil || all[0].Zone.String() != "EST" {
		t.Errorf("got %+v", all)
	}
}

// TestOffsets: expressions are bytes of the text, whatever stands before them.
func TestOffsets(t *testing.T) {
	text := "«Переговоры» — встреча 🙂 on January 10, 2022…"
	all := find(text, Moment{})
	if len(all) != 1 || text[all[0].Start:all[0].End] != "January 10, 2022" {
		t.Errorf("got %+v", all)
	}
}

func TestParagraphsEndMatches(t *testing.T) {
	if got, want := found(t, "He left in May\n\n2022 was better.", "2021-12-28"), "May=2021-05 2022=2022"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := found(t, "on January\n10, 2022", "2021-12-28"), "January\n10, 2022=2022-01-10"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
