package search

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/article"
)

// TestRightArticle holds how often, of all texts of testdata/kept at once, the first sentence found
// for a question is of the text that it was written for.
func TestRightArticle(t *testing.T) {
	var articles []*article.Article
	asked := map[string][]string{} // by article
	for _, f := range searchFixtures(t, "kept") {
		if strings.HasSuffix(f.name, " told") {
			continue // the text before it, with some sentences changed
		}
		a := f.library.articles[0]
		articles = append(articles, article.New(article.Article{ID: f.name, Title: a.Title, Text: a.Text, Published: a.Published}))
		for _, q := range f.questions {
			if q.answer != "" {
				asked[f.name] = append(asked[f.name], q.text)
			}
		}
	}
	l := newLibrary(articles...)
	right, all := 0.0, 0.0
	for id, questions := range asked {
		for _, q := range questions {
			all++
			if found := l.search(q, Query{Limit: 1}); len(found) > 0 && found[0].Article.ID == id {
				right++
			}
		}
	}
	t.Logf("right article first %.3f of %.0f", right/all, all)
	if right/all < 0.77 {
		t.Errorf("right article first %.3f, want .77", right/all)
	}
}

// TestWholeArticle holds that an article which speaks of the question throughout comes before one
// that has its words in passing, whichever sentence has more of them.
func TestWholeArticle(t *testing.T) {
	passing := article.New(article.Article{ID: "a", Title: "Council minutes", Text: `The council met on Monday for an hour.

The price of herring, the new ferry and the harbour tunnel are on the list for next week. Members also spoke of the school roof. The clerk will write to the county about the road. A date for the summer fair was set.`})
	about := article.New(article.Article{ID: "b", Title: "Herring prices double", Text: `Herring cost twice as much as in March.

The price rose after storms kept the boats in port. Canneries paid more for herring from abroad. Shops raised the price again on Friday. A tin of herring is now a luxury.`})
	l := newLibrary(passing, about)
	for _, q := range []string{"price of herring", "herring prices in the new year"} {
		found := l.search(q, Query{})
		if len(found) == 0 || found[0].Article.ID != "b" {
			t.Errorf("%q finds %v first", q, shown(found[:min(2, len(found))]))
		}
	}
}

// TestForemost holds that an article whose words are spread over many sentences is found beside one
// that has them in a few dozen.
func TestForemost(t *testing.T) {
	crowd := strings.Repeat("The ferry strike in Lunde goes on. ", 80)
	spread := article.New(article.Article{ID: "b", Title: "Lunde", Text: "The strike is over. A ferry sailed at noon. Lunde celebrates."})
	l := newLibrary(article.New(article.Article{ID: "a", Text: crowd}), spread)
	found := l.search("ferry strike Lunde", Query{Limit: 200})
	if !slices.ContainsFunc(found, func(p article.Passage) bool { return p.Article.ID == "b" }) {
		t.Error("the article that has the words in several sentences is not found")
	}
}

var collection = flag.String("collection", "", "folder of the TIME collection, for TestCollection")

// TestCollection holds the mean average precision of articles, in the order in which their first
// sentences are found, on the TIME collection: 423 articles of 1963 and 83 queries.
func TestCollection(t *testing.T) {
	if *collection == "" {
		t.Skip("run with -collection and the folder that has TIME.ALL, TIME.QUE and TIME.REL")
	}
	var articles []*article.Article
	for i, text := range parted(t, "TIME.ALL", "*TEXT ") {
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(i + 1), Text: text}))
	}
	relevant := map[string][]string{}
	for line := range strings.Lines(string(readCollection(t, "TIME.REL"))) {
		if fields := strings.Fields(line); len(fields) > 1 {
			relevant[fields[0]] = fields[1:]
		}
	}
	l := newLibrary(articles...)
	sum, first, queries := 0.0, 0.0, 0.0
	for i, query := range parted(t, "TIME.QUE", "*FIND ") {
		right := relevant[fmt.Sprint(i+1)]
		if len(right) == 0 {
			continue
		}
		order := articlesOf(l.search(query, Query{Limit: 100}))
		sum += precision(order, right)
		if len(order) > 0 && slices.Contains(right, order[0]) {
			first++
		}
		queries++
	}
	t.Logf("MAP %.4f, right first %.3f of %.0f", sum/queries, first/queries, queries)
	if sum/queries < 0.6 {
		t.Errorf("MAP %.4f, want .60", sum/queries)
	}
}

func readCollection(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(*collection, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// parted returns the texts of a file that stand under lines with a mark, each as one paragraph.
func parted(t *testing.T, name, mark string) []string {
	t.Helper()
	data, _, _ := bytes.Cut(readCollection(t, name), []byte("*STOP"))
	var texts []string
	for _, part := range strings.Split(string(data), mark)[1:] {
		_, text, _ := strings.Cut(part, "\n")
		texts = append(texts, strings.Join(strings.Fields(text), " "))
	}
	return texts
}

func articlesOf(found []article.Passage) []string {
	var order []string
	for _, p := range found {
		if !slices.Contains(order, p.Article.ID) {
			order = append(order, p.Article.ID)
		}
	}
	return order
}

// precision returns the average precision of an order.
func precision(order, right []string) float64 {
	sum, met := 0.0, 0.0
	for i, id := range order {
		if slices.Contains(right, id) {
			met++
			sum += met / float64(i+1)
		}
	}
	return sum / float64(len(right))
}
