package ask

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
	"talksbot/prompts"
)

// What a model is shown at most.
const (
	mostWhole       = 60   // sentences of articles that are shown whole
	defaultEvidence = 3000 // tokens: fits a model of 8,000 with the rules, and a reply
)

// perSentence is about how many tokens a sentence takes beside its words.
const perSentence = 12

// tokens returns about how many tokens a sentence takes, at four bytes each.
func tokens(s article.Passage) int { return len(s.Text())/4 + perSentence }

// evidence returns the sentences that a model is shown, in reading order: the articles whole where they
// are short and few, and else what was found, the best first as far as there is room, with what stands
// beside each.
func evidence(p plan, found []article.Passage, room int) []article.Passage {
	told := tellingOf(p, found)
	if all, ok := whole(p, told, room); ok {
		return all
	}
	var shown []article.Passage
	add := func(s article.Passage) {
		if Number(shown, s) > 0 || tokens(s) > room || !told.belongs(s) {
			return
		}
		room -= tokens(s)
		shown = append(shown, s)
	}
	for _, s := range found {
		add(s)
	}
	for _, s := range found {
		for _, at := range []int{-1, 1} {
			if beside, ok := s.Neighbour(at); ok {
				add(beside)
			}
		}
	}
	slices.SortFunc(shown, article.Passage.Compare)
	return shown
}

// whole returns all sentences of the articles that may answer, the oldest article first, and whether
// there are few enough.
func whole(p plan, told telling, room int) ([]article.Passage, bool) {
	var all []article.Passage
	for _, a := range slices.Backward(p.within()) {
		if len(all)+len(a.Sentences) > mostWhole {
			return nil, false
		}
		for _, s := range only(told.sentences(a), told.belongs) {
			if room -= tokens(s); room < 0 {
				return nil, false
			}
			all = append(all, s)
		}
	}
	return all, len(all) > 0
}

// material is what a model is told: the question, the conversation before it, and the sentences under
// the articles in which they stand.
func material(p plan, shown []article.Passage) prompts.AnswerData {
	data := prompts.AnswerData{Question: p.asked, Asked: calendar.Days{From: p.today}.Plain()}
	for _, t := range conversation.Recent(p.earlier) {
		data.Earlier = append(data.Earlier, prompts.Turn{Question: t.Question, Answer: t.Answer})
	}
	newest := p.library.Newest().Day
	for i, s := range shown {
		if i == 0 || shown[i-1].Article != s.Article {
			data.Articles = append(data.Articles, heading(s.Article))
		}
		a := &data.Articles[len(data.Articles)-1]
		a.Newest = len(p.library.Articles()) > 1 && !newest.IsZero() && s.Article.Published.Day == newest
		a.Passages = append(a.Passages, passage(s))
	}
	return data
}

func heading(a *article.Article) prompts.Article {
	told := prompts.Article{Title: a.Title, Outlet: a.Outlet}
	if d := a.Published.Day; !d.IsZero() {
		told.Published = calendar.Days{From: d}.Plain()
	}
	return told
}

func passage(s article.Passage) prompts.Passage {
	speaker, _ := s.Speaker()
	told := prompts.Passage{Speaker: speaker, Text: s.Text()}
	for _, d := range s.Dates() {
		if d.Relative && !d.From.IsZero() {
			told.Meanings = append(told.Meanings, prompts.Meaning{Words: s.Text()[d.Start:d.End], Means: calendar.Days{From: d.From, To: d.To}.Plain()})
		}
	}
	return told
}

// The share of a claim's words that a sentence it may rest on has at least, and one that the search did
// not find to bear on the question.
const (
	leastShared = 0.25
	leastAlone  = 0.5
)

// restsOn returns those of the sentences a claim cites that it may rest on, as many as are asked for. A claim may be put
// together from several: then each has a part of its words, the first half of what one alone would need,
// and the next their share of the words that are left. One that goes on from such a sentence may rest on no word of
// its own: "Until then they must stay." Of a claim in another language nothing tells.
func restsOn(claim string, cited []article.Passage, most int) []article.Passage {
	if message.LanguageOf(claim) != "" {
		return cited[:min(len(cited), most)]
	}
	var found []article.Passage
	left := english.ContentStems(claim)
	for parts := min(len(cited), 2); len(found) < most; parts = 1 {
		best, share := article.Passage{}, 0.0
		for _, s := range cited {
			if has := shareOf(left, s); Number(found, s) == 0 && has > share && has*float64(parts) >= least(s) {
				best, share = s, has
			}
		}
		if best.Article == nil {
			break
		}
		found = append(found, best)
		has := english.ContentStems(best.Text())
		left = slices.DeleteFunc(left, func(w string) bool { return slices.Contains(has, w) })
	}
	for _, s := range cited {
		if before, ok := s.Neighbour(-1); ok && len(found) < most && Number(found, s) == 0 && Number(found, before) > 0 {
			found = append(found, s)
		}
	}
	return only(cited, func(s article.Passage) bool { return Number(found, s) > 0 })
}

// least returns which share of a claim's words a sentence has that it may rest on.
func least(s article.Passage) float64 {
	if s.Score >= bears {
		return leastShared
	}
	return leastAlone
}

// shareOf returns which share of the words a sentence has.
func shareOf(words []string, s article.Passage) float64 {
	return float64(shared(words, english.ContentStems(s.Text()))) / float64(max(len(words), 1))
}
