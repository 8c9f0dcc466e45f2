// Package chat asks a language model behind an OpenAI-compatible server: OpenAI itself,
// Ollama, llama.cpp, vLLM and the many that speak alike.
//
// These servers agree on the good case and on little else. What the package adds to
// go-openai is the rest, one idea in each file:
//
//	address.go   what people write for a server's address, made whole
//	model.go     which model to ask when nobody says
//	dialect.go   what a server refuses to be asked, found out and remembered
//	wire.go      one exchange: the whole reply within bounds
//	refusal.go   a reply that is an error, in all the forms servers have for it
//	retry.go     what is worth trying again, and when
//	stream.go    the events of a stream, made one reply
//	listen.go    a stream that was asked for, told on as it comes
//	reply.go     a finished reply, or what is wrong with it
//	excerpt.go   what of a server's words may stand in an error or a log
//	key.go       the API key, which never prints
//
// The house rules: one Complete never takes longer than Options.Timeout, whatever it has to
// try; a reply counts only if the server says that it is finished; no error and no log line
// ever holds the API key, or more of what a server wrote than a short printable excerpt.
package chat

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/sashabaranov/go-openai"

	"talksbot/prompts"
)

// Options say which server to ask. At least one of APIKey and BaseURL is needed.
type Options struct {
	BaseURL string        // "" is OpenAI's; "localhost:11434" and ".../v1/chat/completions" will do
	APIKey  Key           // "" sends none, as local servers like it
	Model   string        // "" is DefaultModel at OpenAI and elsewhere the first the server offers
	Timeout time.Duration // of one Complete with all it tries; 0 is 20 s
	Backoff time.Duration // before the second try, about; it doubles with each; 0 is 400 ms

	Transport http.RoundTripper // nil is a direct one that heeds HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE
	Log       *slog.Logger      // nil discards
}

// A Client asks one server. Any number of goroutines may use it.
type Client struct {
	api     *openai.Client
	http    *http.Client
	host    string // the server, for errors
	timeout time.Duration
	log     *slog.Logger
	redact  *strings.Replacer
	secrets []string // what redact replaces

	mu      sync.Mutex
	model   string   // "" until the server has been asked for one
	chosen  bool     // by the server: ask again where it is no longer known
	dialect *dialect // nil until a server has shown that it wants another than its model suggests
}

// New returns a client, without asking the server anything yet. What the options lack or
// get wrong is an error that says what to set.
func New(o Options) (*Client, error) {
	if o.APIKey == "" && o.BaseURL == "" {
		return nil, errors.New("no model to ask: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that needs no key")
	}
	if o.Timeout < 0 {
		return nil, fmt.Errorf("the model's timeout of %v is below zero", o.Timeout)
	}
	base, err := parseAddress(o.BaseURL)
	if err != nil {
		return nil, err
	}
	key, err := o.APIKey.header()
	if err != nil {
		return nil, err
	}
	model, err := firstModel(o.Model, base)
	if err != nil {
		return nil, err
	}
	c := &Client{
		host:    base.Host,
		timeout: cmp.Or(o.Timeout, 20*time.Second),
		log:     o.Log,
		redact:  o.APIKey.redactor(),
		secrets: o.APIKey.forms(),
		model:   model,
	}
	if c.log == nil {
		c.log = slog.New(slog.DiscardHandler)
	}
	if key != "" && base.Scheme == "http" && likelyScheme(base.Host) == "https" {
		c.log.Warn("the API key travels unencrypted: write https:// in OPENAI_BASE_URL if the server has it", "server", c.host)
	}
	c.connect(o, base, key)
	return c, nil
}

func (c *Client) connect(o Options, base *url.URL, key string) {
	next := o.Transport
	if next == nil {
		next = &http.Transport{
			Proxy:               http.ProxyFromEnvironment,
			ForceAttemptHTTP2:   true,
			TLSHandshakeTimeout: 10 * time.Second,
			IdleConnTimeout:     90 * time.Second,
		}
	}
	c.http = &http.Client{
		Transport: retrying(next, cmp.Or(o.Backoff, 400*time.Millisecond), c.pausing),
		// A reply that points elsewhere is an error: following it would turn the request
		// into a GET, or take key and question to another server.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	config := openai.DefaultConfig(key)
	w := wire{client: c.http, redact: c.redact, query: base.RawQuery}
	if isAzure(base.Hostname()) {
		w.key = key
	}
	bare := *base
	bare.RawQuery = ""
	config.BaseURL = bare.String()
	config.HTTPClient = w
	c.api = openai.NewClientWithConfig(config)
}

// pausing logs a pause before another try; status is 0 where there was no reply.
func (c *Client) pausing(d time.Duration, status int, err error) {
	why := http.StatusText(status)
	if err != nil {
		why = excerpt(err.Error(), 200, c.redact)
	}
	c.log.Debug("asking the model again", "in", d, "status", status, "because", why)
}

// Format writes which server the client asks, for every verb: what the client is made of
// holds the API key.
func (c *Client) Format(f fmt.State, _ rune) { io.WriteString(f, "chat.Client("+c.host+")") }

// Close lets go of idle connections. The client may still be used.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Complete asks the model. It returns when ctx ends or the timeout is over at the latest.
// A reply that is of no use has taken tokens all the same: the completion beside the error
// has their numbers and nothing else.
func (c *Client) Complete(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
	return c.Stream(ctx, p, nil)
}

// Stream is Complete, and has heard told what the model writes while it writes, piece by piece: what of it
// is no thought, and only once. Of a server that cannot stream nothing is heard before its reply is there.
// What was heard is the beginning of the reply, unless the stream broke off and the server was asked again.
func (c *Client) Stream(ctx context.Context, p prompts.Prompt, heard func(piece string)) (prompts.Completion, error) {
	late := fmt.Errorf("no answer within %v: %w", c.timeout, context.DeadlineExceeded)
	ctx, cancel := context.WithTimeoutCause(ctx, c.timeout, late)
	defer cancel()
	completion, err := c.complete(ctx, p, heard)
	if err == nil {
		return completion, nil
	}
	if _, refused := errors.AsType[*refusal](err); ctx.Err() != nil && !refused {
		err = context.Cause(ctx) // whatever broke, it broke because of this
	}
	text := "asking the model at " + c.host + ": " + excerpt(err.Error(), 300, c.redact)
	return completion, &failure{err, text}
}

func (c *Client) complete(ctx context.Context, p prompts.Prompt, heard func(piece string)) (prompts.Completion, error) {
	model, err := c.modelName(ctx)
	if err != nil {
		return prompts.Completion{}, err
	}
	reply, lost, err := c.converse(ctx, model, p, heard)
	if err != nil {
		c.forgetModel(err)
		return prompts.Completion{Tokens: lost}, err
	}
	completion, err := read(reply, c.redact)
	if completion.Tokens == 0 {
		completion.Tokens, completion.Written = estimate(p, completion.Text), estimate(prompts.Prompt{}, completion.Text)
	}
	completion.Tokens += lost
	if completion.Model == "" {
		completion.Model = model
	}
	if err != nil {
		return prompts.Completion{Tokens: completion.Tokens, Written: completion.Written}, err
	}
	return completion, nil
}
