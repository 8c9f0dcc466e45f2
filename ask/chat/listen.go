package chat

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"
)

// A broken stream came to no end that says it is one.
type broken struct {
	cause error
	form  bool // the server does not know how streams are written; else the connection broke
}

func (b *broken) Error() string { return "its stream breaks off: " + b.cause.Error() }
func (b *broken) Unwrap() error { return b.cause }

// afterwards is how long a server may take, after it said that the reply is finished, to tell what it cost.
const afterwards = 2 * time.Second

// listen asks for a reply as a stream, and has heard told each piece of its text as it comes. The key is
// hidden in what it is told.
func (c *Client) listen(ctx context.Context, r openai.ChatCompletionRequest, heard func(piece string)) (openai.ChatCompletionResponse, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var told gathering
	stream, err := c.api.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return told.whole, err
	}
	defer stream.Close()
	veiled := veil{secrets: c.secrets, redact: c.redact, pass: heard}
	for {
		event, err := stream.Recv()
		switch {
		case err == nil && told.size <= maxReply:
		case told.finish != "": // all that matters is there
			return told.reply(), nil
		case err == nil:
			return told.reply(), errTooLong
		case told.size == 0: // and nothing to pay for
			return told.whole, c.breaking(err)
		default:
			return told.reply(), c.breaking(err)
		}
		finished := told.finish != ""
		veiled.write(told.add(event))
		if !finished && told.finish != "" {
			defer time.AfterFunc(afterwards, cancel).Stop()
		}
	}
}

// breaking returns what the error of a stream means.
func (c *Client) breaking(err error) error {
	if said, ok := errors.AsType[*openai.APIError](err); ok {
		r := &refusal{Status: http.StatusOK, Message: excerpt(said.Message, 200, c.redact)}
		if said.Code != nil {
			r.Code = excerpt(fmt.Sprint(said.Code), 50, c.redact)
		}
		if said.Param != nil {
			r.Param = *said.Param
		}
		return r
	}
	if errors.Is(err, errTooLong) {
		return err
	}
	_, notJSON := errors.AsType[*json.SyntaxError](err)
	_, otherJSON := errors.AsType[*json.UnmarshalTypeError](err)
	ended := errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF)
	if ended {
		err = errors.New("nothing says that it is finished")
	}
	return &broken{cause: err, form: ended || notJSON || otherJSON || errors.Is(err, openai.ErrTooManyEmptyStreamMessages)}
}

// A veil hides secrets in a text that comes in pieces: it keeps back what may be the beginning of one.
type veil struct {
	secrets []string
	redact  *strings.Replacer
	pass    func(piece string)
	kept    string
}

// write takes the next piece, and passes on what is no part of a secret.
func (v *veil) write(piece string) {
	if piece == "" {
		return
	}
	text := v.redact.Replace(v.kept + piece)
	keep := 0
	for _, s := range v.secrets {
		for n := min(len(s)-1, len(text)); n > keep; n-- {
			if strings.HasSuffix(text, s[:n]) {
				keep = n
			}
		}
	}
	v.kept = text[len(text)-keep:]
	if keep < len(text) {
		v.pass(text[:len(text)-keep])
	}
}
