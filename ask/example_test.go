package ask_test

import (
	"context"
	"fmt"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// Without a model the answer is the articles' own sentences, each with its source; where
// they say nothing, the answer is silence.
func Example() {
	library, err := knowledge.New([]*article.Article{
		article.New(article.Article{ID: "ferry", Title: "A new ferry", Text: "The ferry to Norrby was built by Maria Lund. It sails from May."}),
	})
	if err != nil {
		panic(err)
	}
	asker := &ask.Asker{Articles: knowledge.NewCurrent(library)}
	for _, question := range []string{"Who built the ferry to Norrby?", "Who paid for the lighthouse?"} {
		answer := asker.Answer(context.Background(), ask.Question{Text: question})
		if answer.Outcome != ask.Answered {
			fmt.Println("The article is silent.")
			continue
		}
		for _, c := range answer.Claims {
			fmt.Printf("%s (%s)\n", c.Text, c.Cites[0].Article.Title)
			for _, m := range c.Marks {
				fmt.Printf("the words that answer: %s\n", c.Text[m.Start:m.End])
			}
		}
	}
	// Output:
	// The ferry to Norrby was built by Maria Lund. (A new ferry)
	// the words that answer: Maria Lund
	// The article is silent.
}
