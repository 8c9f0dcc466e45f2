package prompts

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

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

// ParseAnswer reads a reply to Answer, claim by claim. No claims and no faults is a good reply: the
// passages do not answer. A claim that is out of form costs that claim, and faults say what was wrong
// with each; where no claim is left of those there were, or there is no reply to read, err says so. Of
// several replies in one, the last whole one counts. A list of claims without the object around it, or
// one claim alone, will do, and so will source numbers written as texts.
func ParseAnswer(text string) (drafts []ClaimDraft, faults []error, err error) {
	claims, err := rawClaims(text)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the model's answer: %w", err)
	}
	for i, raw := range claims {
		if len(drafts) == maxClaims {
			faults = append(faults, fmt.Errorf("it has %d claims, more than %d", len(claims), maxClaims))
			break
		}
		d, err := parseClaim(raw)
		if err != nil {
			faults = append(faults, fmt.Errorf("claim %d %w", i+1, err))
			continue
		}
		drafts = append(drafts, d)
	}
	if len(drafts) == 0 && len(faults) > 0 {
		return nil, faults, fmt.Errorf("reading the model's answer: %w", faults[0])
	}
	return drafts, faults, nil
}

// rawClaims returns the claims of the last whole reply in a text. They stay raw: where a key comes
// twice, encoding/json would otherwise fill what the second lacks from the first.
func rawClaims(text string) ([]json.RawMessage, error) {
	if err := tooLong(text); err != nil {
		return nil, err
	}
	found, cut := values(text)
	err := errNoJSON
	if cut {
		err = errCutJSON
	}
	for i := len(found) - 1; i >= 0; i-- {
		claims, wrong := claimsIn([]byte(found[i]))
		if wrong == nil {
			return claims, nil
		}
		if i == len(found)-1 && !cut {
			err = wrong
		}
	}
	return nil, err
}

// claimsIn returns the claims of a JSON value: an object with a list of them, such a list, or one.
func claimsIn(value []byte) ([]json.RawMessage, error) {
	if value[0] == '[' {
		var claims []json.RawMessage
		if err := json.Unmarshal(value, &claims); err != nil {
			return nil, fmt.Errorf("its JSON is not in the form asked for: %w", formError(err))
		}
		return claims, nil
	}
	var reply struct {
		Claims *[]json.RawMessage `json:"claims"`
		Text   *string            `json:"text"`
		Cites  json.RawMessage    `json:"cites"`
	}
	switch err := json.Unmarshal(value, &reply); {
	case err != nil:
		return nil, fmt.Errorf("its JSON is not in the form asked for: %w", formError(err))
	case reply.Claims != nil:
		return *reply.Claims, nil
	case reply.Text != nil && reply.Cites != nil:
		return []json.RawMessage{value}, nil
	}
	return nil, errors.New(`it has no "claims"`)
}

// parseClaim reads one claim. Its errors are worded to follow "claim 1".
func parseClaim(raw json.RawMessage) (ClaimDraft, error) {
	var c struct {
		Text  *string         `json:"text"`
		Cites json.RawMessage `json:"cites"`
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return ClaimDraft{}, fmt.Errorf("is not in the form asked for: %w", formError(err))
	}
	if c.Text == nil || len(c.Cites) == 0 || string(c.Cites) == "null" {
		return ClaimDraft{}, errors.New(`lacks "text" or "cites"`)
	}
	cites, err := parseCites(c.Cites)
	if err != nil {
		return ClaimDraft{}, err
	}
	line, err := oneLine(withoutMarkers(*c.Text), maxClaimText)
	if err != nil {
		return ClaimDraft{}, fmt.Errorf("has a text that %w", err)
	}
	return ClaimDraft{line, cites}, nil
}

// markers are source numbers at the end of a sentence, before its stop or behind it.
var markers = regexp.MustCompile(`(?:\s*\[\d{1,3}(?:\s*[,;]\s*\d{1,3})*\])+\s*([.!?]?["”’]?)\s*$`)

// withoutMarkers returns a text without the source numbers behind it: they are in the cites.
func withoutMarkers(text string) string { return markers.ReplaceAllString(text, "$1") }

// parseCites reads source numbers: a list, or one alone, each a number or a text that is one.
func parseCites(raw json.RawMessage) ([]int, error) {
	list := []json.RawMessage{raw}
	if raw[0] == '[' {
		list = nil
		if err := json.Unmarshal(raw, &list); err != nil {
			return nil, fmt.Errorf("is not in the form asked for: %w", err)
		}
	}
	if n := len(list); n > maxCites {
		return nil, fmt.Errorf("cites %d numbers, more than %d", n, maxCites)
	}
	cites := []int{}
	for _, raw := range list {
		n, err := parseNumber(raw)
		if err != nil {
			return nil, err
		}
		cites = append(cites, n...)
	}
	return cites, nil
}

// written is a source number in words that stand for nothing else: "[2]", "passage 2", "#2".
var written = regexp.MustCompile(`^\s*(?:[\[(]\s*)?(?:[A-Za-z]{1,10}\.?\s)?#?\s*(\d{1,4})\s*[\])]?\s*$`)

// parseNumber reads one source number, or several in one text: 2, 2.0, "2", "[1, 2]".
func parseNumber(raw json.RawMessage) ([]int, error) {
	var number float64
	var text string
	switch {
	case json.Unmarshal(raw, &number) == nil && string(raw) != "null":
		if number != math.Trunc(number) || math.Abs(number) > math.MaxInt32 {
			return nil, errors.New("cites what is no whole number")
		}
		return []int{int(number)}, nil
	case json.Unmarshal(raw, &text) != nil || string(raw) == "null":
		return nil, errors.New("cites what is no number")
	}
	var all []int
	for part := range strings.SplitSeq(text, ",") {
		m := written.FindStringSubmatch(part)
		if m == nil {
			return nil, errors.New("cites a text that is no number")
		}
		n, err := strconv.Atoi(m[1])
		if err != nil {
			return nil, errors.New("cites a text that is no number")
		}
		all = append(all, n)
	}
	return all, nil
}
