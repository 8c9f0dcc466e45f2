package gate

import (
	"compress/gzip"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/article/format"
)

var pages = flag.String("pages", "", "the folder of scrapinghub's article-extraction-benchmark, to see which real articles are refused")

// TestPages judges real pages, all of which have an article. It skips without the data, which is not part of this repository.
func TestPages(t *testing.T) {
	if *pages == "" {
		t.Skip("no -pages")
	}
	files, err := filepath.Glob(filepath.Join(*pages, "html", "*.html.gz"))
	if err != nil {
		t.Fatal(err)
	}
	refused, teasers := 0, 0
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(z)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		a, _ := article.Parse("page.html", data)
		source, err := format.Decode(data, "")
		if err != nil {
			source = string(data)
		}
		v := Page(source, "https://example.org/", a)
		n := 0
		if a != nil {
			n = len(a.Sentences)
		}
		if v.Reason != "" {
			refused++
		}
		if v.State != "" {
			teasers++
		}
		if v != (Verdict{}) {
			t.Logf("%s %s %s: %d sentences, %+v", filepath.Base(file)[:8], v.Reason, v.State, n, look(source, ""))
		}
	}
	t.Logf("of %d pages %d are refused, %d taken for teasers", len(files), refused, teasers)
}
