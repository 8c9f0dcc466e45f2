package chat

import (
	"bytes"
	"encoding/json"

	"github.com/sashabaranov/go-openai"
)

// isStream reports whether a reply is a stream of events: some servers send one that nobody asked for.
func isStream(body []byte) bool {
	body = bytes.TrimLeft(body, " \t\r\n\uFEFF")
	return bytes.HasPrefix(body, []byte("data:")) || bytes.HasPrefix(body, []byte("event:")) || bytes.HasPrefix(body, []byte(": "))
}

// unstreamed returns the reply that the events of a stream make together. What of them is no JSON is left
// out; a stream that breaks off has no reason to have finished, and is then no whole reply.
func unstreamed(body []byte) ([]byte, error) {
	var whole openai.ChatCompletionResponse
	var message openai.ChatCompletionMessage
	var finish openai.FinishReason
	for line := range bytes.Lines(body) {
		data, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte("data:"))
		if !ok {
			continue
		}
		var failed struct {
			Error json.RawMessage `json:"error"`
		}
		if json.Unmarshal(data, &failed) == nil && present(failed.Error) {
			return data, nil
		}
		var event openai.ChatCompletionStreamResponse
		if json.Unmarshal(data, &event) != nil {
			continue
		}
		if whole.Model = event.Model; event.Usage != nil {
			whole.Usage = *event.Usage
		}
		for _, choice := range event.Choices {
			if choice.Index != 0 {
				continue
			}
			add(&message, choice.Delta)
			if choice.FinishReason != "" {
				finish = choice.FinishReason
			}
		}
	}
	whole.Choices = []openai.ChatCompletionChoice{{Message: message, FinishReason: finish}}
	return json.Marshal(whole)
}

// add adds to a message what an event brings of it.
func add(m *openai.ChatCompletionMessage, d openai.ChatCompletionStreamChoiceDelta) {
	m.Content += d.Content
	m.Refusal += d.Refusal
	m.ReasoningContent += d.ReasoningContent
	for _, call := range d.ToolCalls {
		if len(m.ToolCalls) == 0 {
			m.ToolCalls = []openai.ToolCall{{Type: openai.ToolTypeFunction}}
		}
		m.ToolCalls[0].Function.Arguments += call.Function.Arguments
	}
}
