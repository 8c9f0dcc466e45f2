package prompts

import (
	"encoding/json"
	"errors"
	"fmt"
)

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

// What a reply may hold. A good answer stays far below: these bound what a model that runs
// wild can make the program check.
const (
	maxClaims    = 8
	maxClaimText = 600 // characters
	maxCites     = 32
)

// A ClaimDraft is a claim as a model wrote it, in good form and otherwise unchecked: its
// numbers may name no passage, and its text may say what no passage says.
type ClaimDraft struct {
	Text  string
	Cites []int // as the model gave them, possibly none
}

// ParseAnswer reads a reply to Answer. No claims is a good reply: the passages do not
// answer. A reply with anything out of form is an error as a whole, which says what; none
// of it is then returned.
func ParseAnswer(text string) ([]ClaimDraft, error) {
	drafts, err := parseClaims(text)
	if err != nil {
		return nil, fmt.Errorf("reading the model's answer: %w", err)
	}
	return drafts, nil
}

func parseClaims(text string) ([]ClaimDraft, error) {
	// Claims stay raw at first: where a key comes twice, encoding/json would otherwise fill
	// what the second lacks from the first.
	var reply struct {
		Claims *[]json.RawMessage `json:"claims"`
	}
	if err := parseObject(text, &reply); err != nil {
		return nil, err
	}
	if reply.Claims == nil {
		return nil, errors.New(`it has no "claims"`)
	}
	if n := len(*reply.Claims); n > maxClaims {
		return nil, fmt.Errorf("it has %d claims, more than %d", n, maxClaims)
	}
	var drafts []ClaimDraft
	for i, raw := range *reply.Claims {
		d, err := parseClaim(raw)
		if err != nil {
			return nil, fmt.Errorf("claim %d %w", i+1, err)
		}
		drafts = append(drafts, d)
	}
	return drafts, nil
}

// parseClaim reads one claim. Its errors are worded to follow "claim 1".
func parseClaim(raw json.RawMessage) (ClaimDraft, error) {
	var c struct {
		Text  *string `json:"text"`
		Cites *[]int  `json:"cites"`
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return ClaimDraft{}, fmt.Errorf("is not in the form asked for: %w", formError(err))
	}
	if c.Text == nil || c.Cites == nil {
		return ClaimDraft{}, errors.New(`lacks "text" or "cites"`)
	}
	if n := len(*c.Cites); n > maxCites {
		return ClaimDraft{}, fmt.Errorf("cites %d numbers, more than %d", n, maxCites)
	}
	line, err := oneLine(*c.Text, maxClaimText)
	if err != nil {
		return ClaimDraft{}, fmt.Errorf("has a text that %w", err)
	}
	return ClaimDraft{line, *c.Cites}, nil
}
