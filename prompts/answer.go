package prompts

import "encoding/json"

// AnswerData fills the prompt that has a model answer a question from articles.
type AnswerData struct {
	Question string
	Asked    string // the day it is asked, as readers write it ("Tuesday, 28 December 2021"); "" leaves it out
	Earlier  []Turn // the conversation before it, oldest first
	Articles []Article
}

// A Turn is an earlier question and what was answered, as the reader saw it.
type Turn struct {
	Question string `json:"question"`
	Answer   string `json:"answer,omitempty"`
}

// An Article is one that a question is answered from, whole or in part. Fields that are empty are left
// out. Dates are written out with their year, as readers write them.
type Article struct {
	Outlet    string
	Title     string
	Published string
	Newest    bool      // of several
	Passages  []Passage // in reading order
}

// A Passage is a sentence of an article. Its number is its place among those of all articles, from 1.
type Passage struct {
	Speaker  string    `json:"speaker,omitempty"` // who says all of Text, in a transcript
	Text     string    `json:"text"`
	Meanings []Meaning `json:"meanings,omitempty"` // what words in Text stand for
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
	type passage struct {
		Number int `json:"passage"`
		Passage
	}
	type article struct {
		Number    int       `json:"article"`
		Outlet    string    `json:"outlet,omitempty"`
		Title     string    `json:"title,omitempty"`
		Published string    `json:"published,omitempty"`
		Newest    bool      `json:"newest,omitempty"`
		Passages  []passage `json:"-"`
	}
	data := struct {
		AnswerData
		Articles []article
	}{AnswerData: d}
	n := 0
	for i, a := range d.Articles {
		numbered := article{Number: i + 1, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Newest: a.Newest}
		for _, p := range a.Passages {
			n++
			numbered.Passages = append(numbered.Passages, passage{n, p})
		}
		data.Articles = append(data.Articles, numbered)
	}
	return render("answer.tmpl", data, answerSchema)
}
