package verify

import "talksbot/ask/verify/grammar"

var comparativeRule = rule{
	Description: Description{Comparative, "certainty and amounts", "no word of the claim has its opposite in the sentence, and nothing is compared that is not there"},
	judge:       judgeComparative,
	mend:        mendOpposite,
	hurts:       sense, by: 0.5,
}

// judgeComparative reports a word of the claim whose opposite the article has in its place, and
// a comparison the article does not make.
func judgeComparative(c *comparison) []Reason {
	for i, t := range c.claim.Tokens {
		key := oppositeKey(t)
		against, known := opposites[key]
		if !known || t.Number > 0 || hedges(c.claim, i) || c.holds(key) {
			continue
		}
		for _, o := range against {
			if c.holds(o) {
				return because(Comparative, differsWord, o, c.claim.Written(i))
			}
		}
		if degrees[key] {
			return because(Comparative, noComparison, c.sources(), c.claim.Written(i))
		}
	}
	return nil
}

// hedges reports whether token i belongs to the hedge of a number: "more than ten".
func hedges(r *grammar.Sentence, i int) bool {
	for k := i + 1; k < len(r.Tokens) && k <= i+2; k++ {
		if n := r.Tokens[k].Number; n > 0 && r.Numbers[n-1].Hedge != grammar.Exactly {
			return true
		}
	}
	return false
}

// holds reports whether a sentence that the claim is linked to has the word.
func (c *comparison) holds(key string) bool {
	linked := make([]bool, len(c.evidence))
	for _, l := range c.links {
		if l.found() {
			linked[l.sentence] = true
		}
	}
	for s, e := range c.evidence {
		if !linked[s] {
			continue
		}
		for i, t := range e.Tokens {
			if oppositeKey(t) == key && !hedges(e, i) {
				return true
			}
		}
	}
	return false
}

// oppositeKey is the form in which the table of opposites has a word.
func oppositeKey(t grammar.Token) string {
	if t.Key != "" && t.Number == 0 {
		return t.Key
	}
	return t.Norm
}

// opposites leads from the key of a word to those of its opposites.
var opposites = oppositePairs(`
	more less
	more fewer
	before after
	before following
	above below
	over under
	up down
	inside outside
	increase decrease
	increase reduce
	escalate defuse
	high low
	higher lower
	large small
	larger smaller
	bigger smaller
	greater lesser
	better worse
	best worst
	early late
	earlier later
	old young
	older younger
	long short
	longer shorter
	strong weak
	stronger weaker
	fast slow
	faster slower
	north south
	northern southern
	east west
	eastern western
	eastward westward
	win lose
	defeat loss
	support oppose
	accept reject
	agree disagree
	approve reject
	allow ban
	allow prevent
	include exclude
	open close
	start end
	enter leave
	arrive leave
	arrive depart
	buy sell
	borrow lend
	import export
	attack defend
	advance retreat
	withdraw deploy
	amass withdraw
	guilty innocent
	guilty acquit
	convict acquit
	war peace
	friend enemy
	ally enemy
	rich poor
	public private
	male female
	man woman
	boy girl
	husband wife
	son daughter
	brother sister
	father mother
	majority minority
	offensive defensive
	aggressive peaceful
	unilateral multilateral
	unilateral mutual
	bilateral multilateral
	raise lower
	lead trail
	ahead behind
	first last
	past future
	easy difficult
	safe dangerous
	legal illegal
	possible impossible
	likely unlikely
	alive dead
	hot cold
	hire fire
	love hate
	remember forget
	confirm deny
	admit deny
	succeed fail
	praise criticise
	expand shrink
	positive negative
	optimistic pessimistic
	upcoming recent
`)

func oppositePairs(table string) map[string][]string {
	m := map[string][]string{}
	add := func(a, b string) { m[a] = append(m[a], b) }
	for _, pair := range grammar.Pairs(table) {
		a, b := pair[0], pair[1]
		if a != b {
			add(a, b)
			add(b, a)
		}
	}
	return m
}

// degrees are comparatives that a claim must not make on its own.
var degrees = grammar.Set(`more less fewer`)

// mendOpposite puts a word of the sentence for its opposite.
func mendOpposite(c *comparison) (all []repair) {
	e := c.evidence[0]
	for i, t := range c.claim.Tokens {
		for _, o := range opposites[oppositeKey(t)] {
			for k, there := range e.Tokens {
				if oppositeKey(there) == o && t.Number == 0 && !c.linkedTo[place{0, k}] {
					said := e.Written(k)
					all = append(all, put(c, t.Start, t.End, said, Comparative, differsQuoted, said, c.claim.Written(i)))
				}
			}
		}
	}
	return all
}
