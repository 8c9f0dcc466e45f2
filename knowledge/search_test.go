package knowledge

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// A fixture is a library of one article and questions on it.
type fixture struct {
	file      string // testdata/search/FILE.txtar
	name      string
	library   *Library
	questions []asked
}

// asked is a question and words of the sentence that answers it; "" where none does.
type asked struct{ text, answer string }

// searchFixtures reads testdata/search: in each archive articles and, under the same name
// with " questions", what is asked of them. Questions without an article are asked of the
// one that ships.
func searchFixtures(t testing.TB) []fixture {
	t.Helper()
	paths, err := filepath.Glob("testdata/search/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	var list []fixture
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, file := range txtar.Parse(data).Files {
			article, isQuestions := strings.CutSuffix(file.Name, "questions")
			article = strings.TrimSpace(article)
			if !isQuestions {
				texts[article] = string(file.Data)
				continue
			}
			list = append(list, fixture{strings.TrimSuffix(filepath.Base(path), ".txtar"), article, fixtureLibrary(t, texts[article]), readAsked(t, string(file.Data))})
		}
	}
	return list
}

func fixtureLibrary(t testing.TB, text string) *Library {
	t.Helper()
	articles, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if text != "" {
		name := "fixture.txt"
		if strings.HasPrefix(text, "---") || strings.HasPrefix(text, "#") {
			name = "fixture.md"
		}
		a, err := article.Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		articles = []*Article{a}
	}
	l, err := New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func readAsked(t testing.TB, text string) []asked {
	t.Helper()
	var list []asked
	for line := range strings.Lines(text) {
		question, answer, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok {
			t.Fatalf("%q has no =>", line)
		}
		if answer == "-" {
			answer = ""
		}
		list = append(list, asked{question, answer})
	}
	return list
}

// TestAnswers holds the share of right answers and right refusals on the questions of
// testdata/search. With -v it names every question that goes wrong.
func TestAnswers(t *testing.T) {
	var right, refused, answerable, silent float64
	for _, f := range searchFixtures(t) {
		for _, q := range f.questions {
			found := f.library.Search(Query{Text: q.text, Limit: 1})
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
				t.Logf("missed: %s => want %s, got %v", q.text, q.answer, texts(found))
			}
		}
	}
	t.Logf("right %.3f of %.0f, rightly refused %.3f of %.0f", right/answerable, answerable, refused/silent, silent)
	if right/answerable < 0.90 || refused/silent < 0.70 {
		t.Errorf("right answers %.3f (want .90), right refusals %.3f (want .70)", right/answerable, refused/silent)
	}
}

func texts(found []Passage) []string {
	var list []string
	for _, p := range found {
		list = append(list, fmt.Sprintf("%.2f %s", p.Score, p.Text()))
	}
	return list
}

// TestMustRefuse and TestMustAnswer hold what no change of weights may lose: questions on
// the article that ships, clearly on their side of the threshold.
func TestMustRefuse(t *testing.T) {
	l := fixtureLibrary(t, "")
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
		if found := l.Search(Query{Text: q}); len(found) > 0 && found[0].Score >= Answers-0.05 {
			t.Errorf("%s is answered: %v", q, texts(found[:1]))
		}
	}
}

func TestMustAnswer(t *testing.T) {
	l := fixtureLibrary(t, "")
	for _, q := range []struct{ text, want string }{
		{"When will the US and Russia hold talks?", "on January 10"},
		{"When are the talks between Washington and Moscow?", "on January 10"},
		{"when is the nrc gathering", "on January 12"},
		{"Who is the NATO chief?", "NATO Secretary General Jens Stoltenberg"},
		{"What did the Russian foreign minister pledge?", "pledged not to make"},
		{"What did Lavorv pledge?", "pledged not to make"},
	} {
		found := l.Search(Query{Text: q.text})
		if len(found) == 0 || found[0].Score < Answers+0.05 || !strings.Contains(found[0].Text(), q.want) {
			t.Errorf("%s: %v", q.text, texts(found[:min(1, len(found))]))
		}
	}
}

func TestNothingToLookFor(t *testing.T) {
	l := fixtureLibrary(t, "")
	for _, q := range []string{"", "   ", "?", "what is the of and to", "who are you", "when?", "the", "xyzzy plugh", "\x00\xff"} {
		if found := l.Search(Query{Text: q}); len(found) != 0 {
			t.Errorf("%q finds %v", q, texts(found))
		}
	}
}

func twoArticles(t *testing.T) *Library {
	l, err := New([]*Article{
		NewArticle(Article{ID: "a", Text: "The harbour of Alta opened on 3 May 2021. Ships came from Narvik on 9 June 2021."}),
		NewArticle(Article{ID: "b", Text: "The harbour of Bergen is closed. Nobody knows why."}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestQueryRestricts(t *testing.T) {
	l := twoArticles(t)
	day := func(s string) timex.Day {
		d, err := timex.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		name string
		q    Query
		want []string
	}{
		{"one article", Query{Text: "harbour", Article: "b"}, []string{"b/0", "b/1"}},
		{"no such article", Query{Text: "harbour", Article: "c"}, nil},
		{"limit", Query{Text: "harbour Alta", Limit: 1}, []string{"a/0"}},
		{"days", Query{Text: "harbour ships", From: day("2021-06-01"), To: day("2021-06-30")}, []string{"a/1"}},
		{"until a day", Query{Text: "harbour ships", To: day("2021-05-31")}, []string{"a/0"}},
		{"days before all", Query{Text: "harbour", To: day("2020-01-01")}, nil},
		{"misspelt", Query{Text: "harbuor Bergen", Limit: 1}, []string{"b/0"}},
		{"too short to be misspelt", Query{Text: "shop"}, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range l.Search(tt.q) {
			got = append(got, fmt.Sprintf("%s/%d", p.Article.ID, p.Index))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestEmptyLibrary(t *testing.T) {
	l, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if found := l.Search(Query{Text: "harbour"}); len(found) != 0 {
		t.Errorf("an empty library finds %v", found)
	}
}

// TestParallelBuild holds that a library read by several readers is the one a single
// reader makes.
func TestParallelBuild(t *testing.T) {
	var articles []*Article
	for i := range 300 {
		articles = append(articles, NewArticle(Article{ID: fmt.Sprint(i), Title: fmt.Sprintf("Port %d", i), Text: taught + fmt.Sprintf(" Ship %d left Port %d.", i, i%7)}))
	}
	search := func(processors int) []string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		l, err := New(articles)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, q := range []string{"Which ship left Port 3?", "Who is the NATO chief?", "When does the NRC meet?"} {
			for _, p := range l.Search(Query{Text: q, Limit: 20}) {
				found = append(found, fmt.Sprintf("%s/%d %.9f", p.Article.ID, p.Index, p.Score))
			}
		}
		return found
	}
	if diff := cmp.Diff(search(1), search(4)); diff != "" {
		t.Errorf("one reader and four differ (-one +four):\n%s", diff)
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
