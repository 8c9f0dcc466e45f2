package rules

import (
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"
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

// An Option is one value a person gives to a slash command.
type Option struct {
	Name  string
	Value any // string, bool, int or float64; of a file its id
}

// Fill is what an event says of the options given to a command, or to the one below it that path names. It is an
// error where Discord's client would not let a person send them. The focused option, if one is named, is being typed.
func Fill(options []CommandOption, path []string, given []Option, focused string) ([]any, error) {
	if len(path) > 0 {
		below, ok := option(options, path[0])
		if !ok || !below.nests() {
			return nil, fmt.Errorf("there is no %q below it", path[0])
		}
		values, err := Fill(below.Options, path[1:], given, focused)
		return []any{map[string]any{"type": below.Type, "name": path[0], "options": values}}, err
	}
	values := []any{}
	left := map[string]bool{}
	for _, o := range options {
		if o.nests() {
			return nil, fmt.Errorf("name the command below %q too", o.Name)
		}
		left[o.Name] = o.Required && focused == ""
	}
	for _, g := range given {
		o, ok := option(options, g.Name)
		if !ok {
			return nil, fmt.Errorf("it has no option %q", g.Name)
		}
		value, err := o.fill(g.Value, g.Name == focused)
		if err != nil {
			return nil, err
		}
		values, left[g.Name] = append(values, value), false
	}
	for _, o := range options {
		if left[o.Name] {
			return nil, fmt.Errorf("option %q is required", o.Name)
		}
	}
	return values, nil
}

func option(options []CommandOption, name string) (CommandOption, bool) {
	at := slices.IndexFunc(options, func(o CommandOption) bool { return o.Name == name })
	if at < 0 {
		return CommandOption{}, false
	}
	return options[at], true
}

func (o CommandOption) fill(v any, typing bool) (map[string]any, error) {
	value := map[string]any{"type": o.Type, "name": o.Name, "value": v}
	if !typing {
		return value, o.accepts(v)
	}
	if !o.Autocomplete {
		return nil, fmt.Errorf("option %q has no autocompletion", o.Name)
	}
	value["focused"] = true
	return value, nil
}

// accepts is why Discord's client would not send v, or nil.
func (o CommandOption) accepts(v any) error {
	var number float64
	fits := false
	switch v := v.(type) {
	case string:
		fits = o.Type == StringOption || o.Type >= UserOption && o.Type != NumberOption
		if n := utf8.RuneCountInString(v); o.Type == StringOption && (n < or(o.MinLength, 0) || n > or(o.MaxLength, 6000)) {
			return fmt.Errorf("option %q: %d characters are too few or too many", o.Name, n)
		}
	case bool:
		fits = o.Type == BooleanOption
	case int:
		number, fits = float64(v), o.Type == IntegerOption || o.Type == NumberOption
	case float64:
		number, fits = v, o.Type == NumberOption
	}
	switch {
	case !fits:
		return fmt.Errorf("option %q does not take %T", o.Name, v)
	case o.MinValue != nil && number < *o.MinValue || or(o.MaxValue, 0) != 0 && number > *o.MaxValue:
		return fmt.Errorf("option %q: %v is out of range", o.Name, v)
	case len(o.Choices) > 0 && !slices.ContainsFunc(o.Choices, func(c Choice) bool { return fmt.Sprint(c.Value) == fmt.Sprint(v) }):
		return fmt.Errorf("option %q does not offer %v", o.Name, v)
	}
	return nil
}
