// Package eval asks an operator's own questions, with the language model and without, and says how
// many of the answers are right. It is how to choose a model.
package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge/article"
)

// A Case is a question and what a right answer to it says.
type Case struct {
	Line     int // of the file, from 1
	Question string
	Article  string           // the ID of the only one to answer from; "": all
	Want     []*regexp.Regexp // each of which a right answer has; none: the articles do not say
}

// Parse reads a case from a line of JSON. Unknown fields are ignored. Want is a regular expression or a list of
// some, in which the case of letters does not count, or "refuse".
func Parse(line []byte) (Case, error) {
	var in struct {
		Question string
		Article  string
		Want     json.RawMessage
	}
	if err := article.DecodeLine(line, &in); err != nil {
		return Case{}, err
	}
	c := Case{Question: strings.TrimSpace(in.Question), Article: in.Article}
	if c.Question == "" {
		return Case{}, errors.New(`"question" is missing`)
	}
	wants, err := listed(in.Want)
	if err != nil {
		return Case{}, err
	}
	if len(wants) == 1 && wants[0] == "refuse" {
		return c, nil
	}
	for _, want := range wants {
		expression, err := regexp.Compile("(?i)" + want)
		if err != nil || strings.TrimSpace(want) == "" {
			return Case{}, fmt.Errorf(`"want": %q is no regular expression`, want)
		}
		c.Want = append(c.Want, expression)
	}
	return c, nil
}

// listed returns what is wanted: one text, or several.
func listed(raw json.RawMessage) ([]string, error) {
	var one string
	if json.Unmarshal(raw, &one) == nil && one != "" {
		return []string{one}, nil
	}
	var several []string
	if json.Unmarshal(raw, &several) == nil && len(several) > 0 {
		return several, nil
	}
	return nil, errors.New(`"want" is missing: write a regular expression, a list of some, or "refuse"`)
}

// Wants returns what is wanted as it was written.
func (c Case) Wants() []string {
	if len(c.Want) == 0 {
		return []string{"refuse"}
	}
	wants := make([]string, len(c.Want))
	for i, w := range c.Want {
		wants[i] = strings.TrimPrefix(w.String(), "(?i)")
	}
	return wants
}

// A Grade says how good an answer is.
type Grade int

// The grades.
const (
	Right   Grade = iota // all that is wanted, or a refusal where that is
	Partly               // some of what is wanted
	Refused              // a refusal where there is an answer, or a message that was taken for no question
	Wrong                // an answer, with nothing that is wanted
)

// String returns "right", "partly", "refused" or "wrong".
func (g Grade) String() string { return [...]string{"right", "partly", "refused", "wrong"}[g] }

// grade returns how good an answer is that shows a reader the text, and what of the wanted it lacks.
func (c Case) grade(o ask.Outcome, text string) (g Grade, lacks []string) {
	switch {
	case len(c.Want) == 0 && o == ask.Silent:
		return Right, nil
	case o != ask.Answered:
		return Refused, c.Wants()
	case len(c.Want) == 0:
		return Wrong, nil
	}
	for i, w := range c.Want {
		if !w.MatchString(text) {
			lacks = append(lacks, c.Wants()[i])
		}
	}
	switch len(lacks) {
	case 0:
		return Right, nil
	case len(c.Want):
		return Wrong, lacks
	}
	return Partly, lacks
}
