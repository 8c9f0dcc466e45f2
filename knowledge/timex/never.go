package timex

// What looks like a date and is none. These phrases are consumed, so nothing is found inside them.
var neverRules = []rule{
	{nothing, "resolution|resolutions|article|articles|section|sections|chapter|paragraph|item|page|room|flight|highway|route|interstate|channel|protocol|unit|block INT", never},
	{nothing, "9 / 11", never},
	{nothing, "24 / 7", never},
	{nothing, "INT hours a day", never},
	{nothing, "seven days a week", never},
	{nothing, "NUM - UNIT - old|olds", never},
	{nothing, "NUM UNIT old", never},
	{nothing, "NUM - UNIT old", never},
	{nothing, "NUM UNIT of age", never},
	{nothing, "his|her|my|your|their|our EDGE? -? YYDECADE s", never},
	{nothing, "INT UNIT", title},
	{nothing, "INT - INT - INT", notADate},
}

func never(*match) meaning { return nowhere }

func nowhere(*scope) result { return result{} }

// notADate takes what has the form of a telephone number.
func notADate(m *match) meaning {
	if t := m.tokens[m.first]; t.digits == 3 {
		return nowhere
	}
	return nil
}

// title takes the name of a programme: "60 Minutes".
func title(m *match) meaning {
	if t := m.token(symUnit); t.shape == capital && m.first > 0 && !m.sentenceEnds(m.first-1) {
		return nowhere
	}
	return nil
}
