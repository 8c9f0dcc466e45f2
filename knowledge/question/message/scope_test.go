package message

import (
	"testing"

	"talksbot/knowledge/timex"
)

func TestScopeOf(t *testing.T) {
	now, err := timex.ParseMoment("2023-06-14")
	if err != nil {
		t.Fatal(err)
	}
	outlets := []string{"The Lunde Courier", "Reuters", "Time", "Bay Broadcasting Service", "gulltimes.com"}
	tests := []struct{ asked, outlet, days, rest string }{
		{"What does the Lunde Courier report?", "The Lunde Courier", "", "Summarise the articles."},
		{"what is the lunde courier reporting", "The Lunde Courier", "", "Summarise the articles."},
		{"What did Reuters write about the herring quota?", "Reuters", "", "Summarise the articles about the herring quota."},
		{"What has Reuters said on the strike?", "Reuters", "", "Summarise the articles on the strike."},
		{"Did the BBS cover the match?", "Bay Broadcasting Service", "", "the match?"},
		{"When does the Lunde Courier say the gallery opens?", "The Lunde Courier", "", "When the gallery opens?"},
		{"How many seats does Reuters say the party won?", "Reuters", "", "How many seats the party won?"},
		{"According to Reuters, how many people fled?", "Reuters", "", "how many people fled?"},
		{"How many people fled, according to reuters?", "Reuters", "", "How many people fled?"},
		{"Who won the vote per the Gulltimes?", "gulltimes.com", "", "Who won the vote?"},
		{"In the Lunde Courier, who is quoted?", "The Lunde Courier", "", "who is quoted?"},
		{"Who is quoted in the Reuters article?", "Reuters", "", "Who is quoted?"},
		{"Summarise the Lunde Courier's story", "The Lunde Courier", "", "Summarise the article"},
		{"news from Reuters", "Reuters", "", "news"},
		{"What does Time say about the mine?", "Time", "", "Summarise the articles about the mine."},
		{"According to the Courier, who won?", "The Lunde Courier", "", "who won?"},
		{"Which courier brought the letter?", "", "", ""},
		{"In the May 2 article, who is blamed?", "", "2023-05-02", "who is blamed?"},
		{"What does yesterday's article say about the mine?", "", "2023-06-13", "Summarise the articles about the mine."},
		{"What is the article of 2 May about?", "", "2023-05-02", "What is the article about?"},
		{"Who is named in the report from Monday?", "", "2023-06-12", "Who is named?"},

		{"Who owns the Lunde Courier?", "", "", ""},
		{"Did the Lunde Courier dismiss its editor?", "", "", ""},
		{"Who is the editor of the Lunde Courier?", "", "", ""},
		{"Who was fired from Reuters?", "", "", ""},
		{"What did a photographer for Reuters see?", "", "", ""},
		{"When is it time to say goodbye?", "", "", ""},
		{"What happened on May 2?", "", "", ""},
		{"Which paper reported the leak?", "", "", ""},
		{"What did the mayor say about article 5?", "", "", ""},
		{"What will the treaty of 2 May say about fish?", "", "", ""},
	}
	for _, tt := range tests {
		s, rest := ScopeOf(tt.asked, outlets, now)
		days := ""
		if !s.Published.IsZero() {
			days = s.Published.From.String()
		}
		want := tt.rest
		if want == "" {
			want = tt.asked
		}
		if s.Outlet != tt.outlet || days != tt.days || rest != want {
			t.Errorf("%s\n\t%q %q %q\n\t%q %q %q wanted", tt.asked, s.Outlet, days, rest, tt.outlet, tt.days, want)
		}
	}
}
