package chat

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// DefaultModel is what OpenAI is asked for when nobody says: it keeps to a JSON schema and
// to temperature 0, answers in a second or two, and costs little.
const DefaultModel = "gpt-4.1-mini"

// firstModel returns the model that is known before the server is asked, or "".
func firstModel(name string, base *url.URL) (string, error) {
	name = strings.TrimSpace(name)
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return "", fmt.Errorf("the model's name %q (OPENAI_MODEL) has a space in it: write it as the server does, like %q or \"llama3.2:3b\"", name, DefaultModel)
	}
	switch {
	case name != "":
		return name, nil
	case base.Hostname() == "api.openai.com":
		return DefaultModel, nil
	}
	return deployment(base), nil
}

// maxChoice is the number of models among which the first is taken. A server with more is
// a shop, and which of its models to pay for is not for a program to pick.
const maxChoice = 25

// modelName returns the model to ask. Where nobody says and the server is not OpenAI's, it
// is the first one there that can chat: with Ollama the one that came last, with llama.cpp
// and vLLM the only one. Two questions at once may both ask the server for it.
func (c *Client) modelName(ctx context.Context) (string, error) {
	c.mu.Lock()
	name := c.model
	c.mu.Unlock()
	if name != "" {
		return name, nil
	}
	list, err := c.api.ListModels(ctx)
	if err != nil {
		return "", fmt.Errorf("listing its models: %w; set OPENAI_MODEL", err)
	}
	if n := len(list.Models); n > maxChoice {
		return "", fmt.Errorf("the server offers %d models: set OPENAI_MODEL to one of them", n)
	}
	for _, m := range list.Models {
		if canChat(m.ID) {
			c.log.Info("the model server chose the model", "model", excerpt(m.ID, 200, c.redact))
			c.mu.Lock()
			defer c.mu.Unlock()
			c.model, c.chosen = m.ID, true
			return m.ID, nil
		}
	}
	return "", errors.New("the server offers no model that can chat: load one, or set OPENAI_MODEL")
}

// notChat are parts of the names of models that servers list and that do not chat.
var notChat = []string{"embed", "bge-", "minilm", "rerank", "whisper", "tts", "clip", "guard", "moderation"}

func canChat(name string) bool {
	if name == "" || len(name) > 200 {
		return false
	}
	name = strings.ToLower(name)
	return !slices.ContainsFunc(notChat, func(part string) bool { return strings.Contains(name, part) })
}

// forgetModel has a chosen model chosen anew where the server no longer knows it.
func (c *Client) forgetModel(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r, ok := errors.AsType[*refusal](err); ok && r.Status == http.StatusNotFound && c.chosen {
		c.model, c.chosen = "", false
	}
}

// reasons reports whether the model thinks before it answers. OpenAI's that do refuse
// max_tokens and temperature: the o series, and gpt-5 and all after it.
func reasons(model string) bool {
	model = model[strings.LastIndexByte(model, '/')+1:] // "openai/gpt-5-mini", as brokers name it
	return reasoning.MatchString(model)
}

// reasoning matches "o3-mini" and "gpt-5", not "olmo2", nor "gpt-35-turbo", which is 3.5.
var reasoning = regexp.MustCompile(`^(o[1-9]|gpt-[5-9])`)
