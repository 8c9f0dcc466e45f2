package chat

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"talksbot/ask/model"
)

// maxReply bounds what is read of a reply, in bytes: a hundred times an answer's size.
const maxReply = 1 << 20

// A wire carries the requests of go-openai. It hands on nothing but replies that are JSON
// objects without an error in them, and the streams that were asked for; all others become an
// error that says what came. So go-openai's own reading of errors, which knows OpenAI's form
// only, is hardly ever needed.
type wire struct {
	client *http.Client
	redact *strings.Replacer
	query  string // of the server's address, for each request
	key    string // for servers that want it in a header of their own; "" for none
}

// Do sends the request, as often as the client's transport thinks right.
func (w wire) Do(req *http.Request) (*http.Response, error) {
	if err := rewriteBody(req); err != nil {
		return nil, err
	}
	req.URL.RawQuery = w.query
	if w.key != "" {
		req.Header.Del("Authorization")
		req.Header.Set("Api-Key", w.key)
	}
	resp, err := w.client.Do(req)
	if u, ok := errors.AsType[*url.Error](err); ok {
		return nil, u.Err // the method and the address say nothing new
	}
	if err != nil {
		return nil, err
	}
	if wantsStream(req) && streams(resp) {
		return resp, nil
	}
	body, err := io.ReadAll(resp.Body) // in memory since bounded.RoundTrip
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	if isStream(body) {
		if body, err = unstreamed(body); err != nil {
			return nil, err
		}
	}
	if r := refused(resp, body); r != nil {
		r.Message, r.Code = excerpt(r.Message, 200, w.redact), excerpt(r.Code, 50, w.redact)
		return nil, r
	}
	if wantsStream(req) {
		return nil, plainReply{body}
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

// errTooLong says that a reply is not worth reading, now or again.
var errTooLong = errors.New("the reply is longer than any answer")

// A bounded transport reads a reply whole before it returns it, up to maxReply. A
// connection that breaks within a reply is then a failed try like any other, and the
// connection is free again whoever looks at the reply. A stream that was asked for is
// handed on as it comes: whoever hears its beginning cannot be told another one.
type bounded struct{ next http.RoundTripper }

func (b bounded) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := b.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if resp.Request = req; wantsStream(req) && streams(resp) {
		resp.Body = &ceiling{resp.Body, maxStream}
		return resp, nil
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	if err != nil {
		return nil, fmt.Errorf("reading the reply: %w", err)
	}
	if len(body) > maxReply {
		return nil, errTooLong
	}
	if r := refused(resp, body); r != nil && r.Is(model.ErrQuota) {
		resp.Header.Set(retryHeader, "false") // another try would be refused as well
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// A plainReply is a whole reply of a server that was asked for a stream.
type plainReply struct{ body []byte }

func (plainReply) Error() string { return "it answers all at once" }

// wantsStream reports whether a stream of events is asked for.
func wantsStream(req *http.Request) bool { return req.Header.Get("Accept") == eventStream }

// streams reports whether a reply is a stream of events that may be handed on as it comes.
func streams(resp *http.Response) bool {
	kind, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	return resp.StatusCode == http.StatusOK && strings.EqualFold(strings.TrimSpace(kind), eventStream)
}

const eventStream = "text/event-stream"

// maxStream bounds what is read of a stream, in bytes. An event has some three hundred around a word.
const maxStream = 8 << 20

// A ceiling is a body of which no more is read than a good reply has.
type ceiling struct {
	io.ReadCloser
	left int
}

// Read reads on up to the ceiling.
func (c *ceiling) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, errTooLong
	}
	n, err := c.ReadCloser.Read(p[:min(len(p), c.left)])
	c.left -= n
	return n, err
}
