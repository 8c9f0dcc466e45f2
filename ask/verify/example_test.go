package verify_test

import (
	"context"
	"fmt"

	"talksbot/ask/verify"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

const harbour = "The harbour council meets on May 3. The port employs 400 dockers, said Anna Berg."

func ExampleJudge() {
	a := article.New(article.Article{ID: "harbour", Text: harbour})
	first := []article.Passage{{Article: a, Index: 0}}
	for _, claim := range []string{"The harbour council will meet in May.", "The harbour council meets on May 4."} {
		v := verify.Judge{}.Judge(context.Background(), claim, first)
		fmt.Printf("%v %v\n", v.Supported, v.Reasons)
	}
	// Output:
	// true []
	// false [differs "May 3" "May 4" says-nothing-of "<cited>" "4"]
}

func ExampleJudge_Rule() {
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "harbour", Text: harbour})})
	if err != nil {
		panic(err)
	}
	for _, claim := range []string{
		"The harbour council meets on May 4.",
		"The port employs 400 dockers.",
		"The theatre sells tickets.",
	} {
		f := verify.Judge{}.Rule(context.Background(), lib, claim, "")
		fmt.Printf("%s: %s\n", f.Ruling, f.Reasons[0])
	}
	// Output:
	// contradicted: differs "May 3" "May 4"
	// reported: only-words-of "Anna Berg"
	// not in the articles: silent
}

func ExampleRules() {
	for _, r := range verify.Rules()[:2] {
		fmt.Printf("%s (%s): %s.\n", r.Rule, r.Tick, r.About)
	}
	// Output:
	// date (dates): each date of the claim is one the sentence gives for it, and as the same end of a time.
	// number (numbers): each number of the claim is one the sentence gives, of the same thing, as exactly.
}
