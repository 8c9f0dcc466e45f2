package doctor

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/page"
)

// TestExamine holds that findings come in the order of their checks, whichever ends first, and that one which
// never ends is found, at the limit.
func TestExamine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		never := make(chan struct{})
		defer close(never)
		began := time.Now()
		found := Examine(t.Context(), []Check{
			{"clock", func(_ context.Context, n *Notes) { time.Sleep(time.Second); n.Well("checkup.model.none") }},
			{"articles", func(_ context.Context, n *Notes) { n.Well("checkup.model.none"); <-never; n.Well("checkup.model.none") }},
			{"model", func(ctx context.Context, n *Notes) { <-ctx.Done(); n.Doubt("checkup.encoder.stopped") }},
			{"discord", func(_ context.Context, n *Notes) {}},
			{"database", func(_ context.Context, n *Notes) { n.Well("checkup.model.none"); n.Broken("checkup.articles.none") }},
		}, time.Minute, page.Printer{})
		if took := time.Since(began); took != time.Minute+lastWord {
			t.Errorf("took %v", took)
		}
		want := []page.Finding{{About: "clock"}, {About: "articles", Health: page.Broken}, {About: "model", Health: page.Doubted}, {About: "database"}, {About: "database", Health: page.Broken}}
		if len(found) != len(want) {
			t.Fatalf("found %v", found)
		}
		for i, f := range found {
			if f.About != want[i].About || f.Health != want[i].Health || len(f.Says) == 0 {
				t.Errorf("finding %d is %v, want %v", i, f, want[i])
			}
		}
	})
}
