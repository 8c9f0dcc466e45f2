package bot

import "testing"

func TestClaimed(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The mill closed in May.", "The mill closed in May."},
		{"> The mill closed in May.\nThat is not so: it opened.", "That is not so: it opened."},
		{"I agree\n>>> The mill closed.\nIt will not open.", "I agree"},
		{"# The mill\nIt closed in May.", "It closed in May."},
		{"The **mill** closed. [1]\n\n-# [1] [The Mill](<https://news.example/mill>) · Valley Post", "The mill closed.\n"},
		{"[1] The Mill Closes, Valley Post, 3 May 2022", ""},
		{"[1] The mill closed in May.", "The mill closed in May."},
		{"https://news.example/mill-closed-in-may", ""},
		{"<https://news.example/a> https://news.example/b", ""},
		{"[The mill closed in May](https://news.example/mill)", ""},
		{"The mill [closed](https://news.example/mill) in May.", "The mill closed in May."},
		{"It closed <t:1651570000:D> <:sad:123456>, <@42>", "It closed ,"},
		{"**What comes closest:**\n> The mill closed. [1]", ""},
		{"✅ **Supported** · The mill closed.\nThe article says so:\n> The mill closed in May. [1]", ""},
		{"```\nThe mill closed.\n```\nIt did not.", "\nIt did not."},
		{"5 > 3 in that league", "5 > 3 in that league"},
		{"#mill is closed", "#mill is closed"},
		{"", ""},
	}
	for _, test := range tests {
		if got := claimed(test.text); got != test.want {
			t.Errorf("%q:\n\tgot  %q\n\twant %q", test.text, got, test.want)
		}
	}
}
