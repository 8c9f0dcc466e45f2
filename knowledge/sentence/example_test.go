package sentence_test

import (
	"fmt"

	"talksbot/knowledge/sentence"
)

func ExampleSplit() {
	text := `Gen. Marco Ruiz met U.S. Senator Lund at 5 p.m. Monday. "Will it hold?" she asked.
He did not know. "I hope so," he said.`
	for _, s := range sentence.Split(text) {
		fmt.Println(s.Of(text))
	}
	// Output:
	// Gen. Marco Ruiz met U.S. Senator Lund at 5 p.m. Monday.
	// "Will it hold?" she asked.
	// He did not know.
	// "I hope so," he said.
}
