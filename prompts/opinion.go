package prompts

import (
	"encoding/json"
	"errors"
	"fmt"
)

// OpinionData fills the prompt that has a model judge claims by the passages they rest on.
type OpinionData struct{ Claims []Stated }

// A Stated is a claim and the passages that it rests on.
type Stated struct {
	Text     string
	Evidence []Evidence
}

// An Evidence is a passage that a claim rests on.
type Evidence struct {
	Before string `json:"before,omitempty"` // the sentence before it, by which it is understood
	Passage
}

// A Verdict says whether a claim is supported as it is worded. Why is what the model gives for it: untrusted,
// for a log, and "" where it is in no good form.
type Verdict struct {
	Supported bool
	Why       string
}

// opinionSchema is the form of an opinion. The reason comes before what it is for, so that a model gives it
// before it decides.
var opinionSchema = Schema{
	Name: "opinion",
	JSON: json.RawMessage(`{
  "type": "object",
  "properties": {
    "verdicts": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "claim": {"type": "integer"},
          "why": {"type": "string"},
          "supported": {"type": "boolean"}
        },
        "required": ["claim", "why", "supported"],
        "additionalProperties": false
      }
    }
  },
  "required": ["verdicts"],
  "additionalProperties": false
}`),
}

// Opinion returns the prompt that asks, of each claim, whether its passages support it as it is worded.
// Everything in d is quoted as in Answer.
func Opinion(d OpinionData) Prompt {
	type evidence struct {
		Number int `json:"evidence_for"`
		Evidence
	}
	type claim struct {
		Number   int        `json:"claim"`
		Text     string     `json:"text"`
		Evidence []evidence `json:"-"`
	}
	var data struct{ Claims []claim }
	for i, c := range d.Claims {
		numbered := claim{Number: i + 1, Text: c.Text}
		for _, e := range c.Evidence {
			numbered.Evidence = append(numbered.Evidence, evidence{i + 1, e})
		}
		data.Claims = append(data.Claims, numbered)
	}
	return render("opinion.tmpl", data, opinionSchema)
}

// maxWhy is how long a reason may be, in characters.
const maxWhy = 300

// ParseOpinion reads a reply to Opinion on so many claims: a verdict for each, in the order of the claims.
// A reply that lacks one, has one too many, or is otherwise not in the form asked for is an error: nobody
// can tell then which claim is meant. Of several replies in one, the last whole one counts.
func ParseOpinion(text string, claims int) ([]Verdict, error) {
	verdicts, err := parseOpinion(text, claims)
	if err != nil {
		return nil, fmt.Errorf("reading the model's opinion: %w", err)
	}
	return verdicts, nil
}

func parseOpinion(text string, claims int) ([]Verdict, error) {
	if err := tooLong(text); err != nil {
		return nil, err
	}
	found, cut := values(text)
	switch {
	case cut:
		return nil, errCutJSON
	case len(found) == 0:
		return nil, errNoJSON
	}
	var reply struct {
		Verdicts []struct {
			Claim     *int    `json:"claim"`
			Why       *string `json:"why"`
			Supported *bool   `json:"supported"`
		} `json:"verdicts"`
	}
	if err := json.Unmarshal([]byte(found[len(found)-1]), &reply); err != nil {
		return nil, fmt.Errorf("its JSON is not in the form asked for: %w", formError(err))
	}
	if n := len(reply.Verdicts); n != claims {
		return nil, fmt.Errorf("it has %d verdicts on %d claims", n, claims)
	}
	verdicts, given := make([]Verdict, claims), make([]bool, claims)
	for _, v := range reply.Verdicts {
		switch {
		case v.Claim == nil || v.Supported == nil:
			return nil, errors.New(`a verdict lacks "claim" or "supported"`)
		case *v.Claim < 1 || *v.Claim > claims || given[*v.Claim-1]:
			return nil, errors.New("a verdict is on no claim, or on one that has one already")
		}
		given[*v.Claim-1] = true
		verdicts[*v.Claim-1].Supported = *v.Supported
		if v.Why != nil {
			verdicts[*v.Claim-1].Why, _ = oneLine(*v.Why, maxWhy)
		}
	}
	return verdicts, nil
}
