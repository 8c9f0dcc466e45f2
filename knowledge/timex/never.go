package timex

// What looks like a date and is none. These phrases are consumed, so nothing is found inside them.
var neverRules = []rule{
	{nothing, "resolution|resolutions|article|articles|section|sections|chapter|paragraph|item|page|room|flight|highway|route|interstate|channel|protocol|unit|block INT", never},
	{nothing, "9 / 11", never},
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
