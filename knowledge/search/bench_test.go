package search

import (
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// The benchmarks work on 100,000 sentences in 4,000 articles, made from the articles of the
// fixtures: real sentences in which every seventh word that carries meaning is changed
// into one of 40,000 others, the first of them as frequent as in Zipf's law, so that the
// vocabulary grows as it does in prose.
const (
	benchArticles  = 4000
	benchSentences = 25
)

var benchLibrary = sync.OnceValue(func() []*article.Article {
	var sentences []string
	for _, a := range benchSources() {
		for _, s := range a.Sentences {
			sentences = append(sentences, a.Text[s.Start:s.End])
		}
	}
	rnd := rand.New(rand.NewSource(1))
	zipf := rand.NewZipf(rnd, 1.1, 4, 40000)
	articles := make([]*article.Article, benchArticles)
	for i := range articles {
		var text strings.Builder
		for range benchSentences {
			text.WriteString(varied(sentences[rnd.Intn(len(sentences))], rnd, zipf))
			text.WriteString("\n\n")
		}
		articles[i] = article.New(article.Article{ID: fmt.Sprint(i), Title: fmt.Sprintf("Article %d", i), Text: text.String()})
	}
	return articles
})

func benchSources() []*article.Article {
	var articles []*article.Article
	for _, f := range searchFixtures(benchTB{}, "search") {
		articles = append(articles, f.library.articles...)
	}
	return articles
}

// varied changes every seventh telling word of a sentence.
func varied(sentence string, rnd *rand.Rand, zipf *rand.Zipf) string {
	var b strings.Builder
	at := 0
	for _, t := range english.Read(sentence).Tokens {
		if t.Stop || rnd.Intn(7) > 0 || t.End-t.Start < 4 {
			continue
		}
		b.WriteString(sentence[at : t.Start+3])
		for n := zipf.Uint64(); ; n /= 20 {
			b.WriteByte("bcdfgklmnprstvzaeiou"[n%20])
			if n < 20 {
				break
			}
		}
		at = t.End
	}
	b.WriteString(sentence[at:])
	return b.String()
}

// benchTB lets fixtures be read outside a test; they are there or the package is broken.
type benchTB struct{ testing.TB }

func (benchTB) Helper()                   {}
func (benchTB) Fatal(args ...any)         { panic(fmt.Sprint(args...)) }
func (benchTB) Fatalf(f string, a ...any) { panic(fmt.Sprintf(f, a...)) }

func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

func BenchmarkBuild(b *testing.B) {
	articles := benchLibrary()
	before := heap()
	b.ResetTimer()
	var l *library
	for b.Loop() {
		l = newLibrary(articles...)
	}
	b.StopTimer()
	n := float64(benchArticles * benchSentences)
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
	b.ReportMetric(heap()-before, "MB-index")
	b.ReportMetric(heap(), "MB-all")
	runtime.KeepAlive(l)
}

// BenchmarkSearch asks an index that has the names of its sentences found.
func BenchmarkSearch(b *testing.B) {
	l := newLibrary(benchLibrary()...)
	l.index.FindNames(b.Context(), l.names)
	benchSearch(b, l, func() {})
}

// BenchmarkSearchFirst asks every question for the first time, of an index that has no names found.
func BenchmarkSearchFirst(b *testing.B) {
	l := newLibrary(benchLibrary()...)
	benchSearch(b, l, func() { l.index = new(Index).With(l.index.segments, nil) })
}

// benchSearch asks the questions of the fixtures, one after the other; round begins each round.
func benchSearch(b *testing.B, l *library, round func()) {
	var questions []string
	for _, f := range searchFixtures(b, "search") {
		for _, q := range f.questions {
			questions = append(questions, q.text)
		}
	}
	times := make([]time.Duration, 0, 1<<16)
	for b.Loop() {
		b.StopTimer()
		if len(times)%len(questions) == 0 {
			round()
		}
		b.StartTimer()
		start := time.Now()
		l.search(questions[len(times)%len(questions)], Query{})
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds()), "µs-median")
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds()), "µs-p95")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds()), "µs-p99")
}

// BenchmarkSearchArticle asks one article out of 4,000, as a batch does.
func BenchmarkSearchArticle(b *testing.B) {
	l := newLibrary(benchLibrary()...)
	i := 0
	for b.Loop() {
		l.search("When will the ships leave the port of Odesa?", Query{Article: l.articles[i%benchArticles]})
		i++
	}
}

// BenchmarkHostile reads texts made to be slow: the time is to grow with their length.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"names": "Russia ", "initials": "a.", "brackets": "Russia (", "offices": "first deputy ", "numbers": "12 ships ", "possessives": "'s’s",
	} {
		for _, size := range []int{1 << 14, 1 << 17} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					l := newLibrary(article.New(article.Article{ID: "a", Text: text}))
					q := l.analyze("How many ships of Russia are in the first port?")
					for _, p := range l.search(q.Text, Query{}) {
						Spans(l.names, q, p)
					}
					l.search(text, Query{})
				}
			})
		}
	}
}
