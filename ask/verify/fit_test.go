package verify

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

var fit = flag.Bool("fit", false, "fit the weights of the score on the labelled sets in ../shared/eval and print them")

// A labelled is a claim with its features and what people said of it.
type labelled struct {
	set       int
	x         features
	supported bool
	passes    bool // no rule fails
	verbatim  bool
}

var evalSets = []string{"verify_begin_wow_dev.jsonl", "verify_wice_dev.jsonl", "verify_qags_cnndm.jsonl", "verify_written_dev.jsonl"}

var featureNames = [featureCount]string{"covered", "coveredOnce", "complete", "bigrams", "trigrams", "longestRun",
	"gap", "selfish", "wrongDate", "wrongNumber", "wrongName", "misquotes", "wrongDenial", "wrongRole", "wrongTie", "wrongMood",
	"wrongAmount", "contrary", "wrongVoice", "adds", "tied", "wholly", "fails", "failsMore", "contradicts", "hearsay"}

// TestFit fits the weights of the score. It prints what each set reaches with them, and,
// as a check, with weights fitted without every fifth claim.
func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("pass -fit to fit the weights")
	}
	var all []labelled
	for set, name := range evalSets {
		all = append(all, readLabelled(t, set, name)...)
	}
	report := func(what string, w features, use func(i int) bool) {
		for set, name := range evalSets {
			var pos, neg, let, kept []float64
			for i, l := range all {
				if l.set != set || !use(i) {
					continue
				}
				s := dot(w, l.x)
				if l.verbatim {
					s = 100
				}
				if l.supported {
					pos = append(pos, s)
				} else {
					neg = append(neg, s)
				}
				if l.passes || l.verbatim {
					if l.supported {
						kept = append(kept, s)
					} else {
						let = append(let, s)
					}
				}
			}
			fmt.Printf("%-10s %-28s AUC %.4f (%d, %d)\n", what, name, auc(pos, neg), len(pos), len(neg))
			if what != "fit" {
				continue
			}
			slices.Sort(let)
			for _, share := range []float64{.05, .10, .12, .15, .20, .25, .28, .30, .35} {
				k := len(let) - 1 - int(share*float64(len(neg)))
				if k < 0 {
					continue
				}
				n := 0
				for _, s := range kept {
					if s > let[k] {
						n++
					}
				}
				fmt.Printf("    let %.2f: raw sum > %.3f keeps %.3f\n", share, let[k], float64(n)/float64(len(pos)))
			}
		}
	}
	reliability(all)
	w := fitWeights(all)
	report("fit", w, func(int) bool { return true })
	folds := 5
	var sums [4]float64
	for fold := range folds {
		var train []labelled
		for i, l := range all {
			if i%folds != fold {
				train = append(train, l)
			}
		}
		fw := fitWeights(train)
		for set := range evalSets {
			var pos, neg []float64
			for i, l := range all {
				if i%folds == fold && l.set == set {
					s := dot(fw, l.x)
					if l.verbatim {
						s = 100
					}
					if l.supported {
						pos = append(pos, s)
					} else {
						neg = append(neg, s)
					}
				}
			}
			sums[set] += auc(pos, neg) / float64(folds)
		}
	}
	fmt.Printf("held-out fifths: AUC %.4f\n", sums)
	fmt.Println("var weights = features{")
	for i, name := range featureNames {
		fmt.Printf("\t%s: %.2f,\n", name, w[i])
	}
	fmt.Println("}")
}

func dot(w, x features) float64 {
	s := 0.0
	for i := range w {
		s += w[i] * x[i]
	}
	return s
}

// fitWeights minimises the logistic loss, both labels of a set counting the same,
// with a bias for each set and a penalty on large weights, by gradient descent.
func fitWeights(all []labelled) features {
	all = slices.DeleteFunc(slices.Clone(all), func(l labelled) bool { return l.verbatim }) // which no rule sees
	var mean, sd features
	for _, l := range all {
		for i, v := range l.x {
			mean[i] += v / float64(len(all))
		}
	}
	for _, l := range all {
		for i, v := range l.x {
			sd[i] += (v - mean[i]) * (v - mean[i]) / float64(len(all))
		}
	}
	for i := range sd {
		sd[i] = math.Sqrt(sd[i]) + 1e-9
	}
	counts := map[[2]int]float64{}
	label := func(l labelled) int {
		if l.supported {
			return 1
		}
		return 0
	}
	for _, l := range all {
		counts[[2]int{l.set, label(l)}]++
	}
	var w, velocity features
	var biases, biasVelocity [4]float64
	for range 3000 {
		var g features
		var gb [4]float64
		for _, l := range all {
			z := biases[l.set]
			for i, v := range l.x {
				z += w[i] * (v - mean[i]) / sd[i]
			}
			e := (1/(1+math.Exp(-z)) - float64(label(l))) / counts[[2]int{l.set, label(l)}] / 2 * setShares[l.set]
			gb[l.set] += e
			for i, v := range l.x {
				g[i] += e * (v - mean[i]) / sd[i]
			}
		}
		for i := range w {
			velocity[i] = 0.9*velocity[i] - 0.3*(g[i]+penalty*w[i])
			w[i] += velocity[i]
		}
		for s := range biases {
			biasVelocity[s] = 0.9*biasVelocity[s] - 0.3*gb[s]
			biases[s] += biasVelocity[s]
		}
	}
	for i := range w {
		w[i] /= sd[i]
		for s := range biases {
			biases[s] -= w[i] * mean[i]
		}
	}
	fmt.Printf("biases %.2f\n", biases)
	return w
}

// setShares are what each set counts: the pages of WiCE, whose claims are the hardest to
// tell apart, more than the others.
var setShares = [4]float64{0.25, 0.35, 0.3, 0.1}

const penalty = 0.01

func auc(pos, neg []float64) float64 {
	n := 0.0
	for _, p := range pos {
		for _, q := range neg {
			switch {
			case p > q:
				n++
			case p == q:
				n += 0.5
			}
		}
	}
	return n / float64(len(pos)*len(neg))
}

func readLabelled(t *testing.T, set int, name string) []labelled {
	f, err := os.Open(filepath.Join(evalFolder(), name))
	if err != nil {
		t.Skipf("the labelled sets are not here: %v", err)
	}
	defer f.Close()
	type row struct {
		Claim, Label, Article, Truth, Published string
		Evidence                                json.RawMessage
	}
	var rows []row
	var articles []*article.Article
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		var r row
		if err := json.Unmarshal(scan.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		text, lines := r.Article, []string{}
		if json.Unmarshal(r.Evidence, &lines) == nil {
			text = strings.Join(lines, "\n")
		} else {
			json.Unmarshal(r.Evidence, &text)
		}
		published, _ := timex.ParseMoment(r.Published) // the zero moment where there is none
		if text == "" {
			text = shippedText(t)
		}
		articles = append(articles, article.New(article.Article{ID: fmt.Sprint(len(rows)), Text: text, Published: published}))
		rows = append(rows, r)
	}
	lib := library(t, articles...)
	var all []labelled
	for i, r := range rows {
		l := labelled{set: set, supported: r.Label == "supported" || r.Truth == "supported" || r.Label == "Fully attributable"}
		f := Judge{Names: lib.Names(), MinScore: 1e-9}.Rule(t.Context(), lib, r.Claim, articles[i].ID)
		l.x, l.passes = f.found, f.Supported
		l.verbatim = f.Supported && f.found == features{}
		all = append(all, l)
	}
	return all
}

// evalFolder is where the labelled sets are, beside the project.
func evalFolder() string { return filepath.Join("..", "..", "..", "shared", "eval") }

// shippedText returns what the written claims without an article are about.
func shippedText(t *testing.T) string { return shipped(t).Articles()[0].Text }

// reliability prints how many of the written claims with a score of each fifth are supported.
func reliability(all []labelled) {
	var held, claims [5]int
	for _, l := range all {
		if l.set != len(evalSets)-1 {
			continue
		}
		bin := min(int(5/(1+math.Exp(-bias-dot(weights, l.x)))), 4)
		claims[bin]++
		if l.supported {
			held[bin]++
		}
	}
	for i, n := range claims {
		fmt.Printf("score %.1f to %.1f: %d of %d are true\n", float64(i)/5, float64(i+1)/5, held[i], n)
	}
}
