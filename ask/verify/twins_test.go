package verify

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talksbot/knowledge/article"
)

func TestTwins(t *testing.T) {
	t.Run("shipped", func(t *testing.T) { newCorpus(t, 1000, shipped(t).Articles()...).measure(t) })
	t.Run("news", func(t *testing.T) { newCorpus(t, 1000, testdata(t, "news.txt")).measure(t) })
	t.Run("cnndm", func(t *testing.T) { newCorpus(t, 200, cnndm(t)...).measure(t) })
}

// measure holds the judge to its targets: false twins are not supported, untouched
// sentences and honest shortenings are.
func (c corpus) measure(t *testing.T) {
	j := Judge{Names: c.lib.Names()}
	made, let := map[string]int{}, map[string]int{}
	untouched, kept, short, keptShort, all, through := 0, 0, 0, 0, 0, 0
	for _, p := range c.sentences {
		evidence := []article.Passage{p}
		untouched++
		// Without its full stop the sentence is not the same to the letter: every rule is tried.
		if v := j.Judge(t.Context(), strings.TrimRight(p.Text(), ".!?"), evidence); v.Supported {
			kept++
		} else if testing.Verbose() {
			t.Logf("untouched: %s\n\t%q", p.Text(), v.Reasons)
		}
		for _, s := range shortenings(p.Text()) {
			short++
			if v := j.Judge(t.Context(), s, evidence); v.Supported {
				keptShort++
			} else if testing.Verbose() {
				t.Logf("shortening: %s\n\tof %s\n\t%.2f %q", s, p.Text(), v.Score, v.Reasons)
			}
		}
		for _, w := range c.twins(p) {
			made[w.kind]++
			all++
			if v := j.Judge(t.Context(), w.text, evidence); v.Supported {
				let[w.kind]++
				through++
				if testing.Verbose() {
					t.Logf("%s let through: %s\n\tof %s", w.kind, w.text, p.Text())
				}
			}
		}
	}
	t.Logf("twins %v, let through %v; untouched kept %d of %d; shortenings kept %d of %d", made, let, kept, untouched, keptShort, short)
	if all == 0 || float64(through) > 0.03*float64(all) {
		t.Errorf("%d of %d false twins are let through, want 3 %% at most", through, all)
	}
	if float64(kept) < 0.97*float64(untouched) {
		t.Errorf("%d of %d untouched sentences are supported, want 97 %%", kept, untouched)
	}
	if float64(keptShort) < 0.90*float64(short) {
		t.Errorf("%d of %d honest shortenings are supported, want 90 %%", keptShort, short)
	}
}

// cnndm returns the articles of a labelled set, where it is beside the project.
func cnndm(t *testing.T) []*article.Article {
	f, err := os.Open(filepath.Join(evalFolder(), "verify_qags_cnndm.jsonl"))
	if err != nil {
		t.Skipf("the labelled sets are not here: %v", err)
	}
	defer f.Close()
	var list []*article.Article
	seen := map[string]bool{}
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<24)
	for scan.Scan() && len(list) < 15 {
		var r struct{ ID, Article string }
		if err := json.Unmarshal(scan.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if !seen[r.Article] {
			seen[r.Article] = true
			list = append(list, article.New(article.Article{ID: r.ID, Text: r.Article}))
		}
	}
	return list
}
