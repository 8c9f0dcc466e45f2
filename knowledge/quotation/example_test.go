package quotation_test

import (
	"fmt"

	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
)

func ExampleFind() {
	text := english.Read("“We are ready,” said Sergei Lavrov, the foreign minister. “And we will wait.” " +
		"The top diplomat added that the talks would be “long and hard”. He did not say who would attend.")
	for _, q := range quotation.Find(text, quotation.Options{}) {
		fmt.Printf("%s, %s (%s):", q.Kind, q.Name, q.Role)
		for _, s := range q.Spans {
			fmt.Printf(" %s", s.Of(text.String))
		}
		fmt.Println()
	}
	// Output:
	// direct, Sergei Lavrov (foreign minister): “We are ready,” “And we will wait.”
	// mixed, Sergei Lavrov (foreign minister): that the talks would be “long and hard”
}
