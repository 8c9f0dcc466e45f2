package verify

import (
	"math"
	"slices"

	"talksbot/knowledge/grammar"
)

// score returns how sure it is that the evidence supports the claim, by a logistic model over
// what the trace found. Its weights were fitted offline on claims that people labelled
// supported or not (the dev parts of BEGIN and WiCE, QAGS over CNN/DailyMail, and claims written for it);
// fit_test.go does it again:
//
//	go test ./ask/verify -run Fit -fit -v
//
// Each set has a bias of its own in the fit, so that only the order of claims within a set
// counts; the one here is close to that of the claims written for this project, which are most like
// what people check. A claim that fails no rule is supported from DefaultMinScore on.
func score(f features) float64 {
	sum := bias
	for i, x := range f {
		sum += weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// features are what is counted of a claim.
type features [featureCount]float64

// A feature is one thing the score counts, between 0 and 1 or so.
type feature int

const (
	covered     feature = iota // share of the claim's weight that is found
	coveredOnce                // the same by the best single sentence
	complete                   // both are 1, light words aside
	bigrams                    // share of pairs of words, stop words too, that stand side by side there
	trigrams                   // the same of three
	longestRun                 // share of the claim that stands there in one piece
	gap                        // the longest run of weight not found, as a share
	selfish                    // speaks of I or you where the evidence does not
	wrongDate                  // dates that fail, and so on: none 0, one 0.5, more 1
	wrongNumber
	wrongName
	misquotes
	wrongDenial
	wrongRole
	wrongTie
	wrongMood
	wrongAmount
	contrary
	wrongVoice
	adds
	tied        // share of the claim's ties that the evidence has
	wholly      // all of them, and nothing said is missing
	fails       // a rule fails
	failsMore   // further rules that fail, up to three
	contradicts // a sentence says it otherwise
	hearsay     // a sentence says it only as somebody's words
	featureCount
)

const bias = -3.1

var weights = features{
	covered:     1.93,
	coveredOnce: 2.03,
	complete:    0.56,
	bigrams:     0.19,
	trigrams:    0.92,
	longestRun:  0.51,
	gap:         -1.77,
	selfish:     -1.83,
	wrongDate:   -0.58,
	wrongNumber: -0.65,
	wrongName:   -1.26,
	misquotes:   -0.65,
	wrongDenial: -0.67,
	wrongRole:   -0.36,
	wrongTie:    0.35,
	wrongMood:   -0.57,
	wrongAmount: -0.83,
	contrary:    0.94,
	wrongVoice:  -0.08,
	adds:        0.82,
	tied:        0.04,
	wholly:      0.19,
	fails:       -1.06,
	failsMore:   0.46,
	contradicts: -1.92,
	hearsay:     0.25,
}

func featuresOf(c *comparison, reasons []Reason) features {
	var f features
	coverage(c, &f)
	wording(c, &f)
	if speaksOfSelf(c) != "" {
		f[selfish] = 1
	}
	missing, wanted := c.untied()
	f[tied] = 1 - float64(len(missing))/float64(max(wanted, len(missing)))
	if len(missing) == 0 && f[gap] == 0 && f[covered] > 0 {
		f[wholly] = 1
	}
	f[fails] = float64(min(len(reasons), 1))
	f[failsMore] = float64(min(max(len(reasons)-1, 0), 3)) / 3
	for _, why := range reasons {
		for _, r := range rules {
			if r.Rule == why.Rule && r.by > 0 {
				f[r.hurts] = min(f[r.hurts]+r.by, 1)
			}
		}
	}
	return f
}

// coverage measures how much of the claim is found, whatever its order. Each part of the
// claim may have a sentence of its own.
func coverage(c *comparison, f *features) {
	total, found, free, once, run := 0.0, 0.0, 0.0, 0.0, 0.0
	here := make([]float64, len(c.evidence))
	held, last := 0.0, -1
	settle := func() {
		once += slices.Max(append(here, 0))
		clear(here)
		held = 0
	}
	for i, t := range c.claim.Tokens {
		if t.Key == "" {
			continue
		}
		if last >= 0 && held >= minPart && !c.claim.SameClause(last, i) {
			settle()
		}
		last = i
		if !c.links[i].found() && takesPlace(c.claim, i) {
			continue // "the vote takes place on Friday" of "the vote on Friday"
		}
		total += t.Weight
		held += t.Weight
		for s := range here {
			if stands(c, i, s) {
				here[s] += t.Weight
			}
		}
		if c.links[i].found() || c.explained(i) {
			found += t.Weight
			run = 0
			continue
		}
		if t.Weight == grammar.WeightLight {
			free += t.Weight // a light word more says nothing new
		}
		run += t.Weight
		f[gap] = max(f[gap], run)
	}
	settle()
	if total == 0 {
		return
	}
	f[covered] = found / total
	f[coveredOnce] = once / total
	if min(found, once)+free > 0.999*total {
		f[complete] = 1
	}
	f[gap] /= total
}

// takesPlace reports whether token i is part of "takes place", which says no more of a thing than
// that it is. "Took place" says that it is over.
func takesPlace(s *grammar.Sentence, i int) bool {
	if s.Tokens[i].Norm == "place" && i > 0 {
		i--
	}
	return i+1 < len(s.Tokens) && s.Tokens[i+1].Norm == "place" && (s.Tokens[i].Norm == "take" || s.Tokens[i].Norm == "takes")
}

// minPart is the weight from which a clause of the claim may be borne out by a sentence of
// its own.
const minPart = 3

// stands reports whether token i of the claim may stand in sentence s.
func stands(c *comparison, i, s int) bool {
	if c.links[i].found() && c.links[i].sentence == s {
		return true
	}
	if c.signed(i) && c.links[i-1].sentence == s {
		return true
	}
	t := c.claim.Tokens[i]
	if t.Name > 0 && hasPronoun(c.evidence[s]) && c.named(t.Name-1) || c.meant(i) {
		return true // "she" for Anna Berg
	}
	return has(c.byKey[t.Key], s) || t.Root != "" && has(c.byRoot[t.Root], s)
}

// wording measures how far the claim uses the very words of the evidence, in their order.
func wording(c *comparison, f *features) {
	own := c.claim.Tokens
	runs := make([][]int, len(c.evidence)) // how many words from each place on agree with the claim, from word i on
	for s, e := range c.evidence {
		runs[s] = make([]int, len(e.Tokens)+1)
	}
	two, three, longest := 0.0, 0.0, 0
	for i := len(own) - 1; i >= 0; i-- {
		best := 0
		for _, p := range c.byNorm[own[i].Norm] {
			n := min(runs[p.sentence][p.token+1]+1, maxRun)
			runs[p.sentence][p.token] = n
			best = max(best, n)
		}
		if i+1 < len(own) && own[i+1].Norm != own[i].Norm {
			for _, p := range c.byNorm[own[i+1].Norm] {
				runs[p.sentence][p.token] = 0
			}
		}
		if best >= 2 {
			two++
		}
		if best >= 3 {
			three++
		}
		longest = max(longest, best)
	}
	n := float64(len(own))
	f[bigrams] = two / max(n-1, 1)
	f[trigrams] = three / max(n-2, 1)
	f[longestRun] = float64(longest) / max(n, 1)
}

// maxRun bounds how long a run of words counts.
const maxRun = 64
