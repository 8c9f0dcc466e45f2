package knowledge_test

import (
	"context"
	"fmt"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/search"
)

func harbour() []*article.Article {
	return []*article.Article{article.New(article.Article{ID: "harbour", Title: "Harbour opens", Text: `The new harbour opened on Monday.

Mayor Ada Holm said that it had cost 40 million euros. Fishermen had opposed the plan.`})}
}

// The sentence that answers best comes first; its score says how surely it answers.
func ExampleLibrary_Search() {
	library, err := knowledge.New(harbour())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range library.Search(context.Background(), knowledge.Query{Question: library.Analyze("Who opposed the plan?"), Limit: 1}) {
		fmt.Println(p.Text(), p.Score >= search.Answers)
	}
	// Output: Fishermen had opposed the plan. true
}

// A library is a view: with another article it is another library.
func ExampleLibrary_With() {
	library, err := knowledge.New(harbour())
	if err != nil {
		fmt.Println(err)
		return
	}
	grown := library.With([]*article.Article{article.New(article.Article{ID: "ferry", Text: "The ferry sails at noon."})}, nil)
	fmt.Println(len(library.Articles()), len(grown.Articles()))
	// Output: 1 2
}
