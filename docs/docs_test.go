package docs

import (
	"slices"
	"testing"
)

func TestFigures(t *testing.T) {
	const page = "# How good\n| task | data | measured | target |\n| --- | --- | --- | --- |\n" +
		"| `split` | split_gum_dev | f1 0.9712 | F1 ≥ .97 |\n| `rank` | rank_trecqa_dev | map 0.75, mrr 0.81, p1 0.7 | MAP ≥ .74 |\n" +
		"| `verify` | verify_begin_wow_dev | auc 0.96, unsupported let through 0.02 | AUC ≥ .95 |\n"
	got := figures(page)
	want := []Figure{{"figure.sentences", "0.9712"}, {"figure.found", "0.75"}, {"figure.claims", "0.96"}, {"figure.let-through", "0.02"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := figures("| a |\n||||||||\nnothing"); len(got) != 0 {
		t.Errorf("of nothing: %q", got)
	}
	if got := Figures(); len(got) != 0 && len(got) != len(rows) {
		t.Errorf("%d figures of the page as it is: %q", len(got), got)
	}
}
