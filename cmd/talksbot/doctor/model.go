package doctor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"talksbot/ask"
	"talksbot/ask/chat"
	"talksbot/ask/model"
	"talksbot/knowledge"
	"talksbot/prompts"
)

// trial is a question that the article which ships with the program answers in one sentence.
const trial = "When does the NATO-Russia Council meet?"

// slow is how long people will not want to wait for an answer.
const slow = 10 * time.Second

// Model asks a language model one small question about the article that ships with the program, and
// checks its reply as any other's, within the limit.
func Model(ctx context.Context, n *Notes, o chat.Options, limit time.Duration) {
	o.Timeout = min(cmp.Or(o.Timeout, model.DefaultTimeout), limit)
	client, err := chat.New(o)
	if err != nil {
		n.Broken("checkup.model.settings", "Why", err.Error())
		return
	}
	defer client.Close()
	shipped, err := knowledge.Shipped()
	if err != nil {
		n.Broken("checkup.articles.unread", "Why", err.Error())
		return
	}
	library, err := knowledge.New(shipped)
	if err != nil {
		n.Broken("checkup.articles.unread", "Why", err.Error())
		return
	}
	called := &trialCall{Speaker: client}
	asker := &ask.Asker{Articles: knowledge.NewCurrent(library), Model: &model.Model{Completer: called, Timeout: o.Timeout}}
	answer := asker.Answer(ctx, ask.Question{Text: trial, Watch: func(ask.Answer) {}}) // as the bot asks
	called.judge(n, answer, o, chat.Host(o.BaseURL))
}

// A trialCall is a Speaker that keeps what came of its call.
type trialCall struct {
	model.Speaker

	mu     sync.Mutex
	pieces int // in which the reply came, while it was written
	reply  prompts.Completion
	took   time.Duration
	err    error
}

// Stream calls the model.
func (c *trialCall) Stream(ctx context.Context, p prompts.Prompt, said func(piece string)) (prompts.Completion, error) {
	began, pieces := time.Now(), 0
	reply, err := c.Speaker.Stream(ctx, p, func(piece string) {
		pieces++
		said(piece)
	})
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pieces, c.reply, c.took, c.err = pieces, reply, time.Since(began), err
	return reply, err
}

// judge notes what the model made of the question.
func (c *trialCall) judge(n *Notes, a ask.Answer, o chat.Options, host string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err != nil {
		n.failed(c.err, o, host)
		return
	}
	took := fmt.Sprintf("%.1f s", c.took.Seconds())
	switch {
	case a.Fallback == ask.Slow: // and the call has not come back yet
		n.Broken("checkup.model.late", "Host", host, "Limit", o.Timeout.String())
	case a.Fallback == ask.Unusable:
		n.Broken("checkup.model.unusable", "Model", c.reply.Model, "Seconds", took)
	case a.Fallback != 0, a.Outcome != ask.Answered, len(a.Claims) == 0:
		n.Doubt("checkup.model.useless", "Model", c.reply.Model, "Seconds", took)
	case a.Claims[0].Own:
		n.Doubt("checkup.model.refused", "Model", c.reply.Model, "Seconds", took)
	case c.took > slow:
		n.Doubt("checkup.model.slow", "Model", c.reply.Model, "Seconds", took)
	default:
		n.Well(c.pace(), "Model", c.reply.Model, "Host", host, "Seconds", took, "Tokens", c.reply.Tokens)
	}
}

// pace names the sentence for a model that answers as it should.
func (c *trialCall) pace() string {
	if c.pieces > 1 {
		return "checkup.model.streams"
	}
	return "checkup.model.held"
}

// failures are those that have a sentence of their own.
var failures = []struct {
	err  error
	name string
}{
	{model.ErrKey, "checkup.model.wrong-key"}, {model.ErrUnknown, "checkup.model.unknown"},
	{model.ErrQuota, "checkup.model.quota"}, {model.ErrRate, "checkup.model.too-many"},
	{context.DeadlineExceeded, "checkup.model.late"},
}

// failed notes why a call came to nothing. The error is one of the client's, which never holds the key.
func (n *Notes) failed(err error, o chat.Options, host string) {
	for _, f := range failures {
		if errors.Is(err, f.err) {
			n.Broken(f.name, "Host", host, "Model", o.Model, "Limit", o.Timeout.String(), "Why", err.Error())
			return
		}
	}
	n.Broken("checkup.model.failed", "Why", err.Error())
}
