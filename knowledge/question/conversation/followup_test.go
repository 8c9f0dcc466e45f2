package conversation

import (
	"os"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
)

// talks returns the names in two sentences about the talks.
func talks() *names.Names {
	return names.Learn([]*article.Article{article.New(article.Article{ID: "talks", Text: "Russian Foreign Minister Sergei Lavrov spoke of NATO and the US in Moscow. " +
		"Deputy Foreign Minister Alexander Grushko agreed with Lavrov."})})
}

func TestComplete(t *testing.T) {
	n := talks()
	tests := []struct {
		name    string
		earlier []string
		asked   string
		want    string
	}{
		{"stands alone", nil, "When are the talks?", "When are the talks?"},
		{"stands alone after another", []string{"When are the talks with the US?"}, "What did Lavrov pledge?", "What did Lavrov pledge?"},
		{"another party", []string{"When are the talks with the US?"}, "And NATO?", "When are the talks with NATO?"},
		{"what about", []string{"What did Lavrov say?"}, "What about Grushko?", "What did Grushko say?"},
		{"with its preposition", []string{"When are the talks with the US?"}, "and with NATO", "When are the talks with NATO?"},
		{"twice over", []string{"When are the talks with the US?", "And NATO?"}, "Why?", "Why are the talks with NATO?"},
		{"a bare question word", []string{"When are the talks with the US?"}, "Where?", "Where are the talks with the US?"},
		{"a pronoun", []string{"Who is Sergei Lavrov?"}, "What did he pledge?", "What did Sergei Lavrov pledge?"},
		{"a possessive", []string{"Who is Sergei Lavrov?"}, "What was his pledge?", "What was Sergei Lavrov's pledge?"},
		{"a plural", []string{"When will the US and Russia hold talks?"}, "And what are they about?", "What are the talks about?"},
		{"small talk between", []string{"When are the talks with the US?", "thanks!"}, "And NATO?", "When are the talks with NATO?"},
		{"a name of no known kind", []string{"How old is Sergei Lavrov?"}, "And Orlova?", "How old is Orlova?"},
		{"else", []string{"What else did Lavrov say?"}, "Why?", "Why did Lavrov say that?"},
		{"two openings", []string{"When are the talks with the US?"}, "And what about NATO?", "When are the talks with NATO?"},
		{"her", []string{"Who is Maria Lund?"}, "What was her pledge?", "What was Maria Lund's pledge?"},
		{"a date", []string{"What happens on January 10?"}, "And on January 12?", "What happens on January 12?"},
		{"no turn to lean on", nil, "And NATO?", "And NATO?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var turns []Turn
			for _, e := range tt.earlier {
				turns = append(turns, Turn{Question: e})
			}
			if got := Complete(n, tt.asked, turns).Text; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestLeaning has follow-ups that cannot be put into words of their own: they stay as they
// were asked, and what they lean on goes into the search, once.
func TestLeaning(t *testing.T) {
	n := talks()
	tests := []struct {
		name    string
		earlier []string
		asked   string
		about   string
	}{
		{"that", []string{"When will the US and NATO hold talks?"}, "Who decided that?", "US NATO hold talks"},
		{"how many", []string{"Did Russia send troops?"}, "how many?", "Russia send troops"},
		{"several in a row", []string{"What is NATO preparing for?", "Is it true?", "Who said that?"}, "Who knows this?", "NATO preparing"},
		{"no need", []string{"What is NATO preparing for?"}, "What did Lavrov pledge?", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var turns []Turn
			for _, e := range tt.earlier {
				turns = append(turns, Turn{Question: e})
			}
			w := Complete(n, tt.asked, turns)
			if w.Text != tt.asked || w.About != tt.about {
				t.Errorf("got %q about %q, want %q about %q", w.Text, w.About, tt.asked, tt.about)
			}
		})
	}
}

// TestDialogues plays the dialogues in testdata.
func TestDialogues(t *testing.T) {
	file, err := os.ReadFile("testdata/dialogues.txt")
	if err != nil {
		t.Fatal(err)
	}
	var (
		n       *names.Names
		turns   []Turn
		asked   string
		checked = true
	)
	check := func(mark, want string) {
		if checked {
			return
		}
		checked = true
		w, got := Complete(n, asked, turns), ""
		switch mark {
		case "=":
			got = w.Text
		case "~":
			got = w.About
		case "!":
			got = [...]string{"", "more", "doubt", "source", "whose"}[w.Remark]
		}
		if got != want || mark == "=" && w.About != "" {
			t.Errorf("%q after %q: %+v, want %s %q", asked, turns, w, mark, want)
		}
		turns = append(turns, Turn{Question: w.Text})
	}
	for line := range strings.Lines(string(file)) {
		mark, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch mark {
		case "about":
			n = names.Learn([]*article.Article{article.New(article.Article{ID: "a", Text: rest})})
		case "=", "~", "!":
			check(mark, rest)
		case "":
			check("=", asked)
			turns = nil
		case ">":
			check("=", asked)
			asked, checked = rest, false
		case "<":
			check("=", asked)
			turns[len(turns)-1].Answer = rest
		}
	}
	check("=", asked)
}
