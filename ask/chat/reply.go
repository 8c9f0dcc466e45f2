package chat

import (
	"errors"
	"fmt"
	"strings"

	"github.com/sashabaranov/go-openai"

	"talksbot/prompts"
)

// finished are the reasons to stop that mean a whole reply. OpenAI says "stop"; others have
// kept their own word for it.
var finished = map[string]bool{
	"stop":          true,
	"eos":           true,
	"eos_token":     true,
	"end_turn":      true,
	"stop_sequence": true,
}

// called are those of a reply that stands in a call of a tool.
var called = map[string]bool{"tool_calls": true, "function_call": true}

// read returns the text of a reply that is whole and said by the model itself. Beside an
// error it returns the tokens the server counted, if any.
func read(reply openai.ChatCompletionResponse, redact *strings.Replacer) (prompts.Completion, error) {
	c := prompts.Completion{Tokens: counted(reply.Usage), Written: max(0, reply.Usage.CompletionTokens), Model: excerpt(reply.Model, 100, redact)}
	if len(reply.Choices) == 0 {
		return c, errors.New("the reply has no choices in it")
	}
	choice := reply.Choices[0]
	if choice.Message.Refusal != "" {
		return c, fmt.Errorf("the model refuses: %s", excerpt(choice.Message.Refusal, 200, redact))
	}
	switch reason := strings.ToLower(string(choice.FinishReason)); {
	case reason == "" || reason == "null":
		return c, errors.New("the reply does not say that it is finished")
	case reason == string(openai.FinishReasonLength):
		return c, errors.New("the reply was cut off at its greatest length")
	case reason == string(openai.FinishReasonContentFilter):
		return c, errors.New("the reply was held back by a content filter")
	case !finished[reason] && !(called[reason] && inCall(choice.Message) != ""):
		return c, fmt.Errorf("the reply ended with %q", excerpt(reason, 50, redact))
	}
	c.Text = redact.Replace(content(choice.Message)) // what is dropped of it is logged: see Key.redactor
	if strings.TrimSpace(c.Text) == "" {
		return c, errors.New("the reply is empty")
	}
	return c, nil
}

// content returns a message's text, which servers give whole or in parts and, where the content is
// empty, as the arguments of a tool that nobody offered, or among the model's thoughts.
func content(m openai.ChatCompletionMessage) string {
	text := m.Content
	for _, part := range m.MultiContent {
		text += part.Text
	}
	for _, other := range []string{inCall(m), m.ReasoningContent} {
		if strings.TrimSpace(text) == "" {
			text = other
		}
	}
	return text
}

// inCall returns the arguments of the first call of a tool, "" where there is none.
func inCall(m openai.ChatCompletionMessage) string {
	if m.FunctionCall != nil {
		return m.FunctionCall.Arguments
	}
	for _, call := range m.ToolCalls {
		return call.Function.Arguments
	}
	return ""
}

// counted returns the tokens of a whole exchange, or 0 where the server does not say.
func counted(u openai.Usage) int {
	return max(0, u.TotalTokens, u.PromptTokens+u.CompletionTokens)
}

// estimate returns about how many tokens an exchange has, at four bytes each, which is
// OpenAI's rule of thumb for English.
func estimate(p prompts.Prompt, reply string) int {
	return (len(p.System) + len(p.User) + len(p.Schema.JSON) + len(reply) + 3) / 4
}
