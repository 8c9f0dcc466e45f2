package chat

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode"
)

// maxReply bounds what is read of a reply, in bytes: a hundred times an answer's size.
const maxReply = 1 << 20

// A wire carries the requests of go-openai. It hands on nothing but replies that are JSON
// objects without an error in them; all others become an error that says what came. So
// go-openai's own reading of errors, which knows OpenAI's form only, is never needed.
type wire struct {
	client *http.Client
	redact *strings.Replacer
}

// Do sends the request, as often as the client's transport thinks right.
func (w wire) Do(req *http.Request) (*http.Response, error) {
	if err := rewriteBody(req); err != nil {
		return nil, err
	}
	resp, err := w.client.Do(req)
	if u := (*url.Error)(nil); errors.As(err, &u) {
		return nil, u.Err // the method and the address say nothing new
	}
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body) // in memory since bounded.RoundTrip
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	if r := refused(resp, body); r != nil {
		r.Message, r.Code = excerpt(r.Message, w.redact), excerpt(r.Code, w.redact)
		return nil, r
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// rewriteBody makes the temperature what it was meant to be.
func rewriteBody(req *http.Request) error {
	if req.Body == nil {
		return nil
	}
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return err
	}
	if body, err = exactZero(body); err != nil {
		return fmt.Errorf("writing the request: %w", err)
	}
	req.Body = io.NopCloser(bytes.NewReader(body))
	req.ContentLength = int64(len(body))
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	return nil
}

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

// ofRequest says whether it is the form of the request that was refused.
func (r *refusal) ofRequest() bool {
	switch r.Status {
	case http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusNotImplemented:
		return !unrelated[r.Code]
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
	"model_not_found":          true,
	"invalid_api_key":          true,
	"insufficient_quota":       true,
}

// names says whether the refusal speaks of a field by one of the names.
func (r *refusal) names(fields ...string) bool {
	for _, f := range fields {
		if strings.Contains(r.Param, f) || strings.Contains(strings.ToLower(r.Message), f) {
			return true
		}
	}
	return false
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

// present says whether there is anything in v: some servers send an empty error with
// every good reply.
func present(v json.RawMessage) bool {
	switch string(v) {
	case "", "null", `""`, "{}", "false":
		return false
	}
	return true
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

// excerptLength is how much of what a server wrote stands in an error, in characters.
const excerptLength = 200

// excerpt returns the beginning of s on one line, without what does not print and without
// the API key.
func excerpt(s string, redact *strings.Replacer) string {
	s = redact.Replace(strings.ToValidUTF8(s, "?"))
	var b strings.Builder
	n, space := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = n > 0
			continue
		case !unicode.IsPrint(r):
			continue
		case n >= excerptLength:
			return b.String() + " ..."
		}
		if space {
			b.WriteByte(' ')
			n++
		}
		b.WriteRune(r)
		n++
		space = false
	}
	return b.String()
}

// errTooLong says that a reply is not worth reading, now or again.
var errTooLong = errors.New("the reply is longer than any answer")

// A bounded transport reads a reply whole before it returns it, up to maxReply. A
// connection that breaks within a reply is then a failed try like any other, and the
// connection is free again whoever looks at the reply.
type bounded struct{ next http.RoundTripper }

func (b bounded) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := b.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	if err != nil {
		return nil, fmt.Errorf("reading the reply: %w", err)
	}
	if len(body) > maxReply {
		return nil, errTooLong
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	resp.Request = req
	return resp, nil
}
