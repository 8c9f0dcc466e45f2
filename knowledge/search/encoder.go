package search

import (
	"cmp"
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/question"
)

// An Encoder compares texts by what they mean. *encoder.Encoder is one.
type Encoder interface {
	// Answers returns how well each candidate answers the question, in their order.
	Answers(ctx context.Context, question string, candidates []encoder.Candidate) ([]encoder.Answer, error)
	// Vector returns what the text means.
	Vector(ctx context.Context, text string) (encoder.Vector, error)
	// Busy reports whether so many questions are read that another would wait too long.
	Busy() bool
	// Fast reports whether a sentence takes milliseconds, not tenths of a second.
	Fast() bool
}

const (
	readMost     = 12  // how many of the best sentences are read closely, at some 5 ms each
	readSlowly   = 4   // and how many where the encoder is slow, so that nobody waits for seconds
	nearMost     = 12  // how many sentences are found by their meaning: as many as are read
	nearDated    = 240 // and how many are looked at, where only some days are asked for: most are of other days
	nearLeast    = 0.3 // the cosine with the question from which one is: set by hand, for what lies below shares at most a subject
	surely       = 1   // log of the odds (three in four) from which the words that answer are worth marking
	fusionDamper = 60  // of reciprocal rank fusion, as its authors have it (Cormack, Clarke and Büttcher)
)

// A reading is how the encoder sees the sentences that a ranker compares with a question.
type reading struct {
	*ranker
	Encoder
	vector   encoder.Vector // of the question
	question encoder.Block  // that vector
}

// readWith has the encoder read the question. It returns nil where there is no encoder or it
// cannot: then words alone tell.
func (r *ranker) readWith(ctx context.Context, e Encoder) *reading {
	if e == nil || e.Busy() {
		return nil
	}
	v, err := e.Vector(ctx, r.q.Text)
	if err != nil {
		return nil
	}
	return &reading{r, e, v, encoder.Block(nil).Append(&v)}
}

// near adds to what was found by words the sentences, of all articles or of one, that are
// nearest to the question in meaning, and notes which those are.
func (r *reading) near(ctx context.Context, only *article.Article, found []candidate, admit func(uint32) bool) []candidate {
	most := nearMost
	if admit != nil {
		most = nearDated
	}
	list, err := r.Nearest(ctx, &r.vector, only, most, nearLeast)
	if err != nil {
		return found
	}
	place := 0
	for _, n := range list {
		from, _ := r.span(n.Article)
		s := from + uint32(n.Index)
		if admit != nil && !admit(s) {
			continue
		}
		at := slices.IndexFunc(found, func(c candidate) bool { return c.sentence == s })
		if at < 0 {
			at, found = len(found), append(found, candidate{sentence: s, meant: true, article: r.evidence(s)})
		}
		found[at].near = 1 / float64(fusionDamper+place)
		if place++; place == nearMost {
			break
		}
	}
	return found
}

// closely reads the best of a list that is in order by words, and puts them in order by what it
// makes of them; the others stay behind them. Where the encoder cannot, the list is as words
// alone make it.
func (r *reading) closely(ctx context.Context, list []ranked) []ranked {
	most := readMost
	if !r.Fast() {
		most = readSlowly
	}
	most = min(most, len(list))
	fused := fuse(list, most)
	best := fused[:most]
	candidates := make([]encoder.Candidate, len(best))
	for i, s := range best {
		candidates[i] = r.candidate(s.sentence)
	}
	answers, err := r.Answers(ctx, r.q.Text, candidates)
	if err != nil || len(answers) != len(best) {
		return slices.DeleteFunc(list, func(c ranked) bool { return c.meant })
	}
	top := slices.MaxFunc(answers, func(a, b encoder.Answer) int { return cmp.Compare(a.Logit, b.Logit) }).Logit
	for i, a := range answers {
		s := &best[i]
		s.read = true
		if a.Logit >= surely {
			s.answer = a.Words
		}
		s.features[readLogit] = a.Logit / mostLogit
		s.features[readProbability] = sigmoid(a.Logit)
		s.features[readUnlikely] = max(0, unlikelyLogit-a.Logit) / (mostLogit / 2)
		s.features[readBehind] = (a.Logit - top) / mostLogit
		r.doubt(&s.features, s.sentence)
		c := r.comparisonOf(s.sentence)
		s.features.note(certainDeedUnheard, deedUnheard(c, a.Logit))
		s.features.note(certainContraryTold, contraryTold(c, a.Logit))
		s.features.note(certainDoubted, s.features[plainly] == 0 && (doubted(c, a.Logit) || placesTopic(c, a.Words)))
		s.features.note(certainCountsOther, countsOther(c, a.Logit))
		r.compareMeaning(&s.features, r.passage(s.sentence))
		s.order = byReading.orderOf(&s.features)
		s.place = s.order + r.pull()*s.article
	}
	inOrder(best, r.earlier)
	return fused
}

// doubt notes what the sentence lacks of the question by its words, as much as the encoder
// doubts that it answers.
func (r *reading) doubt(f *features, s uint32) {
	found, best := r.matches(s)
	doubt := 1 - f[readProbability]
	if r.doing.known && best[r.doing.verb] == 0 && best[r.doing.aim] == 0 {
		f[doubtNoDeed] = doubt
		if !r.doing.light {
			f[deedMissing] = deedOf(r.q.Kind)
		}
	}
	if r.q.Focus != "" && r.units.focus(found) == 0 {
		f[doubtNoFocus] = doubt
	}
	if r.units.onlyNames(found) {
		f[doubtNames] = doubt
	}
}

// deedOf returns how much it tells that a sentence lacks what is done. A person, a place or a manner
// may go with any deed; a number or a time less often than with the one that is asked about.
func deedOf(kind question.Kind) float64 {
	switch kind {
	case question.Who, question.Where, question.How:
		return 1
	case question.When, question.HowMany, question.Why:
		return 0.5
	}
	return 0
}

// compareMeaning notes the cosine of the question and a passage, where the passage's vector has
// been made.
func (r *reading) compareMeaning(f *features, p article.Passage) {
	made := p.Article.Vectors()
	if made == nil {
		f[noCosine] = 1
		return
	}
	f[readCosine] = float64(made.Cosine(p.Index, r.question, 0))
}

// fuse returns the list with so many first that are the best by words and by meaning, by the
// sum of their reciprocal ranks; the rest stays in order.
func fuse(list []ranked, most int) []ranked {
	fused := slices.Clone(list)
	for i := range fused {
		fused[i].fused = 1/float64(fusionDamper+i) + fused[i].near
	}
	slices.SortStableFunc(fused, func(a, b ranked) int { return cmp.Compare(b.fused, a.fused) })
	slices.SortStableFunc(fused[most:], func(a, b ranked) int { return cmp.Compare(b.place, a.place) })
	return fused
}

// candidate returns a sentence with the one before it, where it refers back: to read that too
// takes half as long again.
func (r *reading) candidate(s uint32) encoder.Candidate {
	p := r.passage(s)
	c := encoder.Candidate{Sentence: p.Text()}
	if before, ok := p.Neighbour(-1); ok && r.tokens(sentences, s).has(cuePronoun) {
		c.Before = before.Text()
	}
	return c
}
