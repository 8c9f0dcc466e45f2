package search

// A view is one way to see what was found for the questions of a fit.
type view struct {
	name    string
	weights *weights      // that are fitted
	see     func(*sample) // takes the candidates and which of them answer from what was found

	// The log of how much likelier an answer is taken to be than in the labelled data, half of
	// whose questions were written to have none.
	priorShift float64
	countRank  float64 // what all questions of a ranking set count in order, against all of the reading set
	countOwn   float64 // the same of our own questions
	countNews  float64 // the same of those on news
	unknown    bool    // some questions are also seen as they are before there are vectors
}

// By words alone an answer is taken to be nearly four times likelier, which puts the share of
// answerable questions that are refused at one in ten; by reading less than three times, which
// puts it at one in twelve.
var (
	words   = view{name: "words", weights: &byWords, see: byWordsAlone, priorShift: 1.33, countRank: 0.1, countOwn: 0.1, countNews: 0.2}
	closely = view{name: "reading", weights: &byReading, see: byReadingClosely, priorShift: 0.85, countRank: 0.2, countOwn: 1.0, countNews: 0.3, unknown: true}
)

// fit fits the weights and prints their figures.
func (v view) fit(all []*sample) weights {
	samples := v.seen(all)
	seen := samples
	if v.unknown {
		seen = withUnknown(samples)
	}
	evaluate(samples, v.name+", committed", func(int) weights { return *v.weights })
	evaluate(samples, v.name+", fitted, cross-validated", func(fold int) weights { return v.fitBoth(seen, fold) })
	fitted := v.fitBoth(seen, -1)
	evaluate(samples, v.name+", fitted, on what it saw", func(int) weights { return fitted })
	return fitted
}

// seen returns the samples as the view sees them.
func (v view) seen(samples []*sample) []*sample {
	list := make([]*sample, len(samples))
	for i, s := range samples {
		c := *s
		v.see(&c)
		list[i] = &c
	}
	return list
}

// byWordsAlone takes what was found by words, without what the encoder made of it.
func byWordsAlone(s *sample) {
	found := s.right
	s.right = nil
	for i, c := range s.ranked {
		if c.meant {
			continue
		}
		clear(c.features[readLogit:gateNoTime])
		s.candidates, s.right = append(s.candidates, c.features), append(s.right, found[i])
	}
}

// byReadingClosely takes the sentences that the encoder has read.
func byReadingClosely(s *sample) {
	n := 0
	for n < len(s.ranked) && s.ranked[n].read {
		s.candidates = append(s.candidates, s.ranked[n].features)
		n++
	}
	s.right, s.rest = s.right[:n], s.right[n:]
}

// unknownEvery is how many questions there are to one that is also seen before there are
// vectors.
const unknownEvery = 4

// withUnknown returns the samples, and some of them as they are before there are vectors.
func withUnknown(samples []*sample) []*sample {
	all := append([]*sample(nil), samples...)
	for i := 0; i < len(samples); i += unknownEvery {
		s := *samples[i]
		s.candidates = append([]features(nil), s.candidates...)
		for j := range s.candidates {
			s.candidates[j][readCosine], s.candidates[j][noCosine] = 0, 1
		}
		all = append(all, &s)
	}
	return all
}
