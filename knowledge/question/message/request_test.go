package message

import (
	"strings"
	"testing"

	"talksbot/knowledge/english"
)

func TestRequestOf(t *testing.T) {
	for _, table := range messages(t, "requests.txtar") {
		for line := range strings.Lines(string(table.Data)) {
			text, about, _ := strings.Cut(strings.TrimSpace(line), " | ")
			if table.Name == "question" {
				if got := RequestOf(text); got.Want != Fact {
					t.Errorf("%q: wants %s about %q, is a question", text, got.Want, got.About)
				}
				continue
			}
			if got := RequestOf(text); got.Want.String() != table.Name || got.About != about {
				t.Errorf("%q: wants %s about %q, should be %s about %q", text, got.Want, got.About, table.Name, about)
			}
			if act, asks := ActOf(text); act != Asks || asks != text {
				t.Errorf("%q: act %d, asks %q", text, act, asks)
			}
		}
	}
}

func TestLooksAhead(t *testing.T) {
	for text, want := range map[string]bool{
		"The works will begin in June.": true, "The bank is expected to decide soon.": true, "The hearing is not scheduled to end.": true, "The vote is due on Friday.": true,
		"They protest against the planned works.": false, "The pillars are weaker than expected.": false, "The closure is due to the storm.": false,
	} {
		if got := LooksAhead(english.Read(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
