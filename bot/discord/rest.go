package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/bwmarrin/discordgo"
)

// A Call is one REST request.
type Call struct {
	Doing  string // for errors: "sending a message"
	Method string
	Path   string // below the API's root
	Body   any    // sent as JSON; nil: no body
	Files  []File // sent with the body
	Again  bool   // a POST that Discord itself keeps from being done twice
}

// A Refusal is an answer other than success.
type Refusal struct {
	Status  int
	Code    int    `json:"code"` // Discord's own, more telling than the status
	Message string `json:"message"`
}

func (r *Refusal) Error() string {
	return fmt.Sprintf("Discord answered %d, code %d: %.200s", r.Status, r.Code, r.Message)
}

// Refused reports whether err is a refusal with the code.
func Refused(err error, code int) bool {
	var r *Refusal
	return errors.As(err, &r) && r.Code == code
}

// HasStatus reports whether err is a refusal with the HTTP status.
func HasStatus(err error, status int) bool {
	var r *Refusal
	return errors.As(err, &r) && r.Status == status
}

// IsFinal reports whether err is a refusal that stands however often one asks. Any other error leaves
// open whether what was asked for was done.
func IsFinal(err error) bool {
	var r *Refusal
	return errors.As(err, &r) && r.Status < 500 && r.Status != http.StatusTooManyRequests
}

// Do makes the call and decodes the answer into out, unless that is nil. Its errors name the
// operation and what Discord said, never an address, which may hold a token; nor the bot's own
// token, whoever wrote them: what stands in the way to Discord may repeat what it was sent.
func (c *Client) Do(ctx context.Context, call Call, out any) error {
	if err := c.exchange(ctx, call, out); err != nil {
		return c.token.scrub(fmt.Errorf("%s: %w", call.Doing, err))
	}
	return nil
}

func (c *Client) exchange(ctx context.Context, call Call, out any) error {
	req, err := c.request(ctx, call)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		var address *url.Error
		if errors.As(err, &address) {
			err = address.Err
		}
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode/100 != 2 {
		no := &Refusal{}
		if json.Unmarshal(body, no) != nil {
			no.Message = "(no message of Discord's)"
		}
		no.Status = resp.StatusCode
		return no
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(body, out); err != nil {
		return fmt.Errorf("reading the answer: %w", err)
	}
	return nil
}

func (c *Client) request(ctx context.Context, call Call) (*http.Request, error) {
	var body io.Reader
	data, kind, err := call.encode()
	switch {
	case err != nil:
		return nil, err
	case data != nil:
		body = bytes.NewReader(data)
	}
	req, err := http.NewRequestWithContext(ctx, call.Method, discordgo.EndpointAPI+call.Path, body)
	if err != nil {
		return nil, errors.New("the address is malformed")
	}
	req.Header.Set("Authorization", "Bot "+string(c.token))
	req.Header.Set("User-Agent", c.agent)
	if data != nil {
		req.Header.Set("Content-Type", kind)
	}
	if call.Again {
		req.Header["Idempotency-Key"] = []string{}
	}
	return req, nil
}

// encode returns the call's body and its content type; nil where there is none.
func (call Call) encode() (body []byte, kind string, err error) {
	switch {
	case call.Body == nil:
		return nil, "", nil
	case len(call.Files) > 0:
		return form(call.Body, call.Files)
	}
	body, err = json.Marshal(call.Body)
	return body, "application/json", err
}
