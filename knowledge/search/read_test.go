package search

import (
	"strings"
	"testing"

	"talksbot/knowledge/article"
)

// TestReadSpans holds which of the words that the encoder marks are shown as the answer.
func TestReadSpans(t *testing.T) {
	tests := []struct{ question, sentence, read, want string }{
		{"What happened to the sites?", "They were taken down on Monday.", "taken down", "taken down"},
		{"What happened to the sites?", "They were taken down on Monday.", "were taken dow", "taken down"},
		{"Which body meets?", "The Strait Council of Lunde meets on Monday.", "Strait", "Strait Council of Lunde"},
		{"What do the fishermen want?", "The fishermen want a pier.", "The fishermen", ""},
		{"Who could tell it?", "It could be told by 12 other workers.", "12 other workers", ""},
		{"How many came to see it?", "Many came to see it.", "Many came", ""},
		{"Did the mayor resign?", "The mayor gave up her office.", "gave up", ""},
		{"What are the crew?", "We're angry, a sailor said.", "We're", ""},
		{"What are the crew?", "We're angry, a sailor said.", "We're angry", "angry"},
		{"What does the firm sell?", "Its main product is tea.", "Its main product", ""},
		{"What controls wages?", "These wages are set by these organizations.", "these organizations", ""},
		{"What is the duty of the court?", "The duty of the court is to \"ensure that the law is kept\", it said.", "to \"ensure", ""},
		{"What is the review?", "Harbour News Review (HNR) is a trade magazine.", "HNR) is a trade magazine", "trade magazine"},
		{"Which court may hear it?", "It may reach the high court in May.", "high", "high court"},
		{"What is a strike?", "A strike is political pressure by workers.", "political", "political pressure"},
		{"Which state leads?", "It is led by West Virginia and others.", "West", "West Virginia"},
		{"What was refused?", "They refused non-members on Monday.", "members", "non-members"},
		{"What did the ferry hit?", "It hit, in the dark and with all its lights on, a pier that nobody had marked.", "in the dark and with all its lights on, a pier that nobody had marked", ""},
	}
	for _, tt := range tests {
		l := newLibrary(article.New(article.Article{ID: "a", Text: tt.sentence}))
		p := article.Passage{Article: l.articles[0]}
		p.Answer.Start = strings.Index(tt.sentence, tt.read)
		p.Answer.End = p.Answer.Start + len(tt.read)
		got := ""
		for _, s := range Spans(l.names, l.analyze(tt.question), p) {
			got += s.Of(tt.sentence)
		}
		if got != tt.want {
			t.Errorf("%s %s: %q read, %q shown, want %q", tt.question, tt.sentence, tt.read, got, tt.want)
		}
	}
}
