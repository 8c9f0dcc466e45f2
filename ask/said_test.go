package ask

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// pilots has speakers named in another sentence, by a role, by a pronoun, and nobody known.
const pilots = `Ingrid Eide, the head of the pilots' union, spoke in the town hall of Norrby. ` +
	`“We have waited four years for the money,” she said. “We will not bring a ship into the harbour for a fifth.” ` +
	`Labour Minister Kari Lund said the state would send a mediator. The minister urged the pilots to sign a paper. ` +
	`The bishop of Norrby spoke to nobody.

“The quays are empty,” said one of the cooks. “The kitchens are cold.”`

func pilotsLibrary(t *testing.T) *knowledge.Library {
	t.Helper()
	lib, err := knowledge.New([]*article.Article{
		article.New(article.Article{ID: "pilots", Text: pilots, Published: timex.Moment{Day: calendar.Day{Year: 2023, Month: 3, Day: 8}}}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestAttributed holds that an extract of somebody's words says whose they are.
func TestAttributed(t *testing.T) {
	lib := pilotsLibrary(t)
	tests := []struct {
		sentence int
		want     string
		cites    []int
	}{
		{0, "Ingrid Eide, the head of the pilots' union, spoke in the town hall of Norrby.", []int{0}},
		{1, "“We have waited four years for the money,” she [Ingrid Eide] said.", []int{1}},
		{2, "“We will not bring a ship into the harbour for a fifth.” [said by Ingrid Eide]", []int{2, 1}},
		{3, "Labour Minister Kari Lund said the state would send a mediator.", []int{3}},
		{4, "The minister [Kari Lund] urged the pilots to sign a paper.", []int{4}},
		{5, "The bishop of Norrby spoke to nobody.", []int{5}},
		{7, "“The kitchens are cold.” [said by one of the cooks]", []int{7, 6}},
	}
	for _, tt := range tests {
		p := article.Passage{Article: lib.Articles()[0], Index: tt.sentence}
		c := attributed(lib, Claim{Text: p.Text(), Cites: []article.Passage{p}}, p)
		if got := c.Render(nil, nil); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
		var cites []int
		for _, p := range c.Cites {
			cites = append(cites, p.Index)
		}
		if diff := cmp.Diff(tt.cites, cites); diff != "" {
			t.Errorf("%s: cites (-want +got):\n%s", tt.want, diff)
		}
	}
}

// TestSaidBy holds that what one speaker said is not answered with another's words.
func TestSaidBy(t *testing.T) {
	shipped, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	talks, err := knowledge.New(shipped)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		lib      *knowledge.Library
		question string
		sentence string // "": the articles do not say
	}{
		{talks, "What did Lavrov say about concessions?", "concessions"},
		{talks, "Who accuses Moscow of preparing an invasion?", "Western countries accuse Moscow"},
		{talks, "Did Grushko comment?", "Alexander Grushko has also said"},
		{talks, "Did Stoltenberg comment?", ""},
		{talks, "What did NATO say?", ""},
		{talks, "What does Moscow say about its military?", "entitled to move its military freely"},
		{pilotsLibrary(t), "What did Ingrid Eide say about the harbour?", "We will not bring a ship into the harbour"},
		{pilotsLibrary(t), "What did the head of the pilots' union say about money?", "We have waited four years"},
		{pilotsLibrary(t), "What did the cooks say about the kitchens?", "The kitchens are cold"},
		{pilotsLibrary(t), "What did Kari Lund say about pizza?", ""},
		{pilotsLibrary(t), "What did the bishop of Norrby say?", "spoke to nobody"},
	}
	for _, tt := range tests {
		a := (&Asker{Articles: knowledge.NewCurrent(tt.lib)}).Answer(t.Context(), Question{Text: tt.question})
		switch {
		case tt.sentence == "" && a.Outcome != Silent:
			t.Errorf("%s: answered with %q", tt.question, a.Claims[0].Text)
		case tt.sentence != "" && a.Outcome != Answered:
			t.Errorf("%s: not answered", tt.question)
		case tt.sentence != "" && !holds(a.Claims, tt.sentence):
			t.Errorf("%s: answered with %q", tt.question, a.Claims[0].Text)
		}
	}
}

// council has a speaker with more to say than is shown, over two days, and one with a single word.
var council = []article.Article{
	{ID: "monday", Published: timex.Moment{Day: calendar.Day{Year: 2023, Month: 5, Day: 8}}, Text: `Mayor Anna Lind opened the library of Osby on Monday. ` +
		`Lind said the roof had been the hardest part of the work. “Fine,” said Per Holm, who laid the roof. ` +
		`“It is late,” Lind said. “Children have waited six winters for a warm place to read their books.”`},
	{ID: "friday", Published: timex.Moment{Day: calendar.Day{Year: 2023, Month: 5, Day: 12}}, Text: `The library of Osby closed again on Friday. ` +
		`Lind told the council that rain had come through the new roof. ` +
		`“We will send the bill for the whole repair to the builder,” Lind said. “I am angry.”`},
}

// TestStatements holds that what somebody said, asked without a subject, is what says most, the
// newest first, and never another's words.
func TestStatements(t *testing.T) {
	var articles []*article.Article
	for _, a := range council {
		articles = append(articles, article.New(a))
	}
	lib, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		question string
		want     []string // what each of the claims holds
	}{
		{"What did Anna Lind say?", []string{"rain had come", "the bill for the whole repair", "six winters"}},
		{"What did Lind say on Monday, 8 May 2023?", []string{"roof had been", "six winters"}},
		{"What did Holm say?", []string{"Fine"}},
		{"What did Lind say about children?", []string{"six winters"}},
		{"What did Ode say?", nil},
	}
	for _, tt := range tests {
		a := (&Asker{Articles: knowledge.NewCurrent(lib)}).Answer(t.Context(), Question{Text: tt.question})
		ok := len(a.Claims) == len(tt.want)
		for i := 0; ok && i < len(tt.want); i++ {
			ok = strings.Contains(a.Claims[i].Text, tt.want[i])
		}
		if !ok {
			t.Errorf("%s: want %q", tt.question, tt.want)
			for _, c := range a.Claims {
				t.Logf("  got %s", c.Text)
			}
		}
	}
}

// TestUnquoted holds that who is not quoted is said, and who is.
func TestUnquoted(t *testing.T) {
	lib := pilotsLibrary(t)
	a := (&Asker{Articles: knowledge.NewCurrent(lib)}).Answer(t.Context(), Question{Text: "Any quotes from Nansen?"})
	if a.Outcome != Silent || a.Unquoted.Speaker != "Nansen" || a.Speaks || len(a.Speakers) == 0 {
		t.Errorf("quotes of somebody who is not quoted: %+v", a)
	}
}

func holds(claims []Claim, words string) bool {
	return slices.ContainsFunc(claims, func(c Claim) bool { return strings.Contains(c.Text, words) })
}
