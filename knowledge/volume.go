package knowledge

import (
	"fmt"
	"slices"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/binding"
	"talksbot/knowledge/names"
	"talksbot/knowledge/search"
)

// A Volume is some articles and all that is derived from each of them by itself. It never changes, may be used by
// any number of goroutines, and can be stored: what Open makes of its bytes reads no text again.
type Volume struct {
	articles []*article.Article
	lesson   *names.Lesson
	segments []*search.Segment // of its articles, in their order
}

// Bind derives a volume from articles, on as many processors as there are.
func Bind(articles ...*article.Article) *Volume {
	runs := article.Runs(articles)
	parts := make([]*Volume, len(runs))
	var group sync.WaitGroup
	for i, run := range runs {
		group.Go(func() { parts[i] = study(run) })
	}
	group.Wait()
	return Merge(parts...)
}

// study reads articles for their names and their words.
func study(articles []*article.Article) *Volume {
	v := &Volume{articles: slices.Clone(articles), lesson: &names.Lesson{}}
	for len(articles) > 0 {
		var segment search.Builder
		n := 0
		for ; n < len(articles) && !segment.IsFull(); n++ {
			v.lesson.Learn(articles[n])
			segment.Add(articles[n])
		}
		v.segments, articles = append(v.segments, segment.Segment()), articles[n:]
	}
	return v
}

// Merge returns the volume of the articles of several. Nothing is read again.
func Merge(volumes ...*Volume) *Volume {
	if len(volumes) == 1 {
		return volumes[0]
	}
	all := &Volume{}
	var lessons []*names.Lesson
	var segments []*search.Segment
	for _, v := range volumes {
		lessons = append(lessons, v.lesson)
		segments = append(segments, v.segments...)
	}
	all.lesson, all.segments = names.Sum(lessons...), search.Compact(segments)
	for _, s := range all.segments {
		all.articles = append(all.articles, s.Articles()...)
	}
	return all
}

// Volume returns the articles of the library as one volume. Nothing is read again.
func (l *Library) Volume() *Volume {
	return &Volume{articles: l.articles, lesson: names.LessonOf(l.names), segments: l.index.Segments()}
}

// Articles returns the articles of the volume, in order. The slice is the volume's own.
func (v *Volume) Articles() []*article.Article { return v.articles }

// Marshal returns the volume as bytes, for Open.
func (v *Volume) Marshal() []byte {
	var w binding.Writer
	w.String(Derivation())
	v.bind(&w)
	return w.Bytes()
}

// bind writes the volume.
func (v *Volume) bind(w *binding.Writer) {
	w.Uint(len(v.segments))
	for _, s := range v.segments {
		w.Uint(len(s.Articles()))
		for _, a := range s.Articles() {
			article.Bind(w, a)
		}
	}
	v.lesson.Bind(w)
	for _, s := range v.segments {
		s.Bind(w)
	}
}

// Open returns the volume that Marshal returned as data, which must not be changed afterwards: most of the
// volume lies in it. It is an error where the data are damaged, or another [Derivation] made them.
func Open(data []byte) (*Volume, error) {
	r, err := binding.Read(data)
	if err != nil {
		return nil, fmt.Errorf("opening a volume: %w", err)
	}
	if made := r.String(); made != Derivation() {
		return nil, fmt.Errorf("opening a volume: it was derived as %q, which is now %q", made, Derivation())
	}
	v := &Volume{segments: make([]*search.Segment, r.Count())}
	runs := make([][]*article.Article, len(v.segments))
	for i := range runs {
		for range r.Count() {
			runs[i] = append(runs[i], article.Unbind(r))
		}
		v.articles = append(v.articles, runs[i]...)
	}
	v.lesson = names.Unbind(r)
	words := search.DictionaryOf(r.Words())
	for i, run := range runs {
		v.segments[i] = search.Unbind(r, words, run)
	}
	if err := r.Err(); err != nil {
		return nil, fmt.Errorf("opening a volume: %w", err)
	}
	return v, nil
}
