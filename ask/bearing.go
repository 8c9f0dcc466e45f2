package ask

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/search"
)

// bears is the Passage.Score from which a passage bears on the question, if only as context.
// What stands in an article for models to obey scores .05 or so for a question about anything
// else, and .21 where it shares a word of weight; what people would call related .3 and more.
const bears = 0.25

// bearing returns the passages that bear on the question. A model is shown no others: one
// that is talked into reading a passage out reads it word for word, which every check of the
// words passes.
func bearing(passages []article.Passage) []article.Passage {
	var near []article.Passage
	for _, p := range passages {
		if p.Score >= bears {
			near = append(near, p)
		}
	}
	return near
}

func answers(found []article.Passage) bool {
	return len(found) > 0 && found[0].Score >= search.Answers
}

func only(all []article.Passage, wanted func(article.Passage) bool) []article.Passage {
	var kept []article.Passage
	for _, p := range all {
		if wanted(p) {
			kept = append(kept, p)
		}
	}
	return kept
}
