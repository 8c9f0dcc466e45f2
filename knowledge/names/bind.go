package names

import (
	"maps"
	"slices"

	"talksbot/knowledge/binding"
	"talksbot/knowledge/english"
)

// Bind writes the lesson.
func (l *Lesson) Bind(w *binding.Writer) {
	w.Uint(len(l.words))
	for _, norm := range slices.Sorted(maps.Keys(l.words)) {
		u := l.words[norm]
		w.Uint(int(w.Word(&english.Word{Norm: norm, Stem: english.Stem(norm), Stop: english.IsStop(norm)})))
		w.Uint(u.capital)
		w.Uint(u.lower)
	}
	all := statements(l)
	w.Uint(len(all))
	for _, f := range all {
		w.Uint(int(f.kind))
		w.String(f.name)
		w.String(f.with)
		w.String(f.of)
		w.Uint(f.count)
	}
}

// Unbind reads a lesson that Bind wrote.
func Unbind(r *binding.Reader) *Lesson {
	words := r.Words()
	n := r.Count()
	l := &Lesson{words: make(map[string]*usage, n)}
	uses := make([]usage, n)
	for i := range uses {
		word := r.Uint()
		uses[i] = usage{r.Uint(), r.Uint()}
		if word < len(words) {
			l.words[words[word].Norm] = &uses[i]
		}
	}
	n = r.Count()
	l.facts = make(map[fact]int, n)
	for range n {
		f := fact{factKind(r.Uint()), r.String(), r.String(), r.String()}
		l.facts[f] = r.Uint()
	}
	return l
}

// Sum returns what several lessons teach together.
func Sum(lessons ...*Lesson) *Lesson {
	if len(lessons) == 1 {
		return lessons[0]
	}
	return merge(lessons...)
}

// LessonOf returns what the articles teach of which names are made.
func LessonOf(n *Names) *Lesson { return Sum(n.lessons...) }
