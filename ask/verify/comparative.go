package verify

import "fmt"

// comparative reports a word of the claim whose opposite the article has in its place, and
// a comparison the article does not make.
func (c *comparison) comparative() []Reason {
	for i, t := range c.claim.tokens {
		key := oppositeKey(t)
		against, known := opposites[key]
		if !known || t.number > 0 || c.claim.hedges(i) || c.holds(key) {
			continue
		}
		for _, o := range against {
			if c.holds(o) {
				return []Reason{{Comparative, fmt.Sprintf("the article says %q, not %q", o, c.claim.written(i))}}
			}
		}
		if degrees[key] {
			return []Reason{{Comparative, fmt.Sprintf("%s make no comparison with %q", c.sources(), c.claim.written(i))}}
		}
	}
	return nil
}

// hedges says whether token i belongs to the hedge of a number: "more than ten".
func (r *reading) hedges(i int) bool {
	for k := i + 1; k < len(r.tokens) && k <= i+2; k++ {
		if n := r.tokens[k].number; n > 0 && r.numbers[n-1].hedge != exactly {
			return true
		}
	}
	return false
}

// holds says whether a sentence that the claim is linked to has the word.
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
		for i, t := range e.tokens {
			if oppositeKey(t) == key && !e.hedges(i) {
				return true
			}
		}
	}
	return false
}

// oppositeKey is the form in which the table of opposites has a word.
func oppositeKey(t token) string {
	if t.key != "" && t.number == 0 {
		return t.key
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
	for _, pair := range pairs(table) {
		a, b := pair[0], pair[1]
		if a != b {
			add(a, b)
			add(b, a)
		}
	}
	return m
}

// degrees are comparatives that a claim must not make on its own.
var degrees = set(`more less fewer`)
