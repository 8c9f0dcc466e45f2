package knowledge_test

import (
	"fmt"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// What is derived from articles is stored, and opened by the next start; articles come and go one by one.
func Example_volume() {
	dam := article.New(article.Article{ID: "dam", Text: "The dam at Ruhl opens on 3 May 2023."})
	ferry := article.New(article.Article{ID: "ferry", Text: "The ferry to Hask sank in the night."})
	stored := knowledge.Bind(dam, ferry).Marshal()

	volume, err := knowledge.Open(stored)
	if err != nil {
		fmt.Println(err) // bind the articles again
		return
	}
	library, err := knowledge.Of(volume)
	if err != nil {
		fmt.Println(err)
		return
	}
	choir := knowledge.Bind(article.New(article.Article{ID: "choir", Text: "The choir of Ondra sang."}))
	grown := library.WithVolumes([]*knowledge.Volume{choir}, []article.Version{ferry.Version})
	for _, l := range []*knowledge.Library{library, grown} {
		fmt.Println(len(l.Articles()), l.Article("dam") != nil, l.Article("ferry") != nil, l.Article("choir") != nil)
	}
	// Output:
	// 2 true true false
	// 2 true false true
}
