package bot

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

// rest makes Discord's REST calls. Its errors name the operation and what Discord said, never
// an address: those hold tokens.
type rest struct {
	client *http.Client
	token  Secret
	agent  string
}

// A call is one REST request.
type call struct {
	doing  string // for errors: "sending a message"
	method string
	path   string // below the API's root
	body   any    // sent as JSON; nil: no body
	files  []file // sent with the body
	again  bool   // a POST that Discord itself keeps from being done twice
}

// A refusal is an answer other than success.
type refusal struct {
	Status  int
	Code    int    `json:"code"` // Discord's own, more telling than the status
	Message string `json:"message"`
}

func (r *refusal) Error() string {
	return fmt.Sprintf("Discord answered %d, code %d: %.200s", r.Status, r.Code, r.Message)
}

// Discord's codes that we act on.
const (
	codeUnknownChannel = 10003
	codeUnknownGuild   = 10004
	codeManyEvents     = 30038  // a server has as many events as it may
	codeAcknowledged   = 40060  // the interaction has been answered already
	codeNoAccess       = 50001  // View Channel is missing, or we are not in the server
	codeMayNot         = 50013  // a permission is missing
	codeNoHistory      = 160002 // replies need the permission Read Message History
)

// refused reports whether err is a refusal with the code.
func refused(err error, code int) bool {
	var r *refusal
	return errors.As(err, &r) && r.Code == code
}

// do makes the call and decodes the answer into out, unless that is nil. No error repeats the
// token, whoever wrote it: what stands in the way to Discord may repeat what it was sent.
func (r *rest) do(ctx context.Context, c call, out any) error {
	return r.token.scrub(r.exchange(ctx, c, out))
}

func (r *rest) exchange(ctx context.Context, c call, out any) error {
	req, err := r.request(ctx, c)
	if err != nil {
		return fmt.Errorf("%s: %w", c.doing, err)
	}
	resp, err := r.client.Do(req)
	if err != nil {
		var address *url.Error
		if errors.As(err, &address) {
			err = address.Err
		}
		return fmt.Errorf("%s: %w", c.doing, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return fmt.Errorf("%s: %w", c.doing, err)
	}
	if resp.StatusCode/100 != 2 {
		no := &refusal{}
		if json.Unmarshal(body, no) != nil {
			no.Message = "(no message of Discord's)"
		}
		no.Status = resp.StatusCode
		return fmt.Errorf("%s: %w", c.doing, no)
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(body, out); err != nil {
		return fmt.Errorf("%s: reading the answer: %w", c.doing, err)
	}
	return nil
}

func (r *rest) request(ctx context.Context, c call) (*http.Request, error) {
	var body io.Reader
	data, kind, err := c.encode()
	switch {
	case err != nil:
		return nil, err
	case data != nil:
		body = bytes.NewReader(data)
	}
	req, err := http.NewRequestWithContext(ctx, c.method, discordgo.EndpointAPI+c.path, body)
	if err != nil {
		return nil, errors.New("the address is malformed")
	}
	req.Header.Set("Authorization", "Bot "+string(r.token))
	req.Header.Set("User-Agent", r.agent)
	if data != nil {
		req.Header.Set("Content-Type", kind)
	}
	if c.again {
		req.Header["Idempotency-Key"] = []string{}
	}
	return req, nil
}

// encode returns the call's body and its content type; nil where there is none.
func (c call) encode() (body []byte, kind string, err error) {
	switch {
	case c.body == nil:
		return nil, "", nil
	case len(c.files) > 0:
		return form(c.body, c.files)
	}
	body, err = json.Marshal(c.body)
	return body, "application/json", err
}
