package question

import (
	"testing"

	"talksbot/knowledge/timex"
)

func TestIndirect(t *testing.T) {
	n := shippedNames(t)
	for _, tt := range [][3]string{
		{"Who took notes at the talks?", "who took notes at the talks", ""},
		{"Why did Lavrov sell the house?", "why Lavrov sold the house", "Lavrov sold the house"},
		{"When did Russia join NATO?", "when Russia joined NATO", "Russia joined NATO"},
		{"When will the talks begin?", "when the talks will begin", "the talks will begin"},
		{"Is NATO preparing for war?", "whether NATO is preparing for war", "NATO is preparing for war"},
		{"Did the mayor resign in May?", "whether the mayor resigned in May", "the mayor resigned in May"},
		{"Why was the pier closed?", "why the pier was closed", "the pier was closed"},
		{"Where does Lavrov live?", "where Lavrov lives", "Lavrov lives"},
		{"Who is the president of France?", "who the president of France is", ""},
		{"What is the budget?", "what the budget is", ""},
		{"Who will come?", "who will come", ""},
		{"Why did he resign?", "why he resigned", "he resigned"},
		{"How many soldiers did Russia send?", "how many soldiers Russia sent", "Russia sent"},
		{"With whom did Lavrov meet?", "with whom Lavrov met", "Lavrov met"},
		{"Was Lavrov arrested?", "whether Lavrov was arrested", "Lavrov was arrested"},
		{"Which hotel did Lavrov stay in?", "which hotel Lavrov stayed in", "Lavrov stayed in"},
		{"What is next for the pier?", "what is next for the pier", ""},
		{"What is the patient's name?", "what the patient's name is", ""},
		{"Who is the chief executive of Boeing?", "who the chief executive of Boeing is", ""},
		{"Who is the Swiss ambassador to the Union?", "who the Swiss ambassador to the Union is", ""},
		{"Who is the coach now?", "who the coach is now", "the coach is now"},
		{"Where did the two 737 Max planes crash?", "", ""},
		{"Why did they kidnap the girl?", "why they kidnapped the girl", "they kidnapped the girl"},
		{"What is ahead?", "what is ahead", ""},
		{"How is the valley now?", "how the valley is now", "the valley is now"},
		{"What happened at the quarry in May?", "what happened at the quarry in May", ""},
		{"What causes the tide?", "what causes the tide", ""},
		{"Who wrote that the dam is safe?", "who wrote that the dam is safe", ""},
		{"How many injured rowers did the club replace?", "how many injured rowers the club replaced", "the club replaced"},
		{"Where and when did the race begin?", "where and when the race began", "the race began"},
		{"When the ferry sank, what was lost?", "", ""},
		{"talks in Geneva", "", ""},
		{"Why?", "", ""},
		{"Why didn't Lavrov come?", "", ""},
		{"Who was hurt in the fire?", "who was hurt in the fire", ""},
		{"What did the witnesses see?", "what the witnesses saw", "the witnesses saw"},
		{"How many reporters waited in the snow?", "how many reporters waited in the snow", ""},
		{"How many troops will hold talks?", "how many troops will hold talks", ""},
		{"Which ship was hit?", "which ship was hit", ""},
		{"What is the weather like?", "what the weather is like", "the weather is like"},
		{"When is the wedding?", "when the wedding is", ""},
		{"How is the weather?", "how the weather is", ""},
		{"Where were the talks held?", "where the talks were held", "the talks were held"},
	} {
		if got := Analyze(tt[0], n, timex.Moment{}).Indirect(); got.Asks != tt[1] || got.States != tt[2] {
			t.Errorf("%s: %q, %q, want %q, %q", tt[0], got.Asks, got.States, tt[1], tt[2])
		}
	}
}
