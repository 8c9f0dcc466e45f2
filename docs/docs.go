// Package docs holds the measured figures of this build, for the program to tell.
package docs

import (
	_ "embed"
	"strings"
)

//go:embed quality.md
var quality string

// A row says which figures of a row of the table are told, and as what.
type row struct{ data, field, says string }

var (
	reading = []row{
		{"split_gum_dev", "f1", "sentences F1"},
		{"rank_trecqa_dev", "map", "finding the right one MAP"},
		{"qa_squad2_dev", "auc", "knowing when the text is silent AUC"},
	}
	checking = []row{
		{"verify_begin_wow_dev", "auc", "AUC"},
		{"verify_begin_wow_dev", "unsupported let through", "unsupported claims let through"},
		{"dates_aquaint", "value f1", "dates F1"},
		{"quotes_polnear_dev", "speaker right when found", "speakers of quotations right"},
	}
)

// Figures returns the measured figures of this build in two lines, for people, or none where
// nothing was measured.
func Figures() []string { return figures(quality) }

func figures(page string) []string {
	var lines []string
	for _, l := range []struct {
		head string
		rows []row
	}{{"Measured on public test sets: ", reading}, {"Checking claims: ", checking}} {
		if told := tell(page, l.rows); told != "" {
			lines = append(lines, l.head+told)
		}
	}
	return lines
}

func tell(page string, rows []row) string {
	var told []string
	for _, r := range rows {
		if value := measured(page, r); value != "" {
			told = append(told, r.says+" "+value)
		}
	}
	return strings.Join(told, ", ")
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
