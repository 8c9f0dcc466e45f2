package verify

import "math"

// The score is a logistic model over what the trace found. Its weights were fitted once,
// offline, on public sets of claims labelled supported or not; fit_test.go does it again:
//
//	go test ./ask/verify -run Fit -fit
//
// Only the order of claims matters to the fit: each set has a bias of its own there, and
// the one bias kept was then set so that DefaultMinScore lets through what it should.
func (c *comparison) score(reasons []Reason) float64 {
	sum := bias
	for i, x := range c.features(reasons) {
		sum += weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// The features of a comparison, all between 0 and 1 or so.
const (
	covered     = iota // share of the claim's weight that is found
	coveredOnce        // the same by the best single sentence
	paired             // share of neighbours in the claim that are neighbours in the evidence
	bigrams            // share of pairs of words, stop words too, that stand side by side there
	trigrams           // the same of three
	longestRun         // share of the claim that stands there in one piece
	switched           // jumps to another sentence, by words found
	reversed           // jumps back
	reused             // words of the claim that lean on one and the same word
	gap                // the longest run of weight not found, as a share
	sizes              // logarithm of the words of weight
	selfish            // speaks of I or you where the evidence does not
	facts              // dates, numbers and names that fail, at most three
	sense              // rules of sense that fail: negation, role, modality, quantifier, comparative
	attributed         // attribution fails
	misquotes          // a quotation fails
	featureCount
)

var featureNames = [featureCount]string{"covered", "coveredOnce", "paired", "bigrams", "trigrams", "longestRun", "switched",
	"reversed", "reused", "gap", "sizes", "selfish", "facts", "sense", "attributed", "misquotes"}

const bias = -5.0

var weights = [featureCount]float64{
	covered:     0.35,
	coveredOnce: 3.64,
	paired:      0.08,
	bigrams:     0.44,
	trigrams:    1.48,
	longestRun:  1.35,
	switched:    0.70,
	reversed:    0.21,
	reused:      0.22,
	gap:         -1.86,
	sizes:       0.22,
	selfish:     -2.06,
	facts:       -1.87,
	sense:       -0.59,
	attributed:  0.35,
	misquotes:   -0.43,
}

func (c *comparison) features(reasons []Reason) [featureCount]float64 {
	var f [featureCount]float64
	c.coverage(&f)
	c.path(&f)
	c.wording(&f)
	if c.speaksOfSelf() != "" {
		f[selfish] = 1
	}
	for _, r := range reasons {
		switch r.Rule {
		case Date, Number, Name:
			f[facts] = min(f[facts]+1.0/3, 1)
		case Negation, Role, Modality, Quantifier, Comparative:
			f[sense] = min(f[sense]+0.5, 1)
		case Attribution:
			f[attributed] = 1
		case Quote:
			f[misquotes] = 1
		}
	}
	return f
}

// coverage measures how much of the claim is found, whatever its order.
func (c *comparison) coverage(f *[featureCount]float64) {
	total, found, run := 0.0, 0.0, 0.0
	once := make([]float64, len(c.evidence))
	words := 0
	for i, t := range c.claim.tokens {
		if t.key == "" {
			continue
		}
		total += t.weight
		words++
		for s := range once {
			if c.stands(i, s) {
				once[s] += t.weight
			}
		}
		if c.links[i].found() || c.explained(i) {
			found += t.weight
			run = 0
			continue
		}
		run += t.weight
		f[gap] = max(f[gap], run)
	}
	if total == 0 {
		return
	}
	for _, w := range once {
		f[coveredOnce] = max(f[coveredOnce], w/total)
	}
	f[covered] = found / total
	f[gap] /= total
	f[sizes] = math.Log(float64(1+words)) / 4
}

// stands says whether token i of the claim may stand in sentence s.
func (c *comparison) stands(i, s int) bool {
	if c.links[i].found() && c.links[i].sentence == s {
		return true
	}
	t := c.claim.tokens[i]
	return has(c.byKey[t.key], s) || t.root != "" && has(c.byRoot[t.root], s)
}

// path measures how the trace went: reading on, or jumping about.
func (c *comparison) path(f *[featureCount]float64) {
	seen := map[place]bool{}
	last, found, pairs := link{}, 0.0, 0.0
	for i, t := range c.claim.tokens {
		l := c.links[i]
		if t.key == "" || !l.found() {
			continue
		}
		found++
		switch {
		case !last.found():
		case l.sentence != last.sentence:
			f[switched]++
		case l.token < last.token:
			f[reversed]++
		case l.token-last.token <= 3:
			pairs++
		}
		if seen[l.place] {
			f[reused]++
		}
		seen[l.place] = true
		last = l
	}
	if found == 0 {
		return
	}
	f[paired] = pairs / max(found-1, 1)
	f[switched] /= found
	f[reversed] /= found
	f[reused] /= found
}

// wording measures how far the claim uses the very words of the evidence, in their order.
func (c *comparison) wording(f *[featureCount]float64) {
	own := c.claim.tokens
	at := map[string][]place{}
	for s, e := range c.evidence {
		for i, t := range e.tokens {
			at[t.Norm] = append(at[t.Norm], place{s, i})
		}
	}
	two, three, longest := 0.0, 0.0, 0
	for i := range own {
		best := 0
		for _, p := range at[own[i].Norm] {
			n := c.sameFrom(i, p)
			best = max(best, n)
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

// maxRun bounds how far a common run of words is followed.
const maxRun = 64

func (c *comparison) sameFrom(i int, p place) int {
	own, e := c.claim.tokens, c.evidence[p.sentence].tokens
	n := 0
	for n < maxRun && i+n < len(own) && p.token+n < len(e) && own[i+n].Norm == e[p.token+n].Norm {
		n++
	}
	return n
}
