package timex

import "testing"

// foundAll runs a table of texts, all published on Tuesday, 28 December 2021.
func foundAll(t *testing.T, table []struct{ text, want string }) {
	t.Helper()
	for _, test := range table {
		if got := found(t, test.text, "2021-12-28"); got != test.want {
			t.Errorf("%q:\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestAhead: the present puts a day ahead, and so does whoever plans; what was done is behind.
func TestAhead(t *testing.T) {
	foundAll(t, []struct{ text, want string }{
		{"The derby is on October 9.", "October 9=2022-10-09"},
		{"The last day to vote is June 30.", "June 30=2022-06-30"},
		{"It's in March.", "March=2022-03"},
		{"Hail is forecast for Thursday.", "Thursday=2021-12-30"},
		{"Hail was forecast for Thursday.", "Thursday=2021-12-30"},
		{"A referendum is called for Sunday.", "Sunday=2022-01-02"},
		{"The bridge is to reopen in April.", "April=2022-04"},
		{"The orchestra needs to find a hall by May.", "May=2022-05"},
		{"The guild vowed to walk out in February.", "February=2022-02"},
		{"The cup final was postponed to Friday.", "Friday=2021-12-31"},
		{"The fog should lift by Thursday, forecasters said.", "Thursday=2021-12-30"},
		{"The exhibition runs 3 May - 9 June.", "3 May=2022-05-03 9 June=2022-06-09"},
		{"The census takes place in January.", "January=2022-01"},
		{"Frost may return on Monday.", "Monday=2022-01-03"},

		{"The licence expires on December 1.", "December 1=2022-12-01"},

		{"The mill shut on December 30.", "December 30=2020-12-30"},
		{"The dealer agreed in January to buy the stock.", "January=2021-01"},
		{"He managed to sell the herd in November.", "November=2021-11"},
		{"She is accused of robbing a bank on Monday.", "Monday=2021-12-27"},
		{"The clinic has been shut since Friday.", "Friday=2021-12-24"},
		{"They may have met on Monday.", "Monday=2021-12-27"},
		{"Nobody could be reached on Sunday.", "Sunday=2021-12-26"},
		{"The crew had left by Friday.", "Friday=2021-12-24"},
		{"They were not told until Friday.", "Friday=2021-12-24"},
		{"Who signed the report from Monday?", "Monday=2021-12-27"},
	})
}

// TestRows: weekdays that are told one after the other follow one another.
func TestRows(t *testing.T) {
	foundAll(t, []struct{ text, want string }{
		{"She landed Monday and flew home Sunday.", "Monday=2021-12-20 Sunday=2021-12-26"},
		{"It snowed on Tuesday, Wednesday and Friday.", "Tuesday=2021-12-21 Wednesday=2021-12-22 Friday=2021-12-24"},
		{"The jury sat on Monday and again on Sunday.", "Monday=2021-12-20 Sunday=2021-12-26"},
		{"The jury will sit Monday and Tuesday.", "Monday=2022-01-03 Tuesday=2022-01-04"},
		{"The troupe plays on Friday, Sunday and Wednesday.", "Friday=2021-12-31 Sunday=2022-01-02 Wednesday=2022-01-05"},
		{"He came on Monday and will leave on Thursday.", "Monday=2021-12-27 Thursday=2021-12-30"},
		{"The fair lasted from Sunday to Wednesday.", "Sunday=2021-12-19 Wednesday=2021-12-22"},

		{"Work resumed on Monday after a walkout that began on Thursday.", "Monday=2021-12-27 Thursday=2021-12-23"},
		{"The envoy on Monday condemned raids in Osby and Lunde on Saturday.", "Monday=2021-12-27 Saturday=2021-12-25"},
		{"She fell on Monday. He fell on Sunday.", "Monday=2021-12-27 Sunday=2021-12-26"},
	})
}

// TestAnchors: what is counted from another date is counted from the event it stands with, never from
// the day on which somebody said so, and not from a year by days.
func TestAnchors(t *testing.T) {
	foundAll(t, []struct{ text, want string }{
		{"Brandt spoke on Monday. The kiln was built in 1931. Six years later it cracked.", "Monday=2021-12-27 1931=1931 Six years later=1937"},
		{"The levee broke on 2 May 2011, an engineer said on Monday. Three days later it was mended.", "2 May 2011=2011-05-02 Monday=2021-12-27 Three days later=2011-05-05"},
		{"In April 2003 he enlisted. In June he deserted.", "April 2003=2003-04 June=2003-06"},
		{"In November 2003 he enlisted. In March he deserted.", "November 2003=2003-11 March=2004-03"},
		{"In 1988 the pit shut, and by the end of the year the town had emptied.", "1988=1988 the end of the year=1988"},
		{"In the third quarter of 2019 output rose from a year earlier.", "the third quarter of 2019=2019-Q3 a year earlier=2018-Q3"},

		{"In 1988 the pit shut. Four days later it flooded.", "1988=1988 Four days later=P4D"},
		{"In 2003 he enlisted. In June he deserted.", "2003=2003 June=XXXX-06"},
		{"The firm opened in 1988. It will shut by the end of the year.", "1988=1988 the end of the year=2021"},
		{"He retired. Ten years later he was back.", "Ten years later=P10Y"},
		{"The kiln cracked on Monday. The next day it was mended.", "Monday=2021-12-27 The next day=2021-12-28"},
	})
}
