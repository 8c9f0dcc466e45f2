package search

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

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

// What the encoder must give a sentence that has nothing of the question but names. Whether something is
// so it hardly tells, for it learned from questions of other kinds.
var limitsOfNames = map[question.Kind]float64{
	question.When:  0,
	question.YesNo: 1,
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
	if least, asks := limitsOfNames[c.q.Kind]; asks && logit < least && !possibly(c) && c.units.onlyNames(c.found) {
		return true
	}
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

// possibly reports whether it is asked what may be, which is told by whatever allows or forbids it:
// "Can Kern play?" by "Kern is suspended".
func possibly(c *comparison) bool {
	return c.q.Kind == question.YesNo && possible.Has(c.q.Words.Tokens[0].Norm)
}

// placesTopic reports whether it is asked where something is, and the words that the encoder takes for the
// answer are the place of something else: of "hold talks on the situation in Malta", Malta.
func placesTopic(c *comparison, words english.Span) bool {
	if c.q.Kind != question.Where {
		return false
	}
	for i, w := range c.text().Tokens {
		if words.Contains(w.Span) && c.all[i].word&flagPlace != 0 {
			return c.all.topic(i, c.found)
		}
	}
	return false
}
