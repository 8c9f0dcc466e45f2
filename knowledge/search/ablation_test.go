package search

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var ablate = flag.Bool("ablate", false, "write what each feature and gate is worth to docs/quality.md")

// What the ablation of one feature costs.
type ablation struct {
	name string
	cost figures
}

// figures are shares of the labelled questions.
type figures struct{ trecqa, wikiqa, squad, auc float64 }

func (f figures) minus(g figures) figures {
	return figures{f.trecqa - g.trecqa, f.wikiqa - g.wikiqa, f.squad - g.squad, f.auc - g.auc}
}

// greatest returns the greatest of the costs.
func (f figures) greatest() float64 { return max(f.trecqa, f.wikiqa, f.squad, f.auc) }

// TestAblation leaves out each feature and each gate in turn, the other weights as they are,
// and writes to docs/quality.md what that costs.
func TestAblation(t *testing.T) {
	if !*ablate {
		t.Skip("run with -ablate")
	}
	samples := closely.seen(readSamples(t))
	all := measure(samples, byReading, featureCount)
	var list []ablation
	for f, name := range featureNames()[:featureCount] {
		if f > 0 {
			list = append(list, ablation{name, all.minus(measure(samples, byReading, feature(f)))})
		}
	}
	slices.SortStableFunc(list, func(a, b ablation) int { return int(1e6 * (b.cost.greatest() - a.cost.greatest())) })
	var b strings.Builder
	fmt.Fprintf(&b, "| off | TREC QA MAP | WikiQA MAP | SQuAD right first | SQuAD AUC |\n| --- | --- | --- | --- | --- |\n")
	fmt.Fprintf(&b, "| nothing | %.4f | %.4f | %.4f | %.4f |\n", all.trecqa, all.wikiqa, all.squad, all.auc)
	var idle []string
	for _, a := range list {
		if a.cost.greatest() < 0.0002 {
			idle = append(idle, "`"+a.name+"`")
			continue
		}
		fmt.Fprintf(&b, "| `%s` |", a.name)
		for _, cost := range []float64{a.cost.trecqa, a.cost.wikiqa, a.cost.squad, a.cost.auc} {
			fmt.Fprintf(&b, " %s |", strings.TrimPrefix(strings.TrimPrefix(fmt.Sprintf("%+.4f", -cost), "-0.0000"), "+0.0000"))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "\nWithout effect on these figures, or better off: %s.\n", strings.Join(idle, ", "))
	replaceBetween(t, "../../docs/quality.md", "<!-- ablation of ranking -->\n", "<!-- end of ablation -->", b.String())
}

// measure returns the figures with one feature off.
func measure(samples []*sample, w weights, off feature) figures {
	var first, questions float64
	precision, n := map[string]float64{}, map[string]float64{}
	var yes, no []float64
	for _, s := range samples {
		if s.set != "squad" && s.set != "trecqa" && s.set != "wikiqa" {
			continue
		}
		c := *s
		if off < featureCount {
			c.candidates = slices.Clone(s.candidates)
			for i := range c.candidates {
				c.candidates[i][off] = 0
			}
		}
		top, score := c.top(&w), 0.0
		if top >= 0 {
			score = w.probabilityOf(&c.candidates[top])
		}
		switch {
		case s.set != "squad" && !s.answerable():
		case s.set != "squad":
			n[s.set]++
			precision[s.set] += c.averagePrecision(&w)
		case s.wanted():
			questions++
			yes = append(yes, score)
			if top >= 0 && s.right[top] {
				first++
			}
		default:
			no = append(no, score)
		}
	}
	return figures{precision["trecqa"] / n["trecqa"], precision["wikiqa"] / n["wikiqa"], first / questions, auc(yes, no)}
}

// replaceBetween writes text between two marks of a file.
func replaceBetween(t *testing.T, file, from, to, text string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), from)
	_, tail, also := strings.Cut(rest, to)
	if !ok || !also {
		t.Fatalf("%s has no %q", file, from)
	}
	if err := os.WriteFile(file, []byte(head+from+text+to+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}
