package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge/calendar"
)

// TestScope holds that what a question says of whose articles, or which, answer it is kept to, and
// that the answer says so.
func TestScope(t *testing.T) {
	asker := parsed(t, ".md",
		"---\ntitle: Theatre shut\noutlet: Port Post\npublished: 2024-03-10\n---\nThe council shut the Orla theatre on Sunday after a beam cracked. Repairs will cost 9 million crowns, mayor Ida Holm said.\n",
		"---\ntitle: Theatre safe\noutlet: Ellis Herald\npublished: 2024-03-09\n---\nThe Orla theatre is safe, builder Tom Ray said on Saturday. He had looked at the beams for a day. The season opens on 4 May.\n",
	)
	tests := []struct{ asked, scope, says string }{
		{"What does the Port Post report?", "Port Post", "The council shut the Orla theatre"},
		{"What did the Ellis Herald write about the theatre?", "Ellis Herald", "The Orla theatre is safe"},
		{"According to the Herald, when does the season open?", "Ellis Herald", "The season opens on 4 May."},
		{"According to the Port Post, when does the season open?", "Port Post", ""},
		{"What does the Port Post say about the season?", "Port Post", ""},
		{"In the article of 10 March, what will repairs cost?", "2024-03-10", "9 million"},
		{"In the article of 9 March, what will repairs cost?", "2024-03-09", ""},
		{"What will repairs cost?", "", "9 million"},
	}
	for _, tt := range tests {
		got := asker.Answer(t.Context(), Question{Text: tt.asked})
		scope := got.Scope.Outlet
		if !got.Scope.Published.IsZero() {
			scope = got.Scope.Published.From.String()
		}
		says := ""
		for _, c := range got.Claims {
			says += c.Text + " "
		}
		if scope != tt.scope || !strings.Contains(says, tt.says) || tt.says == "" && says != "" {
			t.Errorf("%s\n\tin %q: %q, want in %q %q", tt.asked, scope, says, tt.scope, tt.says)
		}
	}
	none := asker.Answer(t.Context(), Question{Text: "What is the article of 2 March about?"})
	if none.Outcome != Silent || none.Days.From != calendar.Date(2024, 3, 2) {
		t.Errorf("of a day without articles: %+v", none)
	}
}
