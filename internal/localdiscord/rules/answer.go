package rules

import (
	"encoding/json"
	"slices"
)

// Kinds of interactions.
const (
	CommandInteraction      = 2
	ComponentInteraction    = 3
	AutocompleteInteraction = 4
	ModalInteraction        = 5
)

// Kinds of first answers to one.
const (
	AnswerMessage      = 4
	AnswerDeferred     = 5 // "is thinking"
	AnswerDeferredEdit = 6 // the message under which a button was pressed will change
	AnswerEdit         = 7
	answerChoices      = 8
	answerModal        = 9
)

var answersTo = map[int][]int{
	CommandInteraction:      {AnswerMessage, AnswerDeferred, answerModal},
	ComponentInteraction:    {AnswerMessage, AnswerDeferred, AnswerDeferredEdit, AnswerEdit, answerModal},
	AutocompleteInteraction: {answerChoices},
	ModalInteraction:        {AnswerMessage, AnswerDeferred, AnswerDeferredEdit, AnswerEdit},
}

// An Answer is the first answer to an interaction. Of the fields after Type, the one it is about is set.
type Answer struct {
	Type    int
	Draft   *Draft
	Choices []Choice
	Modal   *Modal
}

// A Modal is the form a bot opens.
type Modal struct {
	CustomID   string      `json:"custom_id" limit:"100,required"`
	Title      string      `json:"title" limit:"45,required"`
	Components []Component `json:"components" limit:"5"`
}

// ReadAnswer reads the first answer to an interaction of that kind.
func ReadAnswer(kind int, raw []byte, files []File) (*Answer, error) {
	var sent struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := Decode(raw, &sent); err != nil {
		return nil, err
	}
	if !slices.Contains(answersTo[kind], sent.Type) {
		return nil, Invalid(Problem{"type", "INTERACTION_CALLBACK_TYPE", "this interaction cannot be answered so"})
	}
	if string(sent.Data) == "null" {
		sent.Data = nil
	}
	a := &Answer{Type: sent.Type}
	var err error
	switch sent.Type {
	case answerChoices:
		a.Choices, err = readChoices(sent.Data)
	case answerModal:
		a.Modal, err = readModal(sent.Data)
	case AnswerMessage:
		a.Draft, err = ReadMessage(sent.Data, files)
	default:
		a.Draft, err = ReadDraft(sent.Data, files)
	}
	return a, err
}

func readChoices(raw []byte) ([]Choice, error) {
	var in struct {
		Choices []Choice `json:"choices" limit:"25"`
	}
	if err := Decode(raw, &in); err != nil {
		return nil, err
	}
	var c checker
	c.limits("data", in)
	return list(in.Choices), c.err()
}

func readModal(raw []byte) (*Modal, error) {
	m := &Modal{}
	if err := Decode(raw, m); err != nil {
		return nil, err
	}
	var c checker
	c.limits("data", m)
	c.want(len(m.Components) > 0, "data.components")
	return m, c.err()
}

// Metadata says on the message m, an answer to that kind of interaction, what it answers.
func (m *Message) Metadata(about InteractionMetadata) {
	m.InteractionMetadata = &about
	switch {
	case about.Type == CommandInteraction && about.InteractedMessageID != "":
		m.Type = typeContextMenu
	case about.Type == CommandInteraction:
		m.Type = typeSlash
	}
}
