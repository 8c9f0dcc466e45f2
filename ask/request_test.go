package ask

import (
	"slices"
	"strings"
	"testing"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// dam is a small story in three articles by two outlets.
func dam(t testing.TB) *Asker {
	t.Helper()
	return parsed(t, ".md",
		"---\ntitle: Council backs the dam\noutlet: Valley Post\npublished: 2023-05-02\n---\nThe council of Niederau voted on Tuesday to repair the old dam above the town for 12 million francs. The work will begin on June 19 and is to protect the valley from another flood. Mayor Lena Castell said the vote was “a day to remember”.\n",
		"---\ntitle: Farmers sue over the dam\noutlet: Alpine Herald\npublished: 2023-05-20\n---\nFarmers in Oberau have gone to court to stop the repair of the dam, their lawyer said on Saturday. The farmers fear that their fields will lie dry because the reservoir is to be emptied for the work. Judge Ruth Amsler will hear the case on June 7.\n",
		"---\ntitle: Ferry gets a new captain\noutlet: Valley Post\npublished: 2023-05-11\n---\nThe ferry on the lake has a new captain, the company announced on Thursday. Jon Berg, a sailor from Oberau, takes over in July.\n",
	)
}

// parsed returns who answers from texts, read as files whose names end so.
func parsed(t testing.TB, ext string, texts ...string) *Asker {
	t.Helper()
	var articles []*article.Article
	for i, text := range texts {
		a, err := article.Parse(string(rune('a'+i))+ext, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return &Asker{Articles: knowledge.NewCurrent(l)}
}

func TestRequests(t *testing.T) {
	a := dam(t)
	asked := time.Date(2023, 5, 25, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		question string
		want     message.Want
		has      []string // in the claims, in this order
		not      string
	}{
		{"What is this about?", message.Overview, []string{"voted on Tuesday", "ferry", "Farmers"}, ""},
		{"Summarise the lawsuit of the farmers", message.Overview, []string{"The farmers fear"}, "ferry"},
		{"Sum it up in 20 words", message.Overview, []string{"Farmers in Oberau"}, "ferry"},
		{"Give me a summary in one sentence", message.Overview, []string{"dam"}, "ferry"},
		{"Give me quotes by Castell", message.Quotations, []string{"a day to remember"}, ""},
		{"Are there any quotes about the ferry?", message.Quotations, []string{"ferry"}, "remember"},
		{"What is new?", message.Newest, []string{"Farmers", "ferry", "voted"}, ""},
		{"What is the latest on the ferry?", message.Newest, []string{"ferry"}, "dam"},
		{"What is new since May 15?", message.Newest, []string{"Farmers"}, "ferry"},
		{"What is new with the captain?", message.Newest, []string{"The ferry on the lake"}, "dam"},
		{"What's next?", message.Ahead, []string{"June 7", "June 19", "July"}, "voted"},
		{"When is the next hearing?", message.Ahead, []string{"June 7"}, "June 19"},
		{"Which dates are mentioned?", message.Days, []string{"June 7"}, ""},
		{"Who said what?", message.Quotations, []string{"a day to remember"}, "Berg"},
		{"Who is mentioned?", message.Mentioned, []string{"Castell"}, ""},
		{"How many articles do you have?", message.Held, nil, ""},
		{"What is the latest model of the ferry called?", message.Fact, nil, ""},
		{"What is new on the moon?", message.Newest, nil, "ferry"},
	} {
		got := a.Answer(t.Context(), Question{Text: c.question, Asked: asked})
		var claims []string
		for _, claim := range got.Claims {
			claims = append(claims, claim.Text)
			for _, cited := range claim.Cites {
				if cited.Text() != claim.Text && len(claim.Cites) == 1 {
					t.Errorf("%q: %q is not what it cites", c.question, claim.Text)
				}
			}
		}
		said := strings.Join(claims, "\n")
		at := 0
		for _, words := range c.has {
			next := strings.Index(said[at:], words)
			if next < 0 {
				t.Errorf("%q: no %q in its place in\n%s", c.question, words, said)
				break
			}
			at += next
		}
		if got.Request.Want != c.want || c.not != "" && strings.Contains(said, c.not) {
			t.Errorf("%q: wants %v, says\n%s", c.question, got.Request.Want, said)
		}
	}
}

// People are named with what the sentence that is cited says they are.
func TestMentioned(t *testing.T) {
	var got []string
	for _, m := range dam(t).Answer(t.Context(), Question{Text: "Who is mentioned?"}).People {
		if m.Person {
			got = append(got, m.Name+": "+m.Role)
		}
		if !strings.Contains(m.Passage.Text(), m.Role) {
			t.Errorf("%s is no %q in %q", m.Name, m.Role, m.Passage.Text())
		}
	}
	if want := []string{"Ruth Amsler: Judge", "Jon Berg: sailor from Oberau", "Lena Castell: Mayor"}; !slices.Equal(got, want) {
		t.Errorf("people %q, want %q", got, want)
	}
}

// Who somebody is, is told by the sentence that says what they are, and then by one on what they
// did; what is said of now is told beside what was said before.
func TestWhoAndNow(t *testing.T) {
	a := parsed(t, ".txt",
		"Mill to reopen\nJune 3, 2023\nThe old mill at Hoy is open again, Nora Finch said on Saturday. Finch has worked at the mill for years.\n",
		"Mill burns\nJune 20, 2023\nThe old mill at Hoy burned down on Tuesday after lightning struck its roof. Nora Finch, the owner of a brewery and president of the mill society, lost her papers. Finch told reporters that she would rebuild it.\n",
	)
	for asked, want := range map[string][]string{
		"Who is Nora Finch?":                {"president of the mill society", "told reporters"},
		"What did Finch say most recently?": {"rebuild"},
		"Is the old mill open?":             {"burned down", "open again"},
		"Was the old mill open?":            {"open again"},
	} {
		got := a.Answer(t.Context(), Question{Text: asked})
		for i, words := range want {
			if i >= len(got.Claims) || !strings.Contains(got.Claims[i].Text, words) {
				t.Errorf("%q: %+v, want %q", asked, got.Claims, want)
				break
			}
		}
		if got.Dated != (len(want) == 2 && asked[0] == 'I') {
			t.Errorf("%q: dated %v", asked, got.Dated)
		}
	}
}
