package timex

// Times without days: "now", "recently", "in the future". Those that need no more than their words are
// in the data.
var vagueRules = append([]rule{
	{date, "now", bareNow},
	{date, "between|from ^ now $ and|to|until|till", openingNow},
	{date, "to date NOUNEND", refer("PRESENT_REF")}, // not the verb: "to date the core"
	{date, "future", bareFuture},
}, dataRules(date, "vague times", refer)...)

// bareNow leaves alone the "Now" that only opens a sentence.
func bareNow(m *match) meaning {
	if m.tokens[m.first].shape == capital && m.sentenceEnds(m.first-1) && len(m.tokens) > m.end {
		return nil
	}
	return always(reference("PRESENT_REF"))
}

func bareFuture(m *match) meaning {
	before := m.at(m.first - 1)
	if before != &outside && m.tokens[m.first].shape == capital || before.word == wordA {
		return nil
	}
	return always(reference("FUTURE_REF"))
}

// openingNow is the "now" that opens a range, which needs a day.
func openingNow(*match) meaning {
	return func(s *scope) result {
		r := reference("PRESENT_REF")
		r.from, r.to, r.grain = s.ref(), s.ref(), oneDay
		r.vague = !r.known()
		return r
	}
}
