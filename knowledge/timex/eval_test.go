package timex

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared holds labelled public data that is not part of the project; its tests skip when it is absent.
const shared = "../../../shared/eval"

func readShared[T any](t *testing.T, name string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("no labelled data: %v", err)
	}
	defer f.Close()
	var rows []T
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var row T
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

// TestNews holds the figures on TempEval-3's AQUAINT texts: an expression counts when it overlaps a
// labelled one, and its value when it is the same.
func TestNews(t *testing.T) {
	type label struct {
		Start, End int // in characters
		Value      string
	}
	rows := readShared[struct {
		Ref, Text string
		Timexes   []label
	}](t, "dates_aquaint.jsonl")
	var hit, missed, extra, valued float64
	for _, row := range rows {
		bytes := offsets(row.Text)
		all := find(row.Text, moment(t, row.Ref))
		used := map[int]bool{}
		for _, want := range row.Timexes {
			k := overlapping(all, used, bytes[want.Start], bytes[want.End])
			if k < 0 {
				missed++
				continue
			}
			used[k] = true
			hit++
			if all[k].Value == want.Value {
				valued++
			}
		}
		extra += float64(len(all) - len(used))
	}
	precision, recall := hit/(hit+extra), hit/(hit+missed)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("relaxed F1 %.4f, value F1 %.4f", f1, f1*valued/hit)
	if f1 < 0.95 || f1*valued/hit < 0.795 {
		t.Errorf("relaxed F1 %.4f is below .95, or value F1 %.4f below .795", f1, f1*valued/hit)
	}
}

// offsets gives the byte at which each character starts.
func offsets(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func overlapping(all []Expression, used map[int]bool, start, end int) int {
	first := -1
	for i, e := range all {
		switch {
		case used[i] || e.Start >= end || e.End <= start:
		case e.Start == start && e.End == end:
			return i
		case first < 0:
			first = i
		}
	}
	return first
}

// TestPhrases holds the share of typed phrases whose first day is right, of those about days and
// longer, and that what is no date stays none.
func TestPhrases(t *testing.T) {
	type phrase struct{ Ref, Text, From, Grain string }
	width := map[string]int{"Year": 4, "Quarter": 7, "Month": 7, "Week": 10, "Day": 10}
	right, n := 0, 0
	for _, row := range readShared[phrase](t, "dates_duckling.jsonl") {
		w, ok := width[row.Grain]
		if !ok {
			continue
		}
		n++
		var longest Expression
		for _, e := range find(row.Text, moment(t, row.Ref)) {
			if e.End-e.Start > longest.End-longest.Start {
				longest = e
			}
		}
		if strings.HasPrefix(longest.FromISO(), row.From[:w]) {
			right++
		}
	}
	if share := float64(right) / float64(n); share < 0.83 {
		t.Errorf("%d of %d phrases are right, %.4f; want .83", right, n, share)
	}
	wrong := 0
	for _, row := range readShared[phrase](t, "dates_duckling_negative.jsonl") {
		if all := find(row.Text, Moment{}); len(all) > 0 {
			wrong++
		}
	}
	if wrong > 2 {
		t.Errorf("%d phrases that are no dates are taken for some; want at most 2", wrong)
	}
}
