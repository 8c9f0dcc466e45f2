package chat

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"github.com/sashabaranov/go-openai"

	"talksbot/prompts"
)

// maxTokens bounds a reply, thoughts included. An answer takes a few hundred; a model that
// thinks first needs the rest.
const maxTokens = 4000

// A dialect is what one server takes in a request. Its zero value asks for all we want.
type dialect struct {
	form          form
	limit         limit
	noTemperature bool // it is not ours to set
	effort        bool // ask for little thought: the reader waits
	noUsage       bool // a stream does not end with what it cost
	whole         bool // there are no streams
}

// A form is how a server is told what form its reply must have, the surest first. The
// prompt says it in words too, so that the last still works.
type form int

const (
	schema form = iota // response_format json_schema, strict
	object             // response_format json_object
	words              // no response_format
)

// A limit is the field that bounds a reply's length.
type limit int

const (
	maxTokensField limit = iota // max_tokens, which all but OpenAI's newer models know
	maxCompletionTokensField
	noLimit
)

// dialectOf returns what the model's name suggests.
func dialectOf(model string) dialect {
	if reasons(model) {
		return dialect{limit: maxCompletionTokensField, noTemperature: true, effort: true}
	}
	return dialect{}
}

// converse asks in the dialect that worked before and, where the server refuses a part of
// the request, without that part. What works in the end is remembered; where nothing does,
// the first refusal is the error, for it names the trouble. lost is about how many tokens
// went into streams that broke off.
func (c *Client) converse(ctx context.Context, model string, p prompts.Prompt, heard func(piece string)) (reply openai.ChatCompletionResponse, lost int, err error) {
	d := c.known(model)
	var first error
	for {
		r := d.request(model, p, heard != nil)
		reply, err = c.exchange(ctx, r, heard)
		if plain, ok := errors.AsType[plainReply](err); ok {
			d.whole, first = true, cmp.Or(first, err)
			err = json.Unmarshal(plain.body, &reply)
		}
		if err == nil {
			if first != nil {
				c.learn(d, first)
			}
			return reply, lost, nil
		}
		if errors.Is(err, openai.ErrChatCompletionInvalidModel) {
			return reply, lost, fmt.Errorf("%s completes texts and cannot chat: set OPENAI_MODEL to another", model)
		}
		simpler, ok := d.without(err, p, r.Stream)
		if r.Stream && len(reply.Choices) > 0 { // some of it came, and is paid for
			lost += estimate(p, content(reply.Choices[0].Message))
			heard = nil // who listens is not told twice
		}
		if stream, broke := errors.AsType[*broken](err); broke && ctx.Err() == nil {
			ok, simpler.whole = true, d.whole || stream.form
			heard = nil // the reply is asked for whole
		}
		if first == nil && (!ok || simpler != d) {
			first = err
		}
		if !ok {
			return reply, lost, first
		}
		d = simpler
	}
}

// exchange sends the request.
func (c *Client) exchange(ctx context.Context, r openai.ChatCompletionRequest, heard func(piece string)) (openai.ChatCompletionResponse, error) {
	if r.Stream {
		return c.listen(ctx, r, heard)
	}
	return c.api.CreateChatCompletion(ctx, r)
}

func (c *Client) known(model string) dialect {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.dialect != nil {
		return *c.dialect
	}
	return dialectOf(model)
}

func (c *Client) learn(d dialect, why error) {
	c.log.Info("the model server takes simpler requests only", "because", why)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dialect = &d
}

// request returns p in the dialect, with the reply as a stream if there are any.
func (d dialect) request(model string, p prompts.Prompt, stream bool) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{
		Model: model,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: p.System},
			{Role: openai.ChatMessageRoleUser, Content: p.User},
		},
		ResponseFormat: d.format(p.Schema),
	}
	switch d.limit {
	case maxTokensField:
		//lint:ignore SA1019 the field that most servers know
		r.MaxTokens = maxTokens
	case maxCompletionTokensField:
		r.MaxCompletionTokens = maxTokens
	}
	if !d.noTemperature {
		r.Temperature = almostZero
	}
	if r.Stream = stream && !d.whole; r.Stream && !d.noUsage {
		r.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	}
	if d.effort {
		r.ReasoningEffort = openai.ReasoningEffortLow
	}
	return r
}

func (d dialect) format(s prompts.Schema) *openai.ChatCompletionResponseFormat {
	switch {
	case len(s.JSON) == 0 || d.form == words:
		return nil
	case d.form == object:
		return &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return &openai.ChatCompletionResponseFormat{
		Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
		JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: s.Name, Schema: s.JSON, Strict: true},
	}
}

// without returns the dialect less what the server refused with err, and whether there is
// anything to leave out. A refusal that names no part is taken to mean the reply's form,
// which is what most servers lack, and then the stream.
func (d dialect) without(err error, p prompts.Prompt, stream bool) (dialect, bool) {
	r, ok := errors.AsType[*refusal](err)
	if !ok || !r.ofRequest() {
		return d, false
	}
	switch {
	case d.effort && r.names("reasoning_effort", "reasoning effort"):
		d.effort = false
	case !d.noTemperature && r.names("temperature"):
		d.noTemperature = true
	case d.limit < noLimit && r.names("max_tokens", "max_completion_tokens"):
		d.limit++
	case stream && !d.noUsage && r.names("stream_options", "include_usage"):
		d.noUsage = true
	case stream && r.names("stream"):
		d.whole = true
	case d.form < words && len(p.Schema.JSON) > 0:
		d.form++
	case stream && !d.noUsage:
		d.noUsage = true
	case stream:
		d.whole = true
	default:
		return d, false
	}
	return d, true
}

// almostZero stands for temperature 0 in a go-openai request, which leaves a zero out; the
// server would then take its own default, mostly 1. Sent as it is, servers divide by it.
const almostZero = math.SmallestNonzeroFloat32

// exactZero returns the request's JSON with almostZero written as 0.
func exactZero(body []byte) ([]byte, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, err
	}
	if string(fields["temperature"]) != "1e-45" { // almostZero, as encoding/json writes it
		return body, nil
	}
	fields["temperature"] = json.RawMessage("0")
	return json.Marshal(fields)
}
