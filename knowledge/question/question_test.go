package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// shippedNames are those that the article which comes with talksbot teaches.
func shippedNames(t testing.TB) *names.Names {
	t.Helper()
	articles, err := article.Load("../articles")
	if err != nil {
		t.Fatal(err)
	}
	return names.Learn(articles)
}

func TestAnalyze(t *testing.T) {
	n := shippedNames(t)
	type brief struct {
		Kind     Kind
		Focus    string
		Measure  string
		Head     string
		Speaker  string
		Identity bool
		Negative bool
	}
	tests := []struct {
		text string
		want brief
	}{
		{"When does the NATO-Russia Council meet?", brief{Kind: When}},
		{"On what date will they meet?", brief{Kind: When, Focus: "date"}},
		{"In which year was it signed?", brief{Kind: When, Focus: "year"}},
		{"What is the date of the talks?", brief{Kind: When, Focus: "date"}},
		{"When violence is used, what is it called?", brief{Kind: What}},
		{"Who is Jens Stoltenberg?", brief{Kind: Who, Identity: true}},
		{"Who is the president of Ukraine?", brief{Kind: Who, Head: "presid"}},
		{"Which president signed it?", brief{Kind: Who, Focus: "presid"}},
		{"Where will the talks be held?", brief{Kind: Where}},
		{"In which city will the January 10 talks be held?", brief{Kind: Where, Focus: "citi"}},
		{"How many Russian troops are near the border?", brief{Kind: HowMany, Focus: "troop", Measure: "many"}},
		{"How long will the talks last?", brief{Kind: HowMany, Measure: "long"}},
		{"What is the number of ships in the port?", brief{Kind: HowMany, Focus: "ship", Measure: "number"}},
		{"What percentage of the fire was contained?", brief{Kind: HowMany, Focus: "percentag", Measure: "percentage"}},
		{"Why did Russia ask for guarantees?", brief{Kind: Why}},
		{"For what reason did they leave?", brief{Kind: Why, Focus: "reason"}},
		{"How does Moscow justify its movements?", brief{Kind: How}},
		{"What did Lavrov pledge?", brief{Kind: Said, Head: "pledg", Speaker: "Sergei Lavrov"}},
		{"What does the West accuse Moscow of?", brief{Kind: Said, Head: "accus", Speaker: "West"}},
		{"Did Lavrov not pledge anything?", brief{Kind: YesNo, Negative: true}},
		{"Is NATO preparing for a confrontation?", brief{Kind: YesNo}},
		{"What is a non-expansion?", brief{Kind: What, Identity: true}},
		{"Which treaty did they sign?", brief{Kind: What, Focus: "treati"}},
		{"talks Geneva", brief{Kind: What}},
		{"", brief{Kind: What}},
		{"?!", brief{Kind: What}},
	}
	for _, tt := range tests {
		q := Analyze(tt.text, n, timex.Moment{})
		got := brief{q.Kind, q.Focus, q.Measure, q.Head, q.Speaker, q.Identity, q.Negative}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Analyze(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	n := shippedNames(f)
	for _, s := range []string{"When?", "what which who of of of", "how many", "how", "What number of number of", "\xff who is the \xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Analyze(text, n, timex.Moment{})
		for _, term := range q.Terms {
			if term.Start < 0 || term.End > len(text) || term.Start >= term.End || term.Norm == "" {
				t.Fatalf("term %+v of %q", term, text)
			}
		}
	})
}
