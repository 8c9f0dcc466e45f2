package search

import (
	"flag"
	"strings"
	"testing"

	"talksbot/knowledge/article"
)

// TestAnswers holds the share of right answers and right refusals on the questions of
// testdata/search and, kept back from what the encoder learned of, testdata/kept. With -v it
// names every question that goes wrong.
func TestAnswers(t *testing.T) {
	for _, folder := range []struct {
		name                             string
		right, refused                   float64 // by words
		rightByReading, refusedByReading float64
	}{
		{"search", 0.90, 0.70, 0.93, 0.76},
		{"kept", 0.60, 0.28, 0.82, 0.54},
	} {
		t.Run(folder.name+" by words", func(t *testing.T) { testAnswers(t, folder.name, nil, folder.right, folder.refused) })
		t.Run(folder.name+" by reading", func(t *testing.T) {
			if !*readAll {
				t.Skip("run with -read: it takes two minutes")
			}
			testAnswers(t, folder.name, shippedEncoder(t), folder.rightByReading, folder.refusedByReading)
		})
	}
}

var readAll = flag.Bool("read", false, "have TestAnswers read with the encoder too")

func testAnswers(t *testing.T, folder string, e Encoder, leastRight, leastRefused float64) {
	var right, refused, answerable, silent float64
	for _, f := range searchFixtures(t, folder) {
		if e != nil {
			embedded(t, e, f.library)
		}
		for _, q := range f.questions {
			found := f.library.search(q.text, Query{Limit: 1, Encoder: e})
			answered := len(found) > 0 && found[0].Score >= Answers
			switch {
			case q.answer == "":
				silent++
				if !answered {
					refused++
					continue
				}
				t.Logf("answered %.2f: %s => %s", found[0].Score, q.text, found[0].Text())
			default:
				answerable++
				if answered && strings.Contains(found[0].Text(), q.answer) {
					right++
					continue
				}
				t.Logf("missed: %s => want %s, got %v", q.text, q.answer, shown(found))
			}
		}
	}
	t.Logf("right %.3f of %.0f, rightly refused %.3f of %.0f", right/answerable, answerable, refused/silent, silent)
	if right/answerable < leastRight || refused/silent < leastRefused {
		t.Errorf("right answers %.3f (want %.2f), right refusals %.3f (want %.2f)", right/answerable, leastRight, refused/silent, leastRefused)
	}
}

// TestMustRefuse and TestMustAnswer hold what no change of weights may lose: questions on
// the article that ships, clearly on their side of the threshold.
func TestMustRefuse(t *testing.T) { byWordsAndReading(t, testMustRefuse) }

func testMustRefuse(t *testing.T, l *library, e Encoder) {
	for _, q := range []string{
		"Who is the president of Ukraine?",
		"In which city will the January 10 talks be held?",
		"How many Russian troops are near the border with Ukraine?",
		"What is the weather like in Moscow today?",
		"What did Biden say about the talks?",
		"How old is Sergei Lavrov?",
		"Who is the foreign minister of Germany?",
		"When did Zelensky meet Lavrov?",
	} {
		if found := l.search(q, Query{Encoder: e}); len(found) > 0 && found[0].Score >= Answers-0.05 {
			t.Errorf("%s is answered: %v", q, shown(found[:1]))
		}
	}
}

func TestMustAnswer(t *testing.T) { byWordsAndReading(t, testMustAnswer) }

func testMustAnswer(t *testing.T, l *library, e Encoder) {
	for _, q := range []struct{ text, want string }{
		{"When will the US and Russia hold talks?", "on January 10"},
		{"When are the talks between Washington and Moscow?", "on January 10"},
		{"when is the nrc gathering", "on January 12"},
		{"Who is the NATO chief?", "NATO Secretary General Jens Stoltenberg"},
		{"What did the Russian foreign minister pledge?", "pledged not to make"},
		{"What did Lavorv pledge?", "pledged not to make"},
	} {
		found := l.search(q.text, Query{Encoder: e})
		if len(found) == 0 || found[0].Score < Answers+0.05 || !strings.Contains(found[0].Text(), q.want) {
			t.Errorf("%s: %v", q.text, shown(found[:min(1, len(found))]))
		}
	}
}

func TestNothingToLookFor(t *testing.T) {
	l := fixtureLibrary(t, "")
	for _, q := range []string{"", "   ", "?", "what is the of and to", "who are you", "when?", "the", "xyzzy plugh", "\x00\xff"} {
		if found := l.search(q, Query{}); len(found) != 0 {
			t.Errorf("%q finds %v", q, shown(found))
		}
	}
}

func TestEmptyLibrary(t *testing.T) {
	l := newLibrary()
	if found := l.search("harbour", Query{}); len(found) != 0 {
		t.Errorf("an empty library finds %v", found)
	}
}

func TestOneEdit(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"lavorv", "lavrov", true}, {"lavro", "lavrov", true}, {"lavrovv", "lavrov", true}, {"lavrow", "lavrov", true},
		{"lavrov", "lavrov", true}, {"larvo", "lavrov", false}, {"abcd", "badc", false}, {"", "ab", false},
	}
	for _, tt := range tests {
		if got := oneEdit(tt.a, tt.b); got != tt.want {
			t.Errorf("oneEdit(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

// TestNearMisses holds that a sentence about somebody else, the other way round, or about a
// place that is a topic does not pass for an answer, and that the answer beside it does.
func TestNearMisses(t *testing.T) {
	tests := []struct {
		question string
		text     string
		answered bool
	}{
		{"Did Dahn ask the bank for a loan?", "Governor Ilse Dahn asked the bank for a loan.", true},
		{"Did the bank ask Dahn for a loan?", "Governor Ilse Dahn asked the bank for a loan.", false},
		{"Did Dahn accept the loan?", "Governor Ilse Dahn asked the bank for a loan.", false},
		{"When did Anton Rysz leave the council?", "Clerk Anton Rysz left the council on 3 May.", true},
		{"When did Bertil Moor leave the council?", "Clerk Anton Rysz left the council on 3 May. Bertil Moor is a farmer.", false},
		{"Where are the talks held?", "The company will hold talks in Marvik on 20 May.", true},
		{"Where are the talks held?", "The company will hold talks on the situation in Marvik on 20 May.", false},
		{"How many sheep did Moor lose in 2016?", "Farmer Anton Moor lost 30 sheep in 2016.", true},
		{"How many sheep did Moor lose in 2015?", "Farmer Anton Moor lost 30 sheep in 2016.", false},
	}
	for _, tt := range tests {
		l := newLibrary(article.New(article.Article{ID: "a", Text: tt.text}))
		found := l.search(tt.question, Query{})
		if answered := len(found) > 0 && found[0].Score >= Answers; answered != tt.answered {
			t.Errorf("%s answered %v by %q", tt.question, answered, shown(found))
		}
	}
}

func FuzzSearch(f *testing.F) {
	l := fixtureLibrary(f, "")
	for _, s := range []string{"When?", "what which who of of of", "how many", "how", "What number of number of", "\xff who is the \xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := l.analyze(text)
		last := 1.0
		for _, p := range l.search(text, Query{}) {
			if !(p.Score >= 0 && p.Score <= last) {
				t.Fatalf("score %v after %v", p.Score, last)
			}
			last = p.Score
			end := 0
			for _, s := range Spans(l.names, q, p) {
				if s.Start < end || s.End <= s.Start || s.End > len(p.Text()) {
					t.Fatalf("answer %+v in %q", s, p.Text())
				}
				end = s.End
			}
		}
	})
}
