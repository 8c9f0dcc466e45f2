package rules

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// A Problem is one thing wrong with a request: where ("attachments.0.id"), Discord's name for it, and words.
type Problem struct{ Path, Code, Message string }

// An Error is a refusal as Discord words it.
type Error struct {
	Status  int            `json:"-"`
	Code    int            `json:"code"`
	Message string         `json:"message"`
	Errors  map[string]any `json:"errors,omitempty"`
	// Broken are the rules that the bot broke. A refusal without any, as of a message deleted meanwhile, can happen
	// to a bot that does nothing wrong.
	Broken []Problem `json:"-"`
}

func (e *Error) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

// Breaking is e for a bot that broke a rule.
func (e Error) Breaking(path, code, message string) *Error {
	e.Broken = []Problem{{path, code, message}}
	return &e
}

// The refusals.
var (
	ErrUnauthorized       = &Error{Status: 401, Message: "401: Unauthorized"}
	ErrNotFound           = &Error{Status: 404, Message: "404: Not Found"}
	ErrUnknownChannel     = &Error{Status: 404, Code: 10003, Message: "Unknown Channel"}
	ErrUnknownGuild       = &Error{Status: 404, Code: 10004, Message: "Unknown Guild"}
	ErrUnknownMessage     = &Error{Status: 404, Code: 10008, Message: "Unknown Message"}
	ErrUnknownEmoji       = &Error{Status: 400, Code: 10014, Message: "Unknown Emoji"}
	ErrUnknownUser        = &Error{Status: 404, Code: 10013, Message: "Unknown User"}
	ErrUnknownWebhook     = &Error{Status: 404, Code: 10015, Message: "Unknown Webhook"}
	ErrUnknownInteraction = &Error{Status: 404, Code: 10062, Message: "Unknown interaction"}
	ErrOtherApplication   = &Error{Status: 403, Code: 20012, Message: "You are not authorized to perform this action on this application"}
	ErrTooLarge           = &Error{Status: 413, Code: 40005, Message: "Request entity too large"}
	ErrAcknowledged       = &Error{Status: 400, Code: 40060, Message: "Interaction has already been acknowledged."}
	ErrNetwork            = &Error{Status: 403, Code: 40333, Message: "internal network error"}
	ErrFollowUps          = &Error{Status: 400, Code: 40094, Message: "This interaction has reached the maximum number of follow up messages"}
	ErrMissingAccess      = &Error{Status: 403, Code: 50001, Message: "Missing Access"}
	ErrNotAuthor          = &Error{Status: 403, Code: 50005, Message: "Cannot edit a message authored by another user"}
	ErrEmptyMessage       = &Error{Status: 400, Code: 50006, Message: "Cannot send an empty message"}
	ErrExpiredToken       = &Error{Status: 401, Code: 50027, Message: "Invalid Webhook Token"}
	ErrInvalidJSON        = &Error{Status: 400, Code: 50109, Message: "The request body contains invalid JSON."}
	ErrThreadExists       = &Error{Status: 400, Code: 160004, Message: "A thread has already been created for this message"}
)

// Invalid is the answer to a body with problems.
func Invalid(problems ...Problem) *Error {
	return &Error{Status: http.StatusBadRequest, Code: 50035, Message: "Invalid Form Body", Errors: nest(problems), Broken: problems}
}

// nest turns paths into Discord's nested error object, with a list "_errors" at each place.
func nest(problems []Problem) map[string]any {
	root := map[string]any{}
	for _, p := range problems {
		at := root
		for step := range strings.SplitSeq(p.Path, ".") {
			next, ok := at[step].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[step] = next
			}
			at = next
		}
		errs, _ := at["_errors"].([]map[string]string)
		at["_errors"] = append(errs, map[string]string{"code": p.Code, "message": p.Message})
	}
	return root
}

// Decode reads a body into v. What does not fit is refused.
func Decode(body []byte, v any) error {
	if len(body) == 0 {
		return ErrInvalidJSON
	}
	if err := json.Unmarshal(body, v); err != nil {
		return Invalid(Problem{"body", "BASE_TYPE_BAD", err.Error()})
	}
	return nil
}
