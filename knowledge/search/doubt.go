package search

import "talksbot/knowledge/question"

// A limit is the encoder's log of the odds below which a sentence answers no question of a kind.
type limit struct {
	unheard float64 // where the sentence has no word for what is done
	distant float64 // where it has only a distant synonym of it
	open    float64 // where the question does not say what is done
	told    float64 // where it has
}

// never is a limit that nothing falls below.
const never = -100

// limits were read off the answers to a quarter of SQuAD and to questions on news pages: of the
// sentences below them no more than one in four answered.
var limits = map[question.Kind]limit{
	question.Who:   {unheard: -1.4, distant: -2, open: -2, told: -3},
	question.When:  {unheard: -2, distant: -3, open: never, told: never},
	question.Where: {unheard: never, distant: -1, open: never, told: never},
	question.Why:   {unheard: -0.5, distant: -2, open: never, told: never},
}

// manyMet is how many words of the question a sentence may have and yet be about something else.
const manyMet = 2

// met returns how many words and names of the question the sentence has.
func met(c *comparison) int {
	n := 0
	for _, b := range c.best {
		if b > 0 {
			n++
		}
	}
	return n
}

// doubted reports whether the sentence does not tell, by any word for it, what is done in the question,
// and the encoder doubts that it answers: "Who moderated the debate?" of those who took part in one.
func doubted(c *comparison, logit float64) bool {
	most, asks := limits[c.q.Kind]
	d := c.doing
	switch told := max(c.best[d.verb], c.best[d.aim]); {
	case !asks || c.q.Identity || met(c) > manyMet || d.known && (d.light || d.wish):
		return false
	case !d.known:
		return logit < most.open
	case told == 0:
		return logit < most.unheard
	case told < likeParaphrase:
		return logit < most.distant
	default:
		return logit < most.told
	}
}
