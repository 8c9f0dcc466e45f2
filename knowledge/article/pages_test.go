package article

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/article/format"
)

var pages = flag.String("pages", "", "the folder of scrapinghub's article-extraction-benchmark, to measure how well pages are read")

// TestPages measures how well the articles of real pages are found, as the benchmark does: F1 over runs of
// four words, and the share of articles that are exactly right. It skips without the data, which is
// not part of this repository.
func TestPages(t *testing.T) {
	if *pages == "" {
		t.Skip("no -pages")
	}
	data, err := os.ReadFile(filepath.Join(*pages, "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]struct {
		ArticleBody string `json:"articleBody"`
		URL         string `json:"url"`
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	var precision, recall float64
	exact, dated, titled := 0, 0, 0
	for _, id := range slices.Sorted(maps.Keys(truth)) {
		a := page(t, id)
		want, got := shingles(truth[id].ArticleBody), shingles(bodyOf(a))
		p, r := overlap(want, got)
		precision, recall = precision+p, recall+r
		if slices.Equal(tokens(truth[id].ArticleBody), tokens(bodyOf(a))) {
			exact++
		}
		if !a.Published.Day.IsZero() {
			dated++
		}
		if a.Title != "" {
			titled++
		}
		t.Logf("%s %s p %.3f r %.3f %s %q %q %q %s", id[:8], a.Published.Day, p, r, a.Outlet, a.Title, a.Author, a.URL, truth[id].URL)
	}
	n := float64(len(truth))
	precision, recall = precision/n, recall/n
	t.Logf("F1 %.4f precision %.4f recall %.4f exact %.3f, %d of %d with a day, %d with a title",
		2*precision*recall/(precision+recall), precision, recall, float64(exact)/n, dated, len(truth), titled)
}

// page reads one page of the benchmark.
func page(t *testing.T, id string) *Article {
	packed, err := os.ReadFile(filepath.Join(*pages, "html", id+".html.gz"))
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Parse(id+".html", data)
	if err != nil {
		t.Logf("%s: %v", id[:8], err)
		return &Article{}
	}
	return a
}

// bodyOf returns what of the article is not furniture, but for its title. The dateline that a
// paragraph begins with is part of the article in the benchmark.
func bodyOf(a *Article) string {
	var b strings.Builder
	for _, p := range a.Parts {
		leads := p.Kind == Dateline && p.End+1 < len(a.Text) && a.Text[p.End] == ' '
		if !p.Kind.IsFurniture() && !(p.Kind == Headline && isTitleOf(a, p.Of(a.Text))) || leads {
			b.WriteString(p.Of(a.Text) + "\n")
		}
	}
	return b.String()
}

// isTitleOf compares a line with the title by their letters alone.
func isTitleOf(a *Article, text string) bool { return format.Key(text) == format.Key(a.Title) }

var word = regexp.MustCompile(`[\pL\pN_]+`)

func tokens(text string) []string { return word.FindAllString(text, -1) }

func shingles(text string) map[string]int {
	all := map[string]int{}
	words := tokens(text)
	for i := range max(1, len(words)-3) {
		if run := strings.Join(words[i:min(i+4, len(words))], " "); run != "" {
			all[run]++
		}
	}
	return all
}

// overlap returns the precision and the recall of the runs of words that were got.
func overlap(want, got map[string]int) (precision, recall float64) {
	both, all, wanted := 0, 0, 0
	for run, n := range got {
		both += min(n, want[run])
		all += n
	}
	for _, n := range want {
		wanted += n
	}
	if all == wanted && both == all {
		return 1, 1
	}
	return float64(both) / float64(max(all, 1)), float64(both) / float64(max(wanted, 1))
}
