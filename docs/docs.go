// Package docs holds the measured figures of this build, for the program to tell.
package docs

import (
	_ "embed"
	"strings"
)

//go:embed quality.md
var quality string

// A Figure is what this build was measured at.
type Figure struct{ Name, Value string }

// A row says which figure of a row of the table is told, and the name of its sentence in the catalogue.
type row struct{ data, field, name string }

var rows = []row{
	{"split_gum_dev", "f1", "figure.sentences"},
	{"rank_trecqa_dev", "map", "figure.found"},
	{"qa_squad2_dev", "auc", "figure.silent"},
	{"verify_begin_wow_dev", "auc", "figure.claims"},
	{"verify_begin_wow_dev", "unsupported let through", "figure.let-through"},
	{"dates_aquaint", "value f1", "figure.dates"},
	{"quotes_polnear_dev", "speaker right when found", "figure.speakers"},
}

// Figures returns the measured figures of this build, none where nothing was measured.
func Figures() []Figure { return figures(quality) }

func figures(page string) (all []Figure) {
	for _, r := range rows {
		if value := measured(page, r); value != "" {
			all = append(all, Figure{r.name, value})
		}
	}
	return all
}

// measured returns a field of the row of the data, as docs/measure.sh writes it: "auc 0.95,
// unsupported let through 0.02" in the third cell.
func measured(page string, r row) string {
	for line := range strings.Lines(page) {
		cells := strings.Split(line, "|")
		if len(cells) < 5 || strings.TrimSpace(cells[2]) != r.data {
			continue
		}
		for field := range strings.SplitSeq(cells[3], ", ") {
			if value, ok := strings.CutPrefix(strings.TrimSpace(field), r.field+" "); ok && !strings.Contains(value, " ") {
				return value
			}
		}
	}
	return ""
}
