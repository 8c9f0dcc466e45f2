package prompts

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// CondenseData fills the prompt that has a model complete a follow-up question.
type CondenseData struct {
	Earlier  []Turn // oldest first
	Question string // the new question, as it was asked
}

// A Turn is an earlier question and what was answered, as the reader saw it.
type Turn struct {
	Question string `json:"question"`
	Answer   string `json:"answer,omitempty"`
}

var condenseSchema = Schema{
	Name: "question",
	JSON: json.RawMessage(`{
  "type": "object",
  "properties": {
    "question": {"type": "string"}
  },
  "required": ["question"],
  "additionalProperties": false
}`),
}

// Condense returns the prompt that asks for the new question with all it leaves unsaid
// filled in from the turns before. Use the reply as a search query and nothing else:
// earlier answers and questions may be written to mislead.
func Condense(d CondenseData) Prompt {
	return render("condense.tmpl", d, condenseSchema)
}

const maxQuestion = 400 // characters

// ParseCondense reads a reply to Condense: one question, on one line. Anything else is an
// error that says what was wrong.
func ParseCondense(text string) (string, error) {
	var reply struct {
		Question *string `json:"question"`
	}
	if err := parseObject(text, &reply); err != nil {
		return "", fmt.Errorf("reading the model's question: %w", err)
	}
	if reply.Question == nil {
		return "", errors.New(`reading the model's question: it has no "question"`)
	}
	if r := unseen(strings.TrimSpace(*reply.Question)); r != 0 {
		return "", fmt.Errorf("reading the model's question: it has the character %U, which does not show", r)
	}
	line, err := oneLine(*reply.Question, maxQuestion)
	if err != nil {
		return "", fmt.Errorf("reading the model's question: it %w", err)
	}
	return line, nil
}
