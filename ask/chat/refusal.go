package chat

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"talksbot/ask/model"
)

// A refusal is a reply with an error in it, or with nothing that can be read as a reply.
type refusal struct {
	Status  int
	Code    string // the server's code for it, a number or a word; "" where it gives none
	Param   string // the part of the request it names; "" where it names none
	Message string // what the server wrote, cut short
}

func (r *refusal) Error() string {
	s := fmt.Sprintf("the server answered %d %s", r.Status, http.StatusText(r.Status))
	if r.Code != "" {
		s += " (" + r.Code + ")"
	}
	if r.Message != "" {
		s += ": " + r.Message
	}
	return s
}

// Is reports whether the refusal is of a kind that package model knows.
func (r *refusal) Is(target error) bool { return r.kind() == target && target != nil }

// kind returns which of the errors of package model the refusal is, nil for none. Servers agree on the
// status of a wrong key and of too many calls, and hardly on anything else.
func (r *refusal) kind() error {
	switch {
	case r.Code == "insufficient_quota", r.Status == http.StatusPaymentRequired,
		r.Status == http.StatusTooManyRequests && r.says("quota", "credit", "billing", "balance"):
		return model.ErrQuota
	case r.Status == http.StatusTooManyRequests:
		return model.ErrRate
	case r.Status == http.StatusUnauthorized, r.Code == "invalid_api_key", r.Status == http.StatusForbidden && r.says("key", "token", "credential", "auth"):
		return model.ErrKey
	case r.Code == "model_not_found", r.Code == "DeploymentNotFound", r.Status == http.StatusNotFound && r.says("model", "deployment"),
		r.Status == http.StatusBadRequest && r.says("invalid model", "model not found", "not a valid model", "unknown model", "does not exist") && r.says("model"):
		return model.ErrUnknown
	}
	return nil
}

// says reports whether the server's words have one of these.
func (r *refusal) says(words ...string) bool {
	message := strings.ToLower(r.Message)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(message, w) })
}

// ofRequest reports whether it is the form of the request that was refused.
func (r *refusal) ofRequest() bool {
	switch r.Status {
	case http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusNotImplemented:
		return !unrelated[r.Code] && r.kind() == nil
	case http.StatusOK, http.StatusInternalServerError:
		// llama.cpp fails over a grammar it cannot make; others call no error an error.
		return r.names("response_format", "json_schema", "grammar")
	}
	return false
}

// unrelated are the codes of refusals that a simpler request would meet as well.
var unrelated = map[string]bool{
	"context_length_exceeded":  true,
	"content_filter":           true,
	"content_policy_violation": true,
}

// names reports whether the refusal speaks of a field by one of the names.
func (r *refusal) names(fields ...string) bool {
	return slices.ContainsFunc(fields, func(f string) bool {
		return strings.Contains(r.Param, f) || strings.Contains(strings.ToLower(r.Message), f)
	})
}

// refused returns what is wrong with a reply, or nil for a JSON object without an error.
func refused(resp *http.Response, body []byte) *refusal {
	r := &refusal{Status: resp.StatusCode}
	var reply struct {
		Error   json.RawMessage `json:"error"`
		Message json.RawMessage `json:"message"`
		Detail  json.RawMessage `json:"detail"` // FastAPI's word for it
	}
	notJSON := json.Unmarshal(body, &reply)
	good := r.Status >= 200 && r.Status < 300
	switch {
	case r.Status >= 300 && r.Status < 400:
		r.Message = "it points to " + resp.Header.Get("Location") + ": give that address instead"
	case notJSON != nil && len(bytes.TrimSpace(body)) == 0:
		r.Message = "nothing"
	case notJSON != nil && r.Status == http.StatusNotFound:
		r.Message = "nothing answers at this address; most servers' OPENAI_BASE_URL ends in /v1"
	case notJSON != nil:
		r.Message = "not JSON but " + string(body)
	case present(reply.Error):
		r.explain(reply.Error)
	case good:
		return nil
	case present(reply.Message):
		r.explain(reply.Message)
	case present(reply.Detail):
		r.explain(reply.Detail)
	default:
		r.Message = string(body)
	}
	return r
}

// present reports whether there is anything in v: some servers send an empty error with
// every good reply.
func present(v json.RawMessage) bool {
	return !slices.Contains([]string{"", "null", `""`, "{}", "false"}, string(v))
}

// explain reads an error as servers give it: a text, an object, or something else.
func (r *refusal) explain(v json.RawMessage) {
	var text string
	if json.Unmarshal(v, &text) == nil {
		r.Message = text
		return
	}
	var fields struct{ Message, Code, Param, Type json.RawMessage }
	if json.Unmarshal(v, &fields) != nil || fields.Message == nil {
		r.Message = string(v)
		return
	}
	r.Message, r.Code, r.Param = plain(fields.Message), plain(fields.Code), plain(fields.Param)
	if r.Code == "" {
		r.Code = plain(fields.Type)
	}
}

// plain returns a JSON text without its quotes, null as "", and anything else as it is.
func plain(v json.RawMessage) string {
	var text string
	if json.Unmarshal(v, &text) == nil {
		return text
	}
	return string(v)
}
