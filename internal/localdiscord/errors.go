package localdiscord

import (
	"fmt"
)

// An apiError is an error as Discord words it.
type apiError struct {
	status  int
	Code    int            `json:"code"`
	Message string         `json:"message"`
	Errors  map[string]any `json:"errors,omitempty"`
}

func (e *apiError) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

var (
	errUnauthorized       = &apiError{status: 401, Code: 0, Message: "401: Unauthorized"}
	errNotFound           = &apiError{status: 404, Code: 0, Message: "404: Not Found"}
	errUnknownChannel     = &apiError{status: 404, Code: 10003, Message: "Unknown Channel"}
	errUnknownGuild       = &apiError{status: 404, Code: 10004, Message: "Unknown Guild"}
	errUnknownMessage     = &apiError{status: 404, Code: 10008, Message: "Unknown Message"}
	errUnknownUser        = &apiError{status: 404, Code: 10013, Message: "Unknown User"}
	errUnknownWebhook     = &apiError{status: 404, Code: 10015, Message: "Unknown Webhook"}
	errUnknownInteraction = &apiError{status: 404, Code: 10062, Message: "Unknown interaction"}
	errUnknownCommand     = &apiError{status: 404, Code: 10063, Message: "Unknown application command"}
	errAcknowledged       = &apiError{status: 400, Code: 40060, Message: "Interaction has already been acknowledged."}
	errExpiredToken       = &apiError{status: 401, Code: 50027, Message: "Invalid Webhook Token"}
	errNotAuthor          = &apiError{status: 403, Code: 50005, Message: "Cannot edit a message authored by another user"}
	errEmptyMessage       = &apiError{status: 400, Code: 50006, Message: "Cannot send an empty message"}
	errInvalidJSON        = &apiError{status: 400, Code: 50109, Message: "The request body contains invalid JSON."}
)
