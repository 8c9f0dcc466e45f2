package summary

import (
	"testing"

	"talksbot/knowledge/english"
)

// What needs the sentence before it, or stands in somebody's speech, is no line.
func TestStandsAlone(t *testing.T) {
	for text, want := range map[string]bool{
		"The council voted on Friday evening to keep the reservoir full.":       true,
		"The mayor called it “a day to remember” when the gate was closed.":     true,
		"It sends a strong message to the community that holds the clearances.": false,
		"In return Niederau will pay a third of the repair of the gate.":        false,
		"“We have lost a morning and found a table,” Castell said afterwards.":  false,
		"Nobody in the valley would have thought of such a thing a year ago.”":  false,
		"I think the whole valley knows by now what the standard really is.":    false,
		"Talks begin.": false,
		"Will the two towns agree on the water of the dam before spring comes?": false,
	} {
		if got := standsAlone(english.Read(text)); got != want {
			t.Errorf("%v for %q", got, text)
		}
	}
}
