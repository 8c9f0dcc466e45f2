package verify

import (
	"context"
	"slices"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/story"
)

// aged returns a finding as it stands today: what only an older sentence says, and a newer one
// says otherwise, supports nothing and contradicts nothing.
func (j Judge) aged(ctx context.Context, lib *knowledge.Library, claim string, f Finding) Finding {
	switch f.Ruling {
	case Supported, Reported:
		return takenBack(lib, claim, outdated(lib, claim, f))
	case Contradicted:
		return j.contradictedNow(ctx, lib, claim, f)
	}
	return f
}

// outdated returns a finding that a claim holds, or that it does so no longer, or that sources differ.
func outdated(lib *knowledge.Library, claim string, f Finding) Finding {
	own := english.Read(claim)
	if atFirst.HasAny(own.Tokens) {
		return f
	}
	for _, ruling := range []Ruling{Superseded, Disputed} {
		var against []article.Passage
		for _, cite := range f.Cites {
			for _, r := range lib.Story().Of(cite) {
				if rulingOf(r.Kind) == ruling && bearsOn(own, r) {
					against = appendNew(against, lib.Story().Told(r.There))
				}
			}
		}
		if len(against) > 0 {
			f.Ruling, f.Supported, f.Against, f.Reasons = ruling, false, against[:min(len(against), maxNearest)], because(Coverage, map[Ruling]Case{Superseded: newerSays, Disputed: othersSay}[ruling])
			return f
		}
	}
	return f
}

var atFirst = english.Class("at first")

func rulingOf(k story.Kind) Ruling {
	return map[story.Kind]Ruling{story.Replaced: Superseded, story.Differs: Disputed}[k]
}

func appendNew(all, more []article.Passage) []article.Passage {
	for _, p := range more {
		if !slices.ContainsFunc(all, func(o article.Passage) bool { return o.Compare(p) == 0 }) {
			all = append(all, p)
		}
	}
	return all
}

// bearsOn reports whether the claim states what another sentence says otherwise. What happened stays so
// after what it led to is over: only a claim of how things are is overtaken.
func bearsOn(claim english.Text, r story.Relation) bool {
	if r.Event && !present.HasAny(claim.Tokens) {
		return false
	}
	return states(claim, r.Here, r.Word)
}

// states reports whether the claim has the words that stand in a span of a sentence.
func states(claim english.Text, p article.Passage, at english.Span) bool {
	for _, w := range p.Words().In(at).Tokens {
		if !w.Stop && !slices.ContainsFunc(claim.Tokens, func(t english.Token) bool { return sameWord(t, w) }) {
			return false
		}
	}
	return true
}

// takenBack returns a finding of a claim that states what the sentence it rests on gives only as what was
// so before: "up from 180".
func takenBack(lib *knowledge.Library, claim string, f Finding) Finding {
	own := english.Read(claim)
	if f.Ruling != Supported && f.Ruling != Reported || atFirst.HasAny(own.Tokens) || speaksOfChange(own) {
		return f
	}
	for _, cite := range f.Cites {
		for _, at := range lib.Story().TakenBack(cite) {
			if states(own, cite, at) && !denies(own) {
				f.Ruling, f.Supported, f.Against, f.Reasons = Superseded, false, []article.Passage{cite}, because(Coverage, newerSays)
				if earlier := saidIn(lib, cite, at); len(earlier) > 0 {
					f.Cites = earlier
				}
				return f
			}
		}
	}
	return f
}

// saidIn returns the older sentences that state what the sentence takes back.
func saidIn(lib *knowledge.Library, cite article.Passage, at english.Span) []article.Passage {
	var earlier []article.Passage
	for _, r := range lib.Story().Of(cite) {
		if r.Kind == story.Replaces && states(english.Read(r.Other.Of(r.There.Text())), cite, at) {
			earlier = appendNew(earlier, []article.Passage{r.There})
		}
	}
	return earlier
}

// speaksOfChange reports whether a claim tells of a change itself, and so of what was before it.
func speaksOfChange(claim english.Text) bool { return changeWords.HasAny(claim.Tokens) }

// denies reports whether a claim denies something, as the sentence may.
func denies(claim english.Text) bool {
	return slices.ContainsFunc(claim.Tokens, func(t english.Token) bool { return grammar.Denies(t.Norm) })
}

var changeWords = english.Class("said before")

var present = english.Class("present forms of be")

// sameWord reports whether two words are the same, or numbers of one value.
func sameWord(t, u english.Token) bool {
	n, isNumber := english.Number(t.Norm)
	m, both := english.Number(u.Norm)
	return t.Stem == u.Stem || isNumber && both && n == m
}

// contradictedNow returns a finding that a claim is contradicted, by what stands today: what a newer article
// replaces contradicts nothing.
func (j Judge) contradictedNow(ctx context.Context, lib *knowledge.Library, claim string, f Finding) Finding {
	replacing := slices.DeleteFunc(slices.Clone(lib.Story().Replacing(f.Cites[0])), func(r story.Relation) bool { return !f.turnsOn(r.Word.Of(r.Here.Text())) })
	if len(replacing) == 0 {
		return f
	}
	for _, r := range replacing {
		c := compare(j.readClaim(claim, r.There.Article.Published), []*grammar.Sentence{readPassage(r.There, j.Names)}, j.Names, true)
		if why, whose, ok := j.contradicted(ctx, c, lib); ok {
			f.rests(r.There, Contradicted, whose, why.reason)
			return f
		}
	}
	f.Ruling, f.Whose, f.Cites = Absent, "", nil
	for _, r := range replacing {
		f.Cites = appendNew(f.Cites, []article.Passage{r.There})
	}
	return f
}

// turnsOn reports whether the words are what the claim has otherwise.
func (f Finding) turnsOn(words string) bool {
	return slices.ContainsFunc(f.Reasons, func(r Reason) bool {
		return slices.ContainsFunc(r.Words, func(w string) bool { return strings.Contains(w, words) || strings.Contains(words, w) })
	})
}
