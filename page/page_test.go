package page

import (
	"flag"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/ask"
	"talksbot/ask/digest"
	"talksbot/ask/verify"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/timeline"
)

var update = flag.Bool("update", false, "rewrite the expected pages")

// held is the library of the shipped article.
func held(t *testing.T) *knowledge.Library {
	t.Helper()
	articles, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	l, err := knowledge.New(articles)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestPages keeps every kind of page as it is read; in testdata/pages.txtar text from outside
// stands in angle brackets.
func TestPages(t *testing.T) {
	l, ctx := held(t), t.Context()
	asked := time.Date(2022, time.January, 9, 12, 0, 0, 0, time.UTC)
	asker := &ask.Asker{Articles: knowledge.NewCurrent(l)}
	answer := func(question string) ask.Answer { return asker.Answer(ctx, ask.Question{Text: question, Asked: asked}) }
	dates := timeline.New(l)
	today := calendar.Day{Year: 2022, Month: time.January, Day: 9}
	in := func(from, to calendar.Day) timeline.Query {
		return timeline.Query{Days: calendar.Days{From: from, To: to}}
	}
	worded := answer("When will the US and Russia hold talks?")
	worded.Mode, worded.Claims[0].Text, worded.Claims[0].Marks = ask.WordedModel, "They talk on January 10.", []ask.Mark{{Start: 13, End: 23, Bold: true, Note: "10 January 2022"}}
	at := PlaceOf(worded.Claims[0].Cites[0])
	lavrov := quote.Query{Speaker: "Lavrov", Kind: quotation.Direct}
	var w Printer
	var files []txtar.File
	for _, p := range []struct {
		name string
		page Page
	}{
		{"an answer", Answer(answer("When does the NATO-Russia Council meet?"), w)},
		{"a model's answer", Answer(worded, w)},
		{"silence", Answer(answer("Who is the president of Ukraine?"), w)},
		{"a greeting", Answer(answer("hello"), w)},
		{"what it can do", Answer(answer("What can you do?"), w)},
		{"thanks", Answer(answer("Thanks, bot!"), w)},
		{"a farewell", Answer(answer("bye"), w)},
		{"a scolding", Answer(answer("you are useless"), w)},
		{"no such day", Answer(answer("What happened on December 3?"), w)},
		{"no such week", Answer(answer("What happens next week?"), w)},
		{"another language", Answer(answer("Wann treffen sich Russland und die NATO?"), w)},
		{"a language without words of ours", Answer(answer("როდის იწყება კონცერტი?"), w)},
		{"an overview", Answer(answer("What is this about?"), w)},
		{"the latest", Answer(answer("What is the latest?"), w)},
		{"nothing new of it", Answer(answer("What is the latest on the ferry?"), w)},
		{"what is next", Answer(answer("What is next?"), w)},
		{"days asked for", Answer(answer("Which dates are mentioned?"), w)},
		{"quotations asked for", Answer(answer("Who said what?"), w)},
		{"people asked for", Answer(answer("Who is mentioned?"), w)},
		{"articles asked for", Answer(answer("How many articles do you have?"), w)},
		{"articles about nothing held", Answer(answer("Which articles are about fishing?"), w)},
		{"no answer", Answer(ask.Answer{}, w)},
		{"claims", Check(ask.Examine(ctx, asker.Articles.Library(), "The talks are on January 11. NATO is preparing itself for a large-scale armed confrontation with Moscow."), w)},
		{"a claim not in the articles", Check(ask.Examine(ctx, asker.Articles.Library(), "Paris is the capital of France."), w)},
		{"a question, to be checked", Check(ask.Examine(ctx, asker.Articles.Library(), "When is it?"), w)},
		{"dates", Dates(dates.Find(timeline.Query{About: "NATO"}), timeline.Query{About: "NATO"}, Today{Day: today}, w)},
		{"no dates about", NoDates(timeline.Query{About: "Macron"}, dates.Topics("", 2), w)},
		{"no dates from", NoDates(in(today, calendar.Day{}), nil, w)},
		{"no dates up to", NoDates(in(calendar.Day{}, today), nil, w)},
		{"no dates on", NoDates(in(today, today), nil, w)},
		{"no dates in", NoDates(in(calendar.Day{Year: 2030, Month: 5, Day: 1}, calendar.Day{Year: 2030, Month: 5, Day: 31}), nil, w)},
		{"no dates between", NoDates(in(today, today.AddDays(9)), nil, w)},
		{"quotations", Quotes(quote.Group(l.Quotes(lavrov)), lavrov, w)},
		{"no quotations", NoQuotes(quote.Query{Speaker: "Biden", About: "pizza"}, l.Speakers(""), false, w)},
		{"no quotations about", NoQuotes(quote.Query{Speaker: "Lavrov", About: "pizza"}, l.Speakers("Lavrov"), true, w)},
		{"nobody quoted", NoQuotes(quote.Query{}, nil, false, w)},
		{"whose words", WhoSaid(l.WhoSaid("We are now preparing to weakly pursue the agenda of defending our interests"), w)},
		{"nobody's words", WhoSaid(nil, w)},
		{"a search", Search([]article.Passage{at.Passage()}, w)},
		{"sources", Sources([]Cited{{Place: at}, {}, {Place: Place{at.Article, at.First + 1, at.First + 2}}}, w)},
		{"a receipt", Receipt(Slip{Mode: ask.WordedModel, Model: "gpt", Cited: []Cited{{Place: at}, {}}, Claims: []Rechecked{
			{Text: "They talk on January 11.", Cites: []int{1}, Reasons: []verify.Reason{{Rule: verify.Date, Case: "differs", Words: []string{"January 10", "January 11"}}}},
			{Text: "And later.", Cites: []int{2}, Missing: true}}}, w)},
		{"a receipt forgotten", Receipt(Slip{Mode: ask.WordedModel, Cited: []Cited{{Place: at}}}, w)},
		{"about", About(l.Articles(), Build{Encoder: true, Version: "1.2.3", Figures: []Figure{{"figure.sentences", "0.97"}, {"figure.dates", "0.88"}}}, w)},
		{"about nothing", About(nil, Build{Model: "gpt", Host: "model.example", Version: "1.2.3"}, w)},
		{"a digest", Digest(digest.NewEditor(l).Make(digest.Request{Day: today, Asked: 3, Answered: 2}), w)},
		{"nothing new", Digest(digest.Digest{Day: today, Since: today.AddDays(-1)}, w)},
	} {
		files = append(files, txtar.File{Name: p.name, Data: []byte(plain(p.page) + "\n")})
	}
	got := txtar.Format(&txtar.Archive{Files: files})
	if *update {
		if err := os.WriteFile("testdata/pages.txtar", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/pages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("testdata/pages.txtar (-want +got):\n%s", diff)
	}
}

// A page is what it says, whoever shows it: the words that answer, whose text is whose, what a
// number stands for.
func TestAnswerValue(t *testing.T) {
	a := article.New(article.Article{ID: "a", Title: "Talks", Text: "It begins on Monday. It rains."})
	p := article.Passage{Article: a}
	got := Answer(ask.Answer{Outcome: ask.Answered, Mode: ask.Extract, Fallback: ask.Slow, Claims: []ask.Claim{
		{Text: p.Text(), Cites: []article.Passage{p}, Marks: []ask.Mark{{Start: 13, End: 19, Bold: true, Note: "3 January 2022"}}}}}, Printer{})
	got.words = Printer{}
	want := Page{
		Parts: []Part{{Lines: []Line{{Kind: Quotation, Spans: []Span{
			{Text: "It begins on ", Outside: true}, {Text: "Monday", Mark: Bold, Outside: true}, {Text: "3 January 2022", Mark: Note, Outside: true},
			{Text: ".", Outside: true}, {Text: " "}, {Mark: Citation, Number: 1}}}}}},
		Notes:   []Line{{Kind: Small, Spans: []Span{{Text: "The language model took too long; these are the articles' own sentences."}}}},
		Cited:   []Place{{a, 0, 0}},
		Buttons: []Button{{Does: ShowSources, Label: "Sources"}},
		More:    "answer.more",
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Page{}), cmp.Comparer(func(a, b *article.Article) bool { return a == b }), cmp.Comparer(func(a, b Printer) bool { return true })); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
