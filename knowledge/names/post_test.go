package names

import (
	"slices"
	"testing"

	"talksbot/knowledge/article"
)

// TestPosts holds of what those hold office who are named with a role alone.
func TestPosts(t *testing.T) {
	for _, tt := range []struct {
		text  string
		holds bool
	}{
		{"The hall will close, Malta's interior minister said. “It is too old,” Interior Minister Karl Ode said.", true},
		{"The hall will close, Interior Minister Karl Ode said. Malta's interior minister did not reply.", false},
		{"Malta's interior minister met the interior minister of Spain. “It went well,” Interior Minister Karl Ode said.", false},
		{"Malta's interior minister, Ona Berg, spoke first. “It went well,” Interior Minister Karl Ode said.", false},
		{"Malta's finance minister spoke first. “It went well,” Interior Minister Karl Ode said.", false},
	} {
		n := Learn([]*article.Article{article.New(article.Article{ID: "a", Text: tt.text})})
		holds := slices.Contains(n.HoldersOf(Office{"interior minister", "Malta"}), "Karl Ode")
		if holds != tt.holds {
			t.Errorf("%s: Karl Ode holds the office of Malta: %t, want %t", tt.text, holds, tt.holds)
		}
	}
}
