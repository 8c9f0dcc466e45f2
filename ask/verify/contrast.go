package verify

import "fmt"

// markExcepted notes what a sentence names only to leave it out: "in Ghana but not yet in
// Kenya", "rather than Kenya", "except on Monday". Such a negation is of the name or day
// that follows it and of no verb, so that the rest of the sentence stands.
func (r *reading) markExcepted() {
	for i := range r.tokens {
		if from := r.excepts(i); from > 0 {
			r.except(from)
		}
	}
}

// excepts returns the token after words at token i that leave out what follows them, or 0.
func (r *reading) excepts(i int) int {
	t := r.tokens[i]
	next := i + 1
	switch {
	case next >= len(r.tokens) || r.notOnly(i):
		return 0
	case exceptions[t.Norm] || denies(t.Norm) && t.Norm != "no":
		return next
	case exceptionPairs[[2]string{t.Norm, r.tokens[next].Norm}]:
		return next + 1
	}
	return 0
}

// except marks the names and dates from token i on, as far as nothing but small words and
// more names stand between them.
func (r *reading) except(i int) {
	clause := r.tokens[i-1].clause
	for ; i < len(r.tokens) && r.tokens[i].clause == clause; i++ {
		t := &r.tokens[i]
		switch {
		case t.name > 0 || t.date > 0:
			t.excepted = true
		case t.Norm == "and" || !t.Stop && !stays[t.Norm] || auxiliaries[t.Norm]:
			return
		}
	}
}

// contrast reports a name or date that the article leaves out and the claim does not, or the
// other way round.
func (c *comparison) contrast() []Reason {
	for i, t := range c.claim.tokens {
		l := c.links[i]
		if t.name == 0 && t.date == 0 || !l.found() || t.excepted == c.token(l).excepted {
			continue
		}
		if t.excepted {
			return []Reason{{Negation, fmt.Sprintf("the claim leaves out %q, the article does not", c.claim.written(i))}}
		}
		return []Reason{{Negation, fmt.Sprintf("the article leaves out %q, the claim does not", c.claim.written(i))}}
	}
	return nil
}

var (
	exceptions     = set(`except excepting excluding barring without unlike`)
	exceptionPairs = map[[2]string]bool{
		{"rather", "than"}: true, {"instead", "of"}: true, {"other", "than"}: true, {"apart", "from"}: true,
		{"as", "opposed"}: true,
	}
	// stays are words that may stand between "not" and what it leaves out.
	stays = set(`yet even just necessarily also longer`)
)
