package timex

// Times without days: "now", "recently", "in the future", "after the holidays".
var vagueRules = []rule{
	{date, "now", bareNow},
	{date, "currently|nowadays", refer("PRESENT_REF")},
	{date, "right|just|until|by|from|for|even|only ^ now", refer("PRESENT_REF")},
	{date, "right now", refer("PRESENT_REF")},
	{date, "between|from ^ now $ and|to|until|till", fromNow},
	{date, "at ^ the present|moment", refer("PRESENT_REF")},
	{date, "at ^ this time|moment", refer("PRESENT_REF")},
	{date, "at ^ the present|current time|moment", refer("PRESENT_REF")},
	{date, "at ^ present", refer("PRESENT_REF")},
	{date, "these days", refer("PRESENT_REF")},
	{date, "to date", toDate},
	{date, "the present day", refer("PRESENT_REF")},
	{date, "recently|lately|formerly", refer("PAST_REF")},
	{date, "in ^ the recent? past", refer("PAST_REF")},
	{date, "the recent|distant past", refer("PAST_REF")},
	{date, "until ^ recently", refer("PAST_REF")},
	{date, "long|some time ago", refer("PAST_REF")},
	{date, "the ( near|immediate|foreseeable|distant )? future", refer("FUTURE_REF")},
	{date, "future", bareFuture},
	{date, "near future", refer("FUTURE_REF")},
}

func refer(value string) func(*match) meaning {
	return func(*match) meaning {
		return func(*scope) result { return reference(value) }
	}
}

// toDate is not the verb: "to date the core".
func toDate(m *match) meaning {
	if !m.endsPhrase() {
		return nil
	}
	return refer("PRESENT_REF")(m)
}

// bareNow leaves alone the "Now" that only opens a sentence.
func bareNow(m *match) meaning {
	if m.tokens[m.first].shape == capital && m.sentenceEnds(m.first-1) && len(m.tokens) > m.end {
		return nil
	}
	return refer("PRESENT_REF")(m)
}

func bareFuture(m *match) meaning {
	before := m.at(m.first - 1)
	if before != nil && (m.tokens[m.first].shape == capital || before.word == wordA) {
		return nil
	}
	return refer("FUTURE_REF")(m)
}

// fromNow is the "now" that opens a range, which needs a day.
func fromNow(*match) meaning {
	return func(s *scope) result {
		r := reference("PRESENT_REF")
		r.from, r.to, r.grain = s.ref(), s.ref(), oneDay
		r.vague = !r.known()
		return r
	}
}
