package chattest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A Reply is what the server does with one request. The functions below make the common
// ones; every field may be changed afterwards.
type Reply struct {
	Status int               // 0 is 200
	Header map[string]string // added to the reply's own
	Body   string

	By func(Request) Reply // where set, picks the reply by what is asked, and the rest is unused

	Events []string      // where set, the body comes as these, each flushed
	Every  time.Duration // before each of them

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
	if len(r.Events) == 0 {
		h.Set("Content-Length", fmt.Sprint(len(r.Body)))
	}
	if r.Status != 0 {
		w.WriteHeader(r.Status)
	}
	if len(r.Events) > 0 {
		r.stream(w, request, closing)
		return
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

// stream writes the events. With a fault, that is behind the last.
func (r Reply) stream(w http.ResponseWriter, request *http.Request, closing <-chan struct{}) {
	for _, event := range r.Events {
		select {
		case <-request.Context().Done():
			return
		case <-closing:
			return
		case <-time.After(r.Every):
		}
		w.Write([]byte(event))
		http.NewResponseController(w).Flush()
	}
	switch r.fault {
	case stalled:
		wait(request, closing)
	case cut:
		panic(http.ErrAbortHandler)
	}
}

// wait returns when the client has gone or the server closes.
func wait(request *http.Request, closing <-chan struct{}) {
	select {
	case <-request.Context().Done():
	case <-closing:
	}
}

// Message is a chat completion with one choice, whose fields are given as JSON.
func Message(choice string) Reply {
	return Reply{Body: `{"id":"chatcmpl-1","object":"chat.completion","created":1640692800,"model":"test-model-0001",` +
		`"choices":[{"index":0,` + choice + `}],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}`}
}

// Quoted returns a text as JSON.
func Quoted(text string) string {
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
		finish = Quoted(reason)
	}
	return Message(`"message":{"role":"assistant","content":` + Quoted(text) + `},"finish_reason":` + finish)
}

// Content is a good reply with the text.
func Content(text string) Reply { return Ended(text, "stop") }

// Error is a refusal in OpenAI's form. With status 200 it is an error that says it is none.
func Error(status int, message string) Reply {
	return Reply{Status: status, Body: `{"error":{"message":` + Quoted(message) + `,"type":"invalid_request_error","param":null,"code":null}}`}
}

// HTML is a web page, as a proxy or a login form answers.
func HTML(status int) Reply {
	return Reply{
		Status: status,
		Header: map[string]string{"Content-Type": "text/html"},
		Body:   "<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><h1>Something is wrong</h1></body></html>\n",
	}
}

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

// Event is one event of a stream.
func Event(data string) string { return "data: " + data + "\n\n" }

// Delta is an event that brings a piece of a message, as JSON, with the reason to have finished as JSON.
func Delta(message, finish string) string {
	return Event(`{"object":"chat.completion.chunk","model":"test-model-0001","choices":[{"index":0,"delta":` + message + `,"finish_reason":` + finish + `}]}`)
}

// Streamed is a reply that comes in pieces, ended for the reason; "" gives none.
func Streamed(reason string, pieces ...string) Reply {
	r := Reply{Header: map[string]string{"Content-Type": "text/event-stream; charset=utf-8"}}
	for _, piece := range pieces {
		r.Events = append(r.Events, Delta(`{"content":`+Quoted(piece)+`}`, "null"))
	}
	if reason != "" {
		r.Events = append(r.Events, Delta(`{}`, Quoted(reason)),
			Event(`{"model":"test-model-0001","choices":[],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}`), Event("[DONE]"))
	}
	return r
}

// Stalling returns a stream that falls silent behind its last event.
func Stalling(r Reply) Reply {
	r.fault = stalled
	return r
}

// Cutting returns a stream whose connection is closed behind its last event.
func Cutting(r Reply) Reply {
	r.fault = cut
	return r
}

// Streaming is a server that streams, and answers as it should where it is asked not to.
func Streaming(stream Reply, whole Reply) Reply {
	return Reply{By: func(r Request) Reply {
		if r.Stream {
			return stream
		}
		return whole
	}}
}

// Citing is a good reply with the text, in which "«words»" stands for the number of the passage that has
// these words.
func Citing(text string) Reply {
	return Reply{By: func(r Request) Reply { return Content(Numbered(text, r.User)) }}
}

// Numbered returns a reply with the numbers that passages have in a prompt, as Citing says. Words that no
// passage has are number 0.
func Numbered(text, prompt string) string {
	for {
		before, rest, found := strings.Cut(text, "«")
		words, after, ends := strings.Cut(rest, "»")
		if !found || !ends {
			return text
		}
		number := 0
		for line := range strings.Lines(prompt) {
			var passage struct {
				Passage int
				Text    string
			}
			if json.Unmarshal([]byte(line), &passage) == nil && passage.Passage > 0 && strings.Contains(passage.Text, words) {
				number = passage.Passage
				break
			}
		}
		text = before + strconv.Itoa(number) + after
	}
}
