package message

import "testing"

func TestRemarkOf(t *testing.T) {
	for want, messages := range map[Remark][]string{
		GoesOn: {"more", "go on", "Go on!", "tell me more", "Tell me more please", "continue", "what else?", "anything else?", "and then?", "what happened next?",
			"more details", "Can you tell me more about that?", "is there more?", "give me more", "ok, go on", "What more?"},
		Doubts: {"really?", "Are you sure?", "is it true?", "Is that so?", "is this confirmed", "seriously?", "did he?", "has she?", "is it really?", "Is that correct?",
			"right?", "for real?", "do they?"},
		AsksSource: {"source?", "Sources please", "what's the source?", "your source?", "Where does it say that?", "link?", "do you have a link", "which article?",
			"Which article says that?", "where did you get that?", "How do you know?", "proof?", "Where is that from?", "Can you give me the source for that?"},
		AsksWhose: {"who said that?", "says who?", "whose words are these?", "Whose words?", "according to whom?", "who says so?", "and who said this?", "whose claim is that?",
			"Who claims that?"},
		NoRemark: {"", "?", "Why?", "And NATO?", "Who said that the bridge is safe?", "What is the source of the fire?", "Is it true that whales sing?", "Who is right?",
			"more about taxes", "What else did he say?", "which article of the treaty was broken?", "Is the pier safe?", "who said no to the offer?", "will they meet in Oslo?",
			"How many more ships came?", "what happened next to the ferry?", "Did he resign?", "whose house burned?", "how do you know the mayor?", "thanks", "When?",
			"are you a bot?", "can you help me?", "Who else came?", "Was the report confirmed?", "Where does it hurt?", "really big ships",
			"What evidence do they have?", "What proof do they have?", "Did they find the source?", "What links them?", "Did they get more?", "Do they have more?",
			"Will it continue?", "Did it expand?", "what's next?", "And what happens next?", "Who is mentioned?", "Who was quoted?"},
	} {
		for _, m := range messages {
			if got := RemarkOf(m); got != want {
				t.Errorf("RemarkOf(%q) = %d, want %d", m, got, want)
			}
		}
	}
}
