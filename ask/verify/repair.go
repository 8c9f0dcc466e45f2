package verify

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// To contradict a claim, a sentence has to say all of it but for one thing, and that one
// thing otherwise. So the claim is repaired in one place, with what the sentence has there,
// and judged again by that sentence alone: where the repaired claim holds, the repair is
// what differs. Whatever else is wrong with the claim makes the repaired one fail, too.

// A repair is the claim with one thing put right.
type repair struct {
	claim  string
	reason Reason
}

// maxRepairs bounds how many repairs of one claim are judged by one sentence.
const maxRepairs = 48

// A mender makes the repairs that may put right what a rule found wrong.
type mender struct {
	rule Rule
	mend func(*comparison) []repair
}

var menders = []mender{
	{Date, (*comparison).otherDates},
	{Number, (*comparison).otherNumbers},
	{Attribution, (*comparison).otherSpeakers},
	{Name, (*comparison).otherNames},
	{Comparative, (*comparison).otherWords},
	{Negation, (*comparison).otherSense},
	{Role, (*comparison).otherRoles},
}

// repairs returns what is worth trying on a claim that the rules found wrong for the reasons.
func (c *comparison) repairs(reasons []Reason) (all []repair) {
	for _, m := range menders {
		if slices.ContainsFunc(reasons, func(r Reason) bool { return r.Rule == m.rule }) {
			all = append(all, m.mend(c)...)
		}
	}
	return all[:min(len(all), maxRepairs)]
}

// contradicted returns the repair that makes the claim hold, and whose words the sentence
// then gives it as.
func (j Judge) contradicted(c *comparison, lib *knowledge.Library, words *word.Reader) (r repair, whose string, ok bool) {
	for _, r := range c.repairs(j.judge(c).Reasons) {
		own := j.readClaim(r.claim, c.evidence[0].passage.Article.Published, words)
		repaired := compare(own, c.evidence, j.Names)
		if j.judge(repaired).Supported {
			return r, "", true
		}
		if whose, reported := j.reported(repaired, lib); reported {
			return r, whose, true
		}
	}
	return repair{}, "", false
}

// put returns the claim with text[start:end] replaced, and why.
func (c *comparison) put(start, end int, text string, rule Rule, said, instead string) repair {
	t := c.claim.text
	return repair{t[:start] + text + t[end:], Reason{rule, fmt.Sprintf("the article says %s, not %s", said, instead)}}
}

// otherDates puts a date of the sentence for one of the claim that it cannot be.
func (c *comparison) otherDates() (all []repair) {
	e := c.evidence[0]
	for k, d := range c.claim.dates {
		own := c.claimDate(k, e.passage.Article.Published)
		for _, there := range e.dates {
			if !dated(own) || !dated(there) || !exclude(there, own) {
				continue
			}
			written, said := c.claim.text[d.Start:d.End], e.text[there.Start:there.End]
			text := said
			if own.From.Year != there.From.Year && !there.From.IsZero() && !strings.Contains(said, strconv.Itoa(there.From.Year)) {
				said += " (of " + strconv.Itoa(there.From.Year) + ")"
			}
			all = append(all, c.put(d.Start, d.End, text, Date, said, written))
		}
	}
	return all
}

// exclude says whether two dates have no day in common. A date that contains the other, or
// whose days are not known, excludes nothing.
func exclude(a, b timex.Expression) bool {
	if a.From.IsZero() || b.From.IsZero() || a.To.IsZero() || b.To.IsZero() {
		return a.Value != b.Value && len(a.Value) == len(b.Value) && !within(a.Value, b.Value)
	}
	return a.To.Before(b.From) || b.To.Before(a.From)
}

// otherNumbers puts a number of the sentence for one of the same thing that it cannot be.
func (c *comparison) otherNumbers() (all []repair) {
	e := c.evidence[0]
	for _, n := range c.claim.numbers {
		for _, m := range e.numbers {
			if n.ordinal != m.ordinal || n.unit != m.unit || !disjoint(n, m) || e.torn(m) || c.missingNumber(n) == "" {
				continue
			}
			start, end := c.claim.tokens[n.first].Start, c.claim.tokens[n.last].End
			said := e.phrase(m.first, m.last)
			all = append(all, c.put(start, end, said, Number, said, c.claim.text[start:end]))
		}
	}
	return all
}

// torn says whether a number is a piece of one that the text has taken apart: "10, 000".
func (r *reading) torn(n number) bool {
	figures := func(i int) bool {
		return i >= 0 && i < len(r.tokens) && strings.ContainsAny(r.tokens[i].Norm[:1], "0123456789")
	}
	return figures(n.first-1) || figures(n.last+1)
}

func disjoint(n, m number) bool {
	low, high := n.bounds()
	from, to := m.bounds()
	return high < from || to < low
}

// bounds returns what the number can be, its hedge taken widely.
func (n number) bounds() (low, high float64) {
	wide := 0.2 * math.Abs(n.value)
	switch n.hedge {
	case about:
		return n.value - wide, n.value + wide
	case nearly:
		return n.value - wide, n.value
	case atLeast:
		return n.value, math.Inf(1)
	case atMost:
		return math.Inf(-1), n.value
	}
	return n.value, n.value
}

// otherNames puts a name of the sentence, which the claim does not have, for a name of its
// kind that the sentence does not have. A name in a list excludes no other.
func (c *comparison) otherNames() (all []repair) {
	e := c.evidence[0]
	for k, own := range c.claim.names {
		if c.named(k) || c.claim.listed(k) {
			continue
		}
		for n, m := range e.names {
			taken := slices.ContainsFunc(c.claim.names, func(o knowledge.Mention) bool { return c.isSame(o, m) })
			if taken || e.listed(n) || !interchangeable(own.Kind, m.Kind) {
				continue
			}
			said := e.text[m.Start:m.End]
			all = append(all, c.put(own.Start, own.End, said, Name, said, c.claim.text[own.Start:own.End]))
		}
	}
	return all
}

// interchangeable says whether a name of one kind may stand in the place of one of another:
// of the same kind, and that of somebody unknown for a person's.
func interchangeable(claim, article knowledge.NameKind) bool {
	return claim == article && claim != knowledge.OtherName || claim == knowledge.OtherName && article == knowledge.Person
}

// listed says whether name k stands in a list of names: "Iraq, Libya and Nepal".
func (r *reading) listed(k int) bool {
	joined := func(a, b knowledge.Mention) bool {
		return a.End <= b.Start && listing[strings.TrimSpace(r.text[a.End:b.Start])]
	}
	return k > 0 && joined(r.names[k-1], r.names[k]) || k+1 < len(r.names) && joined(r.names[k], r.names[k+1])
}

var listing = map[string]bool{",": true, "and": true, ", and": true, "or": true, ", or": true, "&": true, "and the": true, ", and the": true}

// otherSpeakers puts whom the sentence gives the words to for whom the claim does.
func (c *comparison) otherSpeakers() (all []repair) {
	e := c.evidence[0]
	for k, own := range c.claim.reports {
		if own.until <= own.source || len(c.claim.speakers(k)) == 0 {
			continue
		}
		start, end := c.claim.tokens[own.source].Start, c.claim.tokens[own.until-1].End
		for i := own.first; i <= own.last; i++ {
			l := c.links[i]
			if !l.found() || c.token(l).report == 0 || !c.otherSpeaker(k, l) {
				continue
			}
			p := e.reports[c.token(l).report-1]
			said := e.phrase(p.source, p.until-1)
			all = append(all, c.put(start, end, said, Attribution, "these are the words of "+said, "of "+c.claim.text[start:end]))
			break
		}
	}
	return all
}

// otherWords puts a word of the sentence for its opposite.
func (c *comparison) otherWords() (all []repair) {
	e := c.evidence[0]
	for i, t := range c.claim.tokens {
		for _, o := range opposites[oppositeKey(t)] {
			for k, there := range e.tokens {
				if oppositeKey(there) == o && t.number == 0 && !c.linkedTo[place{0, k}] {
					said := e.written(k)
					all = append(all, c.put(t.Start, t.End, said, Comparative, quoted(said), quoted(c.claim.written(i))))
				}
			}
		}
	}
	return all
}

// otherSense takes a "not" out of the claim, or puts one where the sentence has it.
func (c *comparison) otherSense() (all []repair) {
	text := c.claim.text
	for i, t := range c.claim.tokens {
		if without, ok := affirmed[t.Norm]; ok || strings.HasSuffix(t.Norm, "n't") {
			if !ok {
				without = strings.TrimSuffix(t.Norm, "n't")
			}
			all = append(all, repair{text[:t.Start] + without + text[t.End:],
				Reason{Negation, "the article says this without " + quoted(c.claim.written(i))}})
		}
		if l := c.links[i]; l.found() && t.predicates() && !t.negated && c.token(l).negated {
			said, ok := c.evidence[0].denied(l.token)
			if ok {
				all = append(all, c.put(t.Start, t.Start, "not ", Negation, quoted(said), quoted(c.claim.written(i))))
			}
		}
	}
	return all
}

// affirmed says what is left of a word that denies.
var affirmed = map[string]string{"not": "", "never": "", "no": "", "cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}

// denied returns the words from what denies token i up to it.
func (r *reading) denied(i int) (string, bool) {
	for k := i - 1; k >= 0 && r.tokens[k].clause == r.tokens[i].clause; k-- {
		if r.negates(k) > 0 {
			return r.phrase(k, i), true
		}
	}
	return "", false
}

// otherRoles has the two sides of a word change places: "the mayor sued the bank" for "the
// bank sued the mayor".
func (c *comparison) otherRoles() (all []repair) {
	r := c.claim
	for v, t := range r.tokens {
		if v == 0 || t.key == "" || t.name > 0 || t.number > 0 || !c.links[v].found() {
			continue
		}
		first, last := v, v
		for first > 0 && r.tokens[first-1].clause == t.clause && v-first < maxSide {
			first--
		}
		for last+1 < len(r.tokens) && r.tokens[last+1].clause == t.clause && last-v < maxSide && !(last > v && sideEnds[r.tokens[last+1].Norm]) {
			last++
		}
		if whole := first == 0 || r.tokens[first-1].clause != t.clause; first == v || last == v || !whole {
			continue
		}
		left, right := strings.TrimSpace(r.text[r.tokens[first].Start:t.Start]), r.phrase(v+1, last)
		all = append(all, repair{
			r.text[:r.tokens[first].Start] + right + " " + r.written(v) + " " + left + r.text[r.tokens[last].End:],
			Reason{Role, "the article has it the other way round"}})
	}
	return all
}

// maxSide is how many words a side has at most: more than a name and what goes with it is a
// clause of its own.
const maxSide = 6

var sideEnds = set(`of to for with in on at by from that about against over into near after before during and or but`)

func quoted(s string) string { return "“" + s + "”" }
