package knowledge

import (
	"embed"
	"io/fs"

	"talksbot/knowledge/article"
)

//go:embed articles
var shipped embed.FS

// Shipped returns the articles that come with talksbot.
func Shipped() ([]*article.Article, error) {
	dir, err := fs.Sub(shipped, "articles")
	if err != nil {
		return nil, err
	}
	return article.LoadFS(dir)
}
