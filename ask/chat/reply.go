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

// read returns the text of a reply that is whole and said by the model itself. Beside an
// error it returns the tokens the server counted, if any.
func read(reply openai.ChatCompletionResponse, redact *strings.Replacer) (prompts.Completion, error) {
	c := prompts.Completion{Tokens: counted(reply.Usage), Model: excerpt(reply.Model, 100, redact)}
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
	case !finished[reason]:
		return c, fmt.Errorf("the reply ended with %q", excerpt(reason, 50, redact))
	}
	c.Text = redact.Replace(content(choice.Message)) // what is dropped of it is logged
	if strings.TrimSpace(c.Text) == "" {
		return c, errors.New("the reply is empty")
	}
	return c, nil
}

// content returns a message's text, which servers give whole or in parts.
func content(m openai.ChatCompletionMessage) string {
	if m.Content != "" {
		return m.Content
	}
	var b strings.Builder
	for _, part := range m.MultiContent {
		b.WriteString(part.Text)
	}
	return b.String()
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
