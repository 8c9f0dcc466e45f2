package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// pier is an article with something to go on with, and with somebody's words.
const pier = "The board closed the pier of Port Ellis on Sunday after a crack was found. Chairwoman Ina Voss said repairs would take until May. " +
	"“They saved on concrete,” Brandt told reporters. Ferries to Hoy sail from the north quay."

// TestRemarks plays conversations and holds what is said to an answer against what is meant by it.
func TestRemarks(t *testing.T) {
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "pier", Title: "Pier closed", Text: pier})})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		asked  []string
		want   Outcome
		remark message.Remark
		first  string // begins the first claim
		voices string
	}{
		{[]string{"Why was the pier closed?", "really?"}, Answered, message.Doubts, "The board closed", ""},
		{[]string{"Why was the pier closed?", "source?"}, Answered, message.AsksSource, "The board closed", ""},
		{[]string{"Why was the pier closed?", "who said that?"}, Answered, message.AsksWhose, "The board closed", ""},
		{[]string{"What did Brandt tell reporters?", "who said that?"}, Answered, message.AsksWhose, "“They saved", "Brandt"},
		{[]string{"Why was the pier closed?", "tell me more"}, Answered, message.GoesOn, "Chairwoman Ina Voss", ""},
		{[]string{"Why was the pier closed?", "go on", "more"}, Answered, message.GoesOn, "Ferries", ""},
		{[]string{"Why was the pier closed?", "go on", "more", "more"}, Silent, message.GoesOn, "", ""},
		{[]string{"Who built the cathedral?", "are you sure?"}, Silent, message.NoRemark, "", ""},
		{[]string{"Why was the pier closed?", "What happened then?"}, Answered, message.GoesOn, "Chairwoman Ina Voss", ""},
		{[]string{"Why was the pier closed?", "When was it published?"}, Answered, message.AsksSource, "The board closed", ""},
		{[]string{"Why was the pier closed?", "Who is mentioned?"}, Answered, message.NoRemark, "Chairwoman Ina Voss", ""},
		{[]string{"source?"}, Purpose, message.NoRemark, "", ""},
		{[]string{"who said that?"}, Purpose, message.NoRemark, "", ""},
		{[]string{"hi", "really?"}, Purpose, message.NoRemark, "", ""},
		{[]string{"Why was the pier closed?", "thanks", "source?"}, Answered, message.AsksSource, "The board closed", ""},
	} {
		a := &Asker{Articles: knowledge.NewCurrent(lib)}
		var earlier []Turn
		var last Answer
		for _, asked := range tt.asked {
			last = a.Answer(t.Context(), Question{Text: asked, Earlier: earlier})
			var said []string
			for _, c := range last.Claims {
				said = append(said, c.Text)
			}
			if last.Outcome != Purpose {
				earlier = append(earlier, Turn{Question: last.Question, Answer: strings.Join(said, " ")})
			}
		}
		first := ""
		if len(last.Claims) > 0 {
			first = last.Claims[0].Text
		}
		if last.Outcome != tt.want || last.Remark != tt.remark || !strings.HasPrefix(first, tt.first) || strings.Join(last.Voices, " ") != tt.voices {
			t.Errorf("%q: outcome %d, remark %d, %q by %q", tt.asked, last.Outcome, last.Remark, first, last.Voices)
		}
	}
}
