package shelf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talksbot/internal/database"
	"talksbot/internal/database/databasetest"
	"talksbot/knowledge/article"
)

// BenchmarkTenThousand is what a start has to read of a shelf of ten thousand articles, with a hundred megabytes derived
// from them; on PostgreSQL where a server is named.
func BenchmarkTenThousand(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) { tenThousand(b, filepath.Join(b.TempDir(), "talks.db")) })
	b.Run("postgres", func(b *testing.B) { tenThousand(b, databasetest.Postgres(b)) })
}

func tenThousand(b *testing.B, address string) {
	s := New(opened(b, address))
	var all []Putting
	var versions []article.Version
	for i := range 10_000 {
		a := story(fmt.Sprint("matter-", i), i)
		all = append(all, Putting{Article: article.New(article.Article{ID: a.ID, Title: a.Title, URL: a.URL, Text: a.Text + strings.Repeat(" It rained again.", 200)}), From: link(i)})
		versions = append(versions, all[i].Article.Version)
	}
	began := time.Now()
	if _, err := s.PutAll(b.Context(), "", all); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(began).Seconds(), "put-s")
	began = time.Now()
	if err := s.KeepDerived(b.Context(), "volume/a", "1", make([]byte, 100<<20), versions...); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(began).Seconds(), "keep-s")
	if address, err := os.Stat(address); err == nil {
		b.ReportMetric(float64(address.Size()>>20), "MB")
	}
	for what, do := range map[string]func(){
		"open":     func() { opened(b, address) },
		"holdings": func() { _, _ = s.Holdings(b.Context(), "") },
		"derived":  func() { _, _ = s.Derived(b.Context(), "volume/a", "1") },
		"revision": func() { _, _ = s.Revision(b.Context(), "") },
		"records":  func() { _ = s.Records(b.Context(), versions, func(Edition) error { return nil }) },
	} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				do()
			}
		})
	}
}

func opened(b *testing.B, address string) *database.DB {
	b.Helper()
	db, err := database.Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	return db
}
