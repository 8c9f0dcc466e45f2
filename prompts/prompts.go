// Package prompts holds what talksbot says to a language model: the templates, the plain
// structs that fill them, and the JSON schemas the replies must follow.
package prompts

import "encoding/json"

// A Prompt is one request to a language model.
type Prompt struct {
	System string
	User   string
	Schema Schema // the reply's form; the zero Schema asks for plain text
}

// A Schema names a JSON Schema in the strict form OpenAI-compatible servers accept:
// every property required, no additional ones.
type Schema struct {
	Name string
	JSON json.RawMessage
}

// A Completion is a model's reply. Text is untrusted input.
type Completion struct {
	Text   string
	Tokens int    // prompt and reply together, as the server counts them; an estimate where it does not say
	Model  string // the model that the server says replied

	Written int // of Tokens, those of the reply, thoughts included
}
