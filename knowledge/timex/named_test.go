package timex

import "testing"

// TestNoDates: amounts, names, titles and habits are no dates; beside each, what looks like it and is one.
func TestNoDates(t *testing.T) {
	foundAll(t, []struct{ text, want string }{
		{"The orchard lost 1900 trees.", ""},
		{"The guild counted 2010 signed ballots.", ""},
		{"A wage of 2000 crowns was paid.", ""},
		{"At least 1850 were hurt.", ""},
		{"More than 2000 fled.", ""},
		{"The tram 1987 broke down.", ""},
		{"The B1987 is shut.", ""},
		{"The 2014 floods were worse.", "2014=2014"},
		{"The toll in 2014 rose.", "2014=2014"},
		{"The FY2018 budget passed.", "FY2018=FY2018"},

		{"The Sunday Chronicle folded.", ""},
		{"The Thursday Society met.", ""},
		{"Osby Today wrote of it.", ""},
		{"Sunday Morning Gardening was cancelled.", ""},
		{"The novel “1985” sold well.", ""},
		{"The play “Tomorrow at Dawn” opened.", ""},
		{"The Monday Senate vote was close.", "Monday=2021-12-27"},
		{"On Sunday Morning they met.", "Sunday Morning=2021-12-26TMO"},
		{"“Today we won,” Berg said.", "Today=2021-12-28"},
		{"“We won today,” Berg said.", "today=2021-12-28"},

		{"He fears what that may do.", ""},
		{"An august judge sat.", ""},
		{"it closed in august", "august=2021-08"},
		{"It closed in May.", "May=2021-05"},
		{"A summer dress was found.", ""},
		{"It closed in the summer.", "the summer=2021-SU"},
		{"In today's economy few save.", ""},
		{"Today's vote is close.", "Today=2021-12-28"},

		{"The boat came two days later than expected.", ""},
		{"She won in 2:14:09.", ""},
		{"She woke at 2:14:09.", "2:14:09=2021-12-28T02:14:09"},
		{"See https://example.org/news/2019/04/12 and mail a2019@example.org.", ""},

		{"The bus leaves at 9 a.m. every day.", "9 a.m.=T09:00 every day=P1D"},
		{"The bus leaves at 9 a.m. tomorrow.", "9 a.m. tomorrow=2021-12-29T09:00"},
		{"It is 3 crowns on weekdays and 5 on Sunday.", "weekdays=XXXX-WXX-WD Sunday=XXXX-WXX-7"},
	})
}
