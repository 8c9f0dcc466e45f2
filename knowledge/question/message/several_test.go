package message

import (
	"slices"
	"testing"
)

func TestQuestions(t *testing.T) {
	for text, want := range map[string][]string{
		"When is the match? Who referees it?":                                {"When is the match?", "Who referees it?"},
		"When is the match, and who is the referee? Also, what is the fare?": {"When is the match?", "who is the referee?", "what is the fare?"},
		"What is the fare and also when does the season open?":               {"What is the fare?", "when does the season open?"},
		"Who won, and how many people were there?":                           nil, // "Who won" is too short to be told from a clause
		"Did the pilot survive? Why did the engine fail?":                    {"Did the pilot survive?", "Why did the engine fail?"},
		"Where is the mill and how much does it cost?":                       {"Where is the mill?", "how much does it cost?"},
		"Who wrote the opera? When?":                                         {"Who wrote the opera?", "When?"},

		"When is the match?":                                     nil,
		"Who won silver and gold?":                               nil,
		"What did the miners and the mayor want?":                nil,
		"Who knows what was said and what was meant?":            nil,
		"The ferry sank. Why did it sink?":                       nil,
		"What is new? Who is the mayor?":                         nil,
		"When did the strike begin and end?":                     nil,
		"What happened before and after who was mayor resigned?": nil,
	} {
		if got := Questions(text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
