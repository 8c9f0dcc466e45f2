package article

import "runtime"

// Runs cuts the articles into as many runs as there are processors, none of them small.
func Runs(articles []*Article) [][]*Article {
	const least = 64
	n := max(1, min(runtime.GOMAXPROCS(0), len(articles)/least))
	parts := make([][]*Article, n)
	for i := range parts {
		parts[i] = articles[i*len(articles)/n : (i+1)*len(articles)/n]
	}
	return parts
}
