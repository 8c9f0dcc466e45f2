package word

import "strings"

// IsStop says whether a word, as Norm gives it, carries no meaning of its own: articles,
// pronouns, prepositions, auxiliaries, question words. A question never matches on these.
func IsStop(norm string) bool { return stop[norm] }

var stop = set(`
	a an the this that these those
	i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs
	himself herself itself themselves one ones
	and or but nor so yet if then than as because while although though unless until whether
	of to in on at by for from with without about into onto over under up down out off
	between among through during before after above below against within toward towards upon per via
	am is are was were be been being do does did doing done have has had having
	will would shall should can could may might must ought
	who whom whose which what when where why how
	not no nor never n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't cannot
	there here also too very just only even such same other another own each every any some all both few more most
	much many several etc
	please tell ok okay
`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
