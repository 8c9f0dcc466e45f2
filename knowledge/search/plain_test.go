package search

import (
	"math"
	"testing"
	"time"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// plain is BM25 and nothing else, as a textbook has it: what an index of these sentences costs
// at least.
type plain struct {
	postings map[string][]posting // by stem
	lengths  []int
	total    int
}

type posting struct{ sentence, count int }

func (x *plain) add(sentence string) {
	number, length := len(x.lengths), 0
	for _, w := range english.Read(sentence).Tokens {
		if w.Stop {
			continue
		}
		length++
		list := x.postings[w.Stem]
		if n := len(list); n > 0 && list[n-1].sentence == number {
			list[n-1].count++
			continue
		}
		x.postings[w.Stem] = append(list, posting{number, 1})
	}
	x.lengths, x.total = append(x.lengths, length), x.total+length
}

func (x *plain) search(question string) []float64 {
	n, average := float64(len(x.lengths)), float64(x.total)/float64(len(x.lengths))
	scores := make([]float64, len(x.lengths))
	for _, stem := range english.ContentStems(question) {
		list := x.postings[stem]
		idf := math.Log(1 + (n-float64(len(list))+0.5)/(float64(len(list))+0.5))
		for _, p := range list {
			tf := float64(p.count)
			scores[p.sentence] += idf * tf * (k1 + 1) / (tf + k1*(1-lengthShare+lengthShare*float64(x.lengths[p.sentence])/average))
		}
	}
	return scores
}

func plainOf(articles []*article.Article) *plain {
	x := &plain{postings: map[string][]posting{}}
	for _, a := range articles {
		for _, s := range a.Sentences {
			x.add(s.Of(a.Text))
		}
	}
	return x
}

// BenchmarkBesidePlain builds the index, names and all, and plain BM25 of the same articles, and
// says how many times as long it takes. Neither finds their words read before.
func BenchmarkBesidePlain(b *testing.B) {
	newLibrary(benchLibrary()...) // the words of English are met once
	var index, plain time.Duration
	for b.Loop() {
		b.StopTimer()
		unread := make([]*article.Article, benchArticles)
		for i, a := range benchLibrary() {
			unread[i] = article.New(article.Article{ID: a.ID, Title: a.Title, Text: a.Text})
		}
		b.StartTimer()
		start := time.Now()
		x := plainOf(unread)
		plain += time.Since(start)
		x.search("When will the ships leave the port of Odesa?")
		start = time.Now()
		newLibrary(unread...)
		index += time.Since(start)
	}
	b.ReportMetric(float64(plain.Milliseconds())/float64(b.N), "ms-plain")
	b.ReportMetric(float64(index.Milliseconds())/float64(b.N), "ms-index")
	b.ReportMetric(float64(index)/float64(plain), "times-plain")
}
