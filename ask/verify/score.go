package verify

import "math"

// score returns how sure the comparison is, 0..1: a logistic model over what the trace found.
func (c *comparison) score(reasons []Reason) float64 {
	sum := bias
	for i, x := range c.features(reasons) {
		sum += weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

const bias = -0.5

var weights = [featureCount]float64{covered: 1}

// The features of a comparison.
const (
	covered = iota // share of the claim's weight that is found
	featureCount
)

func (c *comparison) features(reasons []Reason) (f [featureCount]float64) {
	total := 0.0
	for i, t := range c.claim.tokens {
		if t.key == "" {
			continue
		}
		total += t.weight
		if c.links[i].found() || c.explained(i) {
			f[covered] += t.weight
		}
	}
	f[covered] /= max(total, 1)
	return f
}
