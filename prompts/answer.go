package prompts

import "encoding/json"

// AnswerData fills the prompt that has a model answer a question from passages.
type AnswerData struct {
	Question string
	Asked    string // the day it is asked, as readers write it ("Tuesday, 28 December 2021"); "" leaves it out
	Passages []Passage
}

// A Passage is one numbered piece of evidence; its number is its place, from 1. Fields
// other than Text may be empty and are then left out. Dates are written out with their
// year, as readers write them.
type Passage struct {
	Outlet    string    `json:"outlet,omitempty"`
	Title     string    `json:"title,omitempty"`
	Published string    `json:"published,omitempty"`
	Speaker   string    `json:"speaker,omitempty"` // who says all of Text, in a transcript
	Text      string    `json:"text"`
	Meanings  []Meaning `json:"meanings,omitempty"` // what words in Text stand for
}

// A Meaning says what words of a passage stand for: "Monday" for "27 December 2021".
type Meaning struct{ Words, Means string }

// MarshalText writes the meaning as a model reads it.
func (m Meaning) MarshalText() ([]byte, error) { return []byte(m.Words + " = " + m.Means), nil }

// answerSchema is the form of an answer. It is kept by ParseAnswer, not by the server:
// strict mode knows no lengths.
var answerSchema = Schema{
	Name: "answer",
	JSON: json.RawMessage(`{
  "type": "object",
  "properties": {
    "claims": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "text": {"type": "string"},
          "cites": {"type": "array", "items": {"type": "integer"}}
        },
        "required": ["text", "cites"],
        "additionalProperties": false
      }
    }
  },
  "required": ["claims"],
  "additionalProperties": false
}`),
}

// Answer returns the prompt that asks for claims, each with the numbers of the passages it
// rests on. Everything in d is quoted as JSON, one value on a line, so that no text can end
// its own quotation and speak as the program does.
func Answer(d AnswerData) Prompt {
	type numbered struct {
		Number int `json:"passage"`
		Passage
	}
	lines := make([]numbered, len(d.Passages))
	for i, p := range d.Passages {
		lines[i] = numbered{i + 1, p}
	}
	data := struct {
		Question, Asked string
		Passages        []numbered
	}{d.Question, d.Asked, lines}
	return render("answer.tmpl", data, answerSchema)
}
