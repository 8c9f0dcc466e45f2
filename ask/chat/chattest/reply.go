package chattest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// A Reply is what the server does with one request. The functions below make the common
// ones; every field may be changed afterwards.
type Reply struct {
	Status int               // 0 is 200
	Header map[string]string // added to the reply's own
	Body   string

	By func(Request) Reply // where set, picks the reply by what is asked, and the rest is unused

	fault fault
}

// A fault is what goes wrong with the connection.
type fault int

const (
	noFault fault = iota
	silent        // never answers
	stalled       // stops in the middle of the body
	dropped       // closes the connection instead of answering
	cut           // closes it in the middle of the body
)

func (r Reply) write(w http.ResponseWriter, request *http.Request, closing <-chan struct{}) {
	switch r.fault {
	case silent:
		wait(request, closing)
		panic(http.ErrAbortHandler)
	case dropped:
		panic(http.ErrAbortHandler)
	}
	h := w.Header()
	h.Set("Content-Type", "application/json")
	for name, value := range r.Header {
		h.Set(name, value)
	}
	h.Set("Content-Length", fmt.Sprint(len(r.Body)))
	if r.Status != 0 {
		w.WriteHeader(r.Status)
	}
	if r.fault == noFault {
		w.Write([]byte(r.Body))
		return
	}
	w.Write([]byte(r.Body[:len(r.Body)/2]))
	http.NewResponseController(w).Flush()
	if r.fault == stalled {
		wait(request, closing)
	}
	panic(http.ErrAbortHandler)
}

// wait returns when the client has gone or the server closes.
func wait(request *http.Request, closing <-chan struct{}) {
	select {
	case <-request.Context().Done():
	case <-closing:
	}
}

// message is a chat completion. The fields of one choice are given as JSON.
func message(choice string) Reply {
	return Reply{Body: `{"id":"chatcmpl-1","object":"chat.completion","created":1640692800,"model":"test-model-0001",` +
		`"choices":[{"index":0,` + choice + `}],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}`}
}

func quoted(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always marshals
	}
	return string(b)
}

// Ended is a reply with the text, ended for the reason; "" gives none.
func Ended(text, reason string) Reply {
	finish := "null"
	if reason != "" {
		finish = quoted(reason)
	}
	return message(`"message":{"role":"assistant","content":` + quoted(text) + `},"finish_reason":` + finish)
}

// Content is a good reply with the text.
func Content(text string) Reply { return Ended(text, "stop") }

// Fenced is a good reply with the text in a Markdown fence, with an introduction.
func Fenced(text string) Reply {
	return Content("Here is the answer:\n\n```json\n" + text + "\n```\n")
}

// Truncated is a reply that ran into its token limit after the first half of the text.
func Truncated(text string) Reply {
	return Ended(strings.ToValidUTF8(text[:len(text)/2], ""), "length")
}

// Unfinished is a reply without a finish_reason, as a stream that was cut short leaves it.
func Unfinished(text string) Reply { return Ended(text, "") }

// Filtered is a reply that a content filter held back.
func Filtered() Reply { return Ended("", "content_filter") }

// Empty is a finished reply without text.
func Empty() Reply { return Content("") }

// Null is a finished reply whose content is null.
func Null() Reply {
	return message(`"message":{"role":"assistant","content":null},"finish_reason":"stop"`)
}

// Refusal is the model declining, as OpenAI's say it beside null content.
func Refusal(text string) Reply {
	return message(`"message":{"role":"assistant","content":null,"refusal":` + quoted(text) + `},"finish_reason":"stop"`)
}

// Parts is a good reply with the texts as parts of its content.
func Parts(texts ...string) Reply {
	var parts []string
	for _, t := range texts {
		parts = append(parts, `{"type":"text","text":`+quoted(t)+`}`)
	}
	return message(`"message":{"role":"assistant","content":[` + strings.Join(parts, ",") + `]},"finish_reason":"stop"`)
}

// NoChoices is a reply that is well formed and empty.
func NoChoices() Reply { return Reply{Body: `{"object":"chat.completion","choices":[]}`} }

// NoUsage is a good reply with the text that counts no tokens and names no model.
func NoUsage(text string) Reply {
	return Reply{Body: `{"choices":[{"message":{"role":"assistant","content":` + quoted(text) + `},"finish_reason":"stop"}]}`}
}

// Error is a refusal in OpenAI's form. With status 200 it is an error that says it is none.
func Error(status int, message string) Reply {
	return Reply{Status: status, Body: `{"error":{"message":` + quoted(message) + `,"type":"invalid_request_error","param":null,"code":null}}`}
}

// ErrorCode is a refusal whose code is the JSON value given, a word in quotation marks or
// an integer, and which names a part of the request; "" names none.
func ErrorCode(status int, code, param, message string) Reply {
	return Reply{Status: status, Body: `{"error":{"message":` + quoted(message) + `,"param":` + quoted(param) + `,"code":` + code + `}}`}
}

// ErrorText is a refusal in Ollama's form, a bare text.
func ErrorText(status int, text string) Reply {
	return Reply{Status: status, Body: `{"error":` + quoted(text) + `}`}
}

// HTML is a web page, as a proxy or a login form answers.
func HTML(status int) Reply {
	return Reply{
		Status: status,
		Header: map[string]string{"Content-Type": "text/html"},
		Body:   "<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><h1>Something is wrong</h1></body></html>\n",
	}
}

// RetryAfter is a refusal that asks to come back after a while.
func RetryAfter(status int, after string) Reply {
	r := Error(status, "slow down")
	r.Header = map[string]string{"Retry-After": after}
	return r
}

// Oversized is a good reply with a text of n bytes.
func Oversized(n int) Reply { return Content(strings.Repeat("x", n)) }

// Slow never answers; it ends with the client's patience, or with the test.
func Slow() Reply { return Reply{fault: silent} }

// Drop closes the connection without an answer.
func Drop() Reply { return Reply{fault: dropped} }

// Cut closes the connection in the middle of a good reply with the text.
func Cut(text string) Reply {
	r := Content(text)
	r.fault = cut
	return r
}

// Stall stops in the middle of a good reply with the text, like Slow.
func Stall(text string) Reply {
	r := Content(text)
	r.fault = stalled
	return r
}

// Plain is a server that knows only some forms of a reply ("json_object", "json_schema"):
// it refuses the others with the status, and answers with then where it is asked for a form
// it knows, or for none.
func Plain(status int, then Reply, known ...string) Reply {
	return Reply{By: func(r Request) Reply {
		if r.Form == "" {
			return then
		}
		for _, k := range known {
			if r.Form == k {
				return then
			}
		}
		return Error(status, "'response_format.type' "+r.Form+" is not supported")
	}}
}
