package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
)

// A spanTest is a question and the words that answer it in the sentence found first, with
// " | " between them.
type spanTest struct{ question, want string }

func checkSpans(t *testing.T, l *library, tests []spanTest) {
	t.Helper()
	for _, tt := range tests {
		found := l.search(tt.question, Query{Limit: 1})
		if len(found) == 0 {
			t.Errorf("%s finds nothing", tt.question)
			continue
		}
		var got []string
		for _, s := range Spans(l.names, l.analyze(tt.question), found[0]) {
			got = append(got, found[0].Text()[s.Start:s.End])
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " | ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.question, diff)
		}
	}
}

func TestAnswerSpans(t *testing.T) {
	l := fixtureLibrary(t, "")
	tests := []spanTest{
		{"When will the US and Russia hold talks?", "January 10"},
		{"When does the NATO-Russia Council meet?", "January 12"},
		{"Who is Jens Stoltenberg?", "NATO Secretary General"},
		{"Who is the NATO chief?", "Jens Stoltenberg"},
		{"Who decided to convene the NATO-Russia Council?", "Jens Stoltenberg"},
		{"Where did Lavrov address a meeting?", "Moscow"},
		{"Why is Moscow taking precautionary measures?", "because of increased NATO activity near its territory"},
		{"Why did Russia ask for security guarantees?", "an attempt to prevent the escalation of a dangerous security situation near its border"},
		{"What did Lavrov pledge?", ""},
	}
	checkSpans(t, l, tests)
}

func TestNumberSpans(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "a", Text: "On 3 May 2021 some 1,200 ships and 30 tugs carried $5 million worth of corn for two weeks."}))
	tests := []spanTest{
		{"How many ships carried corn?", "1,200 ships"},
		{"How many tugs carried corn?", "30 tugs"},
		{"How much corn was carried?", "$5 million"},
	}
	checkSpans(t, l, tests)
}

func TestAgeSpans(t *testing.T) {
	for text, question := range map[string]string{
		"The jury argued for ten hours before it acquitted Ilse Maier, 51, of theft.": "How old is Ilse Maier?",
		"A 51-year-old miner, Ivar Sand, waited for nine hours.":                      "How old is Ivar Sand?",
		"The bakery of Tone Lie, 51, has sold 9,000 rolls.":                           "How old is Tone Lie?",
	} {
		l := newLibrary(article.New(article.Article{ID: "a", Text: text}))
		found := l.search(question, Query{Limit: 1})
		spans := Spans(l.names, l.analyze(question), found[0])
		if len(spans) != 1 || !strings.HasPrefix(spans[0].Of(text), "51") || found[0].Score < Answers {
			t.Errorf("%s %s: %v, %.2f", question, text, spans, found[0].Score)
		}
	}
}

// TestDateSpans holds that of several dates the one that goes with the question is shown.
func TestDateSpans(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "a", Text: "Mayor Brandt said on 3 May 2021 that the ferry would sail on 9 June 2021, a week after the harbour opened on 2 June 2021. " +
		"The festival runs from 1 July 2021 to 4 July 2021."}))
	tests := []spanTest{
		{"When will the ferry sail?", "9 June 2021"},
		{"When did Mayor Brandt say so?", "3 May 2021"},
		{"When did the harbour open?", "2 June 2021"},
		{"When is the festival?", "1 July 2021 | 4 July 2021"},
	}
	checkSpans(t, l, tests)
}

// TestDoerSpans holds that of several names the one is shown that does what is asked about,
// or has it done.
func TestDoerSpans(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "a", Text: "France asked the United States and its NATO allies for help. " +
		"Anna Berg accused Carl Dorn of theft. The firm Onix was founded by Stefan Huber and Ilse Maier near Graz. " +
		"Western countries blame Norway for the spill. The firm Veltra, set up in Graz in 2008 by Karl Amsel, closed."}))
	tests := []spanTest{
		{"Who asked the United States for help?", "France"},
		{"Who accused Carl Dorn?", "Anna Berg"},
		{"Who did Anna Berg accuse?", "Carl Dorn"},
		{"Who blames Norway for the spill?", "Western countries"},
		{"Who set up Veltra?", "Karl Amsel"},
		{"Who founded Onix?", "Stefan Huber | Ilse Maier"},
	}
	checkSpans(t, l, tests)
}

// TestWholeSpans holds that what is shown is whole: no half of a name, of a range or of what a
// number counts, and nothing where many things might be meant.
func TestWholeSpans(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "a", Text: "The Harbour Post reports that Clara Dorn went to her daughter Chelsea Dorn's flat in Arlen. " +
		"Prosecutors charged two builders, Ariel Quist and Wilma Stenger, with fraud. " +
		"The dredger moved 415,000 to 587,000 tonnes of sand and cost $37.6 billion overall. " +
		"Some 150 Nobel laureates signed the letter, as did 18 ships on Route 99. " +
		"A writ reached Carlos de la Vega on 3 May 2021. They wrote to Senate leaders. Mao Lind once argued that the tide had turned. " +
		"In the cup Rovers won 12 points, Athletic 15 goals, Union 7 games and United 31 cards. " +
		"Nearly 1,500 coal- and gas-fired plants emit soot. The fund has 2.5 million members in the north."}))
	checkSpans(t, l, []spanTest{
		{"Who was charged with fraud?", "Ariel Quist | Wilma Stenger"},
		{"How many tonnes of sand did the dredger move?", "415,000 to 587,000 tonnes"},
		{"How much did the dredger cost?", "$37.6 billion"},
		{"How many laureates signed the letter?", "150 Nobel laureates"},
		{"Who argued that the tide had turned?", "Mao Lind"},
		{"How many coal-fired plants emit soot?", "1,500"},
		{"How many members has the fund?", "2.5 million members"},
	})
}

// TestOfficeOfTheAsked holds that the office that is asked for is part of the answer where it stands before
// its holder, and that another is none.
func TestOfficeOfTheAsked(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "a", Text: "Harbour Master Ida Kern closed the pier on Monday. Judge Otto Pahl fined the owner 900 crowns."}))
	checkSpans(t, l, []spanTest{
		{"Who is the judge?", "Judge Otto Pahl"},
		{"Who fined the owner?", "Otto Pahl"},
	})
}

// TestHolderSpans holds that whoever holds the office asked for is the answer, without what the office is
// of and whoever else is there.
func TestHolderSpans(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "a", Text: "Lena Ostrom met Mayor of Fort Velin Maria Sorel on Monday. " +
		"South Dakota Gov. Ida Kern signed the bill with Otto Pahl. The owner spoke to Minister of Health of Norland Peter Quist."}))
	checkSpans(t, l, []spanTest{
		{"Who is the mayor of Fort Velin?", "Maria Sorel"},
		{"Who is the governor of South Dakota?", "Ida Kern"},
		{"Who is the health minister of Norland?", "Peter Quist"},
	})
}
