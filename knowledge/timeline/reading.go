package timeline

import (
	"slices"
	"sync"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/binding"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/story"
)

// A reading is what each article of a library says of days: all that takes its text to be read again. It follows from the
// article and from what is known of the names in it, so that most of it is also that of a library which grew out of this one.
type reading struct {
	names *names.Names
	of    map[*article.Article][]mention
	kept  map[*article.Article]binding.Part // what is not read from there yet
}

// known returns what an article says of days, if it was read.
func (r *reading) known(a *article.Article) ([]mention, bool) {
	if r == nil {
		return nil, false
	}
	if p, ok := r.kept[a]; ok {
		return unbindMentions(p.Open(), a), true
	}
	all, ok := r.of[a]
	return all, ok
}

// read reads the articles of a library that were not read before, and those in which other names are known by now.
func read(l *knowledge.Library, before *reading) *reading {
	r := &reading{names: l.Names(), of: make(map[*article.Article][]mention, len(l.Articles()))}
	changed := english.Set{}
	if before != nil && before.names != r.names {
		for w := range l.Names().Since(before.names) {
			changed[english.Stem(w)] = struct{}{}
		}
	}
	runs := article.Runs(l.Articles())
	found := make([][][]mention, len(runs))
	var group sync.WaitGroup
	for i, run := range runs {
		group.Go(func() {
			for _, a := range run {
				mentions, ok := before.known(a)
				if !ok || hasAny(a, changed) {
					mentions = collect(a, l.Names(), l.Story())
				}
				found[i] = append(found[i], mentions)
			}
		})
	}
	group.Wait()
	for i, run := range runs {
		for k, a := range run {
			r.of[a] = found[i][k]
		}
	}
	return r
}

// hasAny reports whether one of the stems is of a word of the article.
func hasAny(a *article.Article, stems english.Set) bool {
	if len(stems) == 0 {
		return false
	}
	words := a.Kept()
	return slices.ContainsFunc(words.In(english.Span{End: len(a.Text)}), func(t english.KeptToken) bool { return stems.Has(words.Word(t).Stem) })
}

// entries returns the mentions that are worth an entry: of a day that one clause names twice the first, and none of a
// day of which it says that it is not then, where an older article had it so.
func (r *reading) entries(articles []*article.Article, told *story.Story) []*mention {
	var all []*mention
	for _, a := range articles {
		mentions := r.of[a]
		first := len(all)
		for i := range mentions {
			m := &mentions[i]
			if i > 0 && m.Index != mentions[i-1].Index {
				first = len(all)
			}
			if m.denied && told.TakesBack(m.Passage, m.at()) || slices.ContainsFunc(all[first:], m.repeats) {
				continue
			}
			all = append(all, m)
		}
	}
	return all
}
