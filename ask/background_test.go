package ask

import (
	"context"
	"strings"
	"testing"
	"time"

	"talksbot/knowledge/question/message"
)

// TestBackground holds that how it came to something is told by what lies back, in the order in which it
// took place, and never by the news itself.
func TestBackground(t *testing.T) {
	asker := parsed(t, ".md", "---\ntitle: Osby closes the swimming baths in Mill Street\npublished: 2024-03-05\n---\n"+
		"The council of Osby voted on Monday to close the swimming baths in Mill Street next month. "+
		"The swimming baths were renewed at great cost in June 2011. The baths in Mill Street were built in 1931 by the tram company. "+
		"The mayor of Osby thanked the swimming club on Monday for its patience.\n")
	answer := asker.Answer(context.Background(), Question{Text: "How did it come to this?", Asked: time.Date(2024, 3, 6, 9, 0, 0, 0, time.UTC)})
	if answer.Outcome != Answered || answer.Request.Want != message.Background {
		t.Fatalf("outcome %v, wants %v", answer.Outcome, answer.Request.Want)
	}
	var told []string
	for _, c := range answer.Claims {
		told = append(told, c.Text)
	}
	got := strings.Join(told, " ")
	built, renewed := strings.Index(got, "built in 1931"), strings.Index(got, "renewed")
	if built < 0 || renewed < built {
		t.Errorf("told %q, want what was built and then renewed", got)
	}
	if strings.Contains(got, "Monday") {
		t.Errorf("told %q, which is the news", got)
	}
}
